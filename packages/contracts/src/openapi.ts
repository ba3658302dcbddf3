import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { csvListOf, nextCursorHeader } from "./csv-lists.ts";
import { endpointPaths, organisationHeader, type EndpointName, type EndpointPath } from "./endpoint-paths.ts";
import { endpoints, type EndpointSchema } from "./endpoints.ts";
import { Problem } from "./errors.ts";
import { examples, type EndpointExample } from "./examples.ts";
import { Figure, InitiativeEvaluation, Verdict } from "./evaluation.ts";
import { Portfolio } from "./portfolio.ts";
import { Explanation } from "./explanation.ts";
import { fileTypes } from "./file-answer.ts";
import { HoldOut } from "./hold-out.ts";
import { Id } from "./ids.ts";
import { ImportSummary } from "./import.ts";
import { Baseline, Benefit, CostLine, Initiative } from "./initiative.ts";
import { Kpi } from "./kpi.ts";
import { Organisation } from "./organisation.ts";
import { Series, Snapshot } from "./series.ts";

/** The nouns that stand under "components" by name instead of being written out at every place. */
const named = {
  Baseline,
  Benefit,
  CostLine,
  Explanation,
  Figure,
  HoldOut,
  ImportSummary,
  Initiative,
  InitiativeEvaluation,
  Kpi,
  Organisation,
  Portfolio,
  Problem,
  Series,
  Snapshot,
  Verdict,
};
for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { id });

/**
 * The API as an OpenAPI 3.1 document, made from the endpoint table: what the server mounts is what is
 * described. Each endpoint's name is its `operationId`; `x-least-role` is the role column of the table.
 *
 * @param version the version of the server, as `/healthz` tells it
 * @example
 * const document = openApiDocument("0.1.0");
 */
export function openApiDocument(version: string) {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Liftledger",
      version,
      description: "Which of a company's AI initiatives pay. Errors are problem details by RFC 9457.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    components: { securitySchemes },
    security: [{ session: [] }, { serviceKey: [] }],
    paths: allPaths(),
  });
}

/** How one says who asks; `x-key-scope` of an endpoint says what a service key must be made for. */
const securitySchemes = {
  session: { type: "apiKey", in: "cookie", name: "liftledger.session_token" },
  serviceKey: { type: "http", scheme: "bearer" },
} as const;

function allPaths(): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, { method, path, role }] of Object.entries(endpointPaths)) {
    const operation = operationOf(name as EndpointName, role, method !== "GET");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return paths;
}

const answerTypes = {
  json: "application/json",
  "json-lines": "application/jsonl",
  events: "text/event-stream",
  ...fileTypes,
} as const;

function operationOf(name: EndpointName, role: string, writes: boolean): ZodOpenApiOperationObject {
  const endpoint: EndpointSchema = endpoints[name];
  const example = examples[name];
  const { answers, scope }: EndpointPath = endpointPaths[name];
  const answerType = answerTypes[answers ?? "json"];
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpointPaths[name].path.split("/")[3] ?? "api"],
    "x-least-role": role,
    ...(scope === undefined ? {} : { "x-key-scope": scope }),
    ...(role === "anyone" ? { security: [] } : scope === undefined ? { security: [{ session: [] }] } : {}),
    requestParams: {
      header: headersOf(endpoint),
      ...(endpoint.params === undefined ? {} : { path: withExamples(endpoint.params, example.params) }),
      ...(endpoint.query === undefined ? {} : { query: withExamples(endpoint.query, example.query) }),
    },
    ...(endpoint.body === undefined ? {} : { requestBody: requestBodyOf(endpoint, endpoint.body, example) }),
    responses: {
      [String(endpoint.status)]: {
        description: endpoint.summary,
        content: { [answerType]: { schema: endpoint.output }, ...csvContent(name) },
        ...(csvListOf(name) === undefined ? {} : { headers: nextCursorOfCsv }),
      },
      ...(writes ? { "409": problem("It is already there, or somebody changed it first") } : {}),
      ...(endpoint.body === undefined ? {} : { "413": problem("The request is larger than the limit") }),
      "4XX": problem("What is wrong with the request: each failing field or row with what was seen"),
      default: problem("The server or its database failed; the request may be sent again with its key"),
    },
  };
}

function headersOf(endpoint: EndpointSchema): z.ZodObject {
  const organisation = Id.optional().meta({
    description: 'The organisation the request is about; "default" when it is left out.',
  });
  const headers = z.object({ [organisationHeader]: organisation });
  if (endpoint.idempotent !== true) return headers;
  const key = z.string().min(1).max(255).optional().meta({
    description: "A repeat with the same key and body is answered as the first was, without writing again.",
  });
  return headers.extend({ "Idempotency-Key": key });
}

function requestBodyOf(endpoint: EndpointSchema, schema: z.ZodType, { body }: EndpointExample) {
  const type = endpoint.bodyKind === "multipart" ? "multipart/form-data" : "application/json";
  return { required: true, content: { [type]: { schema, example: body } } };
}

/** Each parameter with what the example of its endpoint gives it. */
function withExamples(schema: z.ZodObject, given: Record<string, string | number> = {}): z.ZodObject {
  const shape = Object.entries(schema.shape).map(([name, field]): [string, z.core.$ZodType] => {
    const example = given[name];
    if (example === undefined) return [name, field];
    return [name, (field as z.ZodType).meta({ param: { example } })];
  });
  return z.object(Object.fromEntries(shape));
}

const nextCursorOfCsv = z.object({
  [nextCursorHeader]: z.string().optional().meta({
    description: "Where the next page begins, of a list as CSV; absent on the last page.",
  }),
});

/** A list may be asked for as CSV, whose formulas are escaped. */
function csvContent(name: EndpointName) {
  return csvListOf(name) === undefined ? {} : { "text/csv": { schema: z.string() } };
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: Problem } } };
}
