import { versionsTable, type VersionOf } from "./versions-table.ts";

/** A version of what a candidate is ranked by. */
export type CandidateEstimate = VersionOf<"initiativeId", "estimate">;

export const {
  insert: insertCandidateEstimate,
  latestOf: latestCandidateEstimates,
  list: listCandidateEstimates,
} = versionsTable({
  table: "candidate_estimates",
  id: ["initiative_id", "initiativeId"],
  said: ["estimate", "estimate"],
});
