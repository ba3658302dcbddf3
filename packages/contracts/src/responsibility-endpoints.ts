import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { Responsibility, SetResponsibility } from "./responsibility.ts";
import { Instant } from "./values.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into these endpoints and what comes out; a part of the table in `endpoints.ts`. */
export const responsibilityEndpoints = {
  getResponsibility: {
    summary:
      "Who answers for what of an initiative, and which duties of the AI Act may apply to it (not legal advice)",
    params: initiativeParams,
    query: z.strictObject({ asOf: Instant.optional() }),
    output: Responsibility,
    status: 200,
  },
  setResponsibility: {
    summary: "Record who answers for what of an initiative, as the next version",
    params: initiativeParams,
    body: SetResponsibility,
    output: Responsibility,
    status: 200,
    idempotent: true,
  },
  listResponsibilityVersions: {
    summary: "Every version of who answers for what of an initiative, the latest first",
    params: initiativeParams,
    ...lists.listResponsibilityVersions,
    status: 200,
  },
} as const;
