import { z } from "zod";
import { CandidateEstimate, FocusWarnings, FocusWarningsQuery, SetCandidateEstimate } from "./candidate.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";

const initiativeParams = z.object({ initiativeId: Id });

/** What goes into the endpoints of candidates and what comes out; a part of the table in `endpoints.ts`. */
export const candidateEndpoints = {
  listCandidates: {
    summary:
      "Ideas that are not begun, in the order in which they are worth beginning, each with its reasons",
    ...lists.listCandidates,
    status: 200,
  },
  getFocusWarnings: {
    summary:
      "Where a team runs more than one pilot at once, or Scale holds too much; also as if one more began",
    query: FocusWarningsQuery,
    output: FocusWarnings,
    status: 200,
  },
  getCandidateEstimate: {
    summary: "What a candidate is ranked by, as it was estimated last",
    params: initiativeParams,
    output: CandidateEstimate,
    status: 200,
  },
  listCandidateEstimateVersions: {
    summary: "Every version of what a candidate is ranked by, the latest first",
    params: initiativeParams,
    ...lists.listCandidateEstimateVersions,
    status: 200,
  },
  setCandidateEstimate: {
    summary: "Estimate what a candidate takes and could bring, as the next version",
    params: initiativeParams,
    body: SetCandidateEstimate,
    output: CandidateEstimate,
    status: 200,
    idempotent: true,
  },
} as const;
