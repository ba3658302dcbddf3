import { z } from "zod";
import { accessEndpoints } from "./access-endpoints.ts";
import { adoptionEndpoints } from "./adoption-endpoints.ts";
import { alertEndpoints } from "./alert-endpoints.ts";
import { annotationEndpoints } from "./annotation-endpoints.ts";
import { auditEndpoints } from "./audit-endpoints.ts";
import { baselineEndpoints } from "./baseline-endpoints.ts";
import { benchmarkEndpoints } from "./benchmark-endpoints.ts";
import { businessCaseEndpoints } from "./business-case-endpoints.ts";
import { candidateEndpoints } from "./candidate-endpoints.ts";
import { costEndpoints } from "./cost-endpoints.ts";
import type { EndpointName, endpointPaths } from "./endpoint-paths.ts";
import type { FileAnswer } from "./file-answer.ts";
import { gateEndpoints } from "./gate-endpoints.ts";
import { holdOutEndpoints } from "./hold-out-endpoints.ts";
import { importEndpoints } from "./import-endpoints.ts";
import { initiativeEndpoints } from "./initiative-endpoints.ts";
import { jobEndpoints } from "./job-endpoints.ts";
import { kpiEndpoints } from "./kpi-endpoints.ts";
import { learningEndpoints } from "./learning-endpoints.ts";
import type { ListShape } from "./list.ts";
import { organisationEndpoints } from "./organisation-endpoints.ts";
import { periodEndpoints } from "./period-endpoints.ts";
import { portfolioEndpoints } from "./portfolio-endpoints.ts";
import { productionEndpoints } from "./production-endpoints.ts";
import { readinessEndpoints } from "./readiness-endpoints.ts";
import { registerEndpoints } from "./register-endpoints.ts";
import { responsibilityEndpoints } from "./responsibility-endpoints.ts";
import { retirementEndpoints } from "./retirement-endpoints.ts";
import { roadmapEndpoints } from "./roadmap-endpoints.ts";
import { savedViewEndpoints } from "./saved-view-endpoints.ts";
import { seriesEndpoints } from "./series-endpoints.ts";
import { snapshotEndpoints } from "./snapshot-endpoints.ts";
import { workSplitEndpoints } from "./work-split-endpoints.ts";
import { workflowEndpoints } from "./workflow-endpoints.ts";

/** What goes into an endpoint and what comes out. */
export interface EndpointSchema {
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** A JSON body unless it says otherwise. */
  bodyKind?: "multipart";
  /** Of one line or event, where the answer is many. */
  output: z.ZodType;
  status: 200 | 201;
  /** Of a list: what it is ordered and filtered by. */
  list?: ListShape;
  /** Whether the same `Idempotency-Key` answers the same without writing again. */
  idempotent?: true;
}

/** The endpoint table: the server mounts it, the client and the OpenAPI document come from it. */
export const endpoints = {
  ...organisationEndpoints,
  ...kpiEndpoints,
  ...seriesEndpoints,
  ...snapshotEndpoints,
  ...importEndpoints,
  ...initiativeEndpoints,
  ...costEndpoints,
  ...baselineEndpoints,
  ...periodEndpoints,
  ...portfolioEndpoints,
  ...benchmarkEndpoints,
  ...auditEndpoints,
  ...annotationEndpoints,
  ...readinessEndpoints,
  ...alertEndpoints,
  ...productionEndpoints,
  ...adoptionEndpoints,
  ...workflowEndpoints,
  ...gateEndpoints,
  ...candidateEndpoints,
  ...learningEndpoints,
  ...responsibilityEndpoints,
  ...workSplitEndpoints,
  ...roadmapEndpoints,
  ...registerEndpoints,
  ...retirementEndpoints,
  ...savedViewEndpoints,
  ...holdOutEndpoints,
  ...businessCaseEndpoints,
  getOpenApi: {
    summary: "This API as an OpenAPI 3.1 document",
    output: z.looseObject({ openapi: z.string() }),
    status: 200,
  },
  ...jobEndpoints,
  ...accessEndpoints,
} as const satisfies Record<EndpointName, EndpointSchema>;

export type Endpoints = typeof endpoints;

type Schema<Name extends EndpointName> = Endpoints[Name];
type In<S, Key extends string> = S extends { [K in Key]: infer Z extends z.ZodType } ? z.input<Z> : undefined;
type Parsed<S, Key extends string> = S extends { [K in Key]: infer Z extends z.ZodType }
  ? z.output<Z>
  : undefined;

/** What a caller sends to an endpoint. */
export type EndpointInput<Name extends EndpointName> = {
  params: In<Schema<Name>, "params">;
  query: In<Schema<Name>, "query">;
  body: In<Schema<Name>, "body">;
};

/** What a handler receives: defaults filled in, every rule of the schema kept. */
export type EndpointRequest<Name extends EndpointName> = {
  params: Parsed<Schema<Name>, "params">;
  query: Parsed<Schema<Name>, "query">;
  body: Parsed<Schema<Name>, "body">;
};

/** What an endpoint answers: a value, the lines or events one after the other, or a file. */
export type EndpointOutput<Name extends EndpointName> = (typeof endpointPaths)[Name] extends {
  answers: "json-lines" | "events";
}
  ? AsyncIterable<z.output<Schema<Name>["output"]>>
  : (typeof endpointPaths)[Name] extends { answers: "xlsx" | "pdf" }
    ? FileAnswer
    : z.output<Schema<Name>["output"]>;
