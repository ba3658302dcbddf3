import { z } from "zod";
import { Findings, FindingsQuery } from "./finding.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { ApproveGuardrails, ProductionFacts, SetProductionFacts } from "./production-facts.ts";
import { Instant } from "./values.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into these endpoints and what comes out; a part of the table in `endpoints.ts`. */
export const productionEndpoints = {
  getProductionFacts: {
    summary:
      "What lets an initiative run in production: hand-over, security review, data, integration, rules, training",
    params: initiativeParams,
    query: z.strictObject({ asOf: Instant.optional() }),
    output: ProductionFacts,
    status: 200,
  },
  setProductionFacts: {
    summary: "Record what lets it run in production, as the next version",
    params: initiativeParams,
    body: SetProductionFacts,
    output: ProductionFacts,
    status: 200,
    idempotent: true,
  },
  approveGuardrails: {
    summary: "Approve its guardrails for a scope that somebody else changed; until then no gate counts them",
    params: initiativeParams,
    body: ApproveGuardrails,
    output: ProductionFacts,
    status: 200,
    idempotent: true,
  },
  listProductionFactVersions: {
    summary: "Every version of what lets it run in production, the latest first",
    params: initiativeParams,
    ...lists.listProductionFactVersions,
    status: 200,
  },
  getFindings: {
    summary: "The failure modes found in what is logged of an initiative: figures, source, what helps",
    params: initiativeParams,
    query: FindingsQuery,
    output: Findings,
    status: 200,
  },
} as const;
