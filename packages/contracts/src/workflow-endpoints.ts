import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { Instant } from "./values.ts";
import { SetWorkflow, Workflow } from "./workflow.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into these endpoints and what comes out; a part of the table in `endpoints.ts`. */
export const workflowEndpoints = {
  getWorkflow: {
    summary:
      "How the work of an initiative is done, before it and after it: steps, owners, tools, what is wrong",
    params: initiativeParams,
    query: z.strictObject({ asOf: Instant.optional() }),
    output: Workflow,
    status: 200,
  },
  setWorkflow: {
    summary:
      "Record how its work is done, as the next version; another scope reopens its guardrails for approval",
    params: initiativeParams,
    body: SetWorkflow,
    output: Workflow,
    status: 200,
    idempotent: true,
  },
  listWorkflowVersions: {
    summary: "Every version of how its work is done, the latest first",
    params: initiativeParams,
    ...lists.listWorkflowVersions,
    status: 200,
  },
} as const;
