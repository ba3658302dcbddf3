import { KeptEstimate, type CandidateEstimate as WireEstimate } from "@liftledger/contracts/candidate";
import type { CandidateEstimate } from "@liftledger/database/candidate-estimates";
import { parseJson } from "@liftledger/database/json";
import type { PersonNames } from "../people/person-names.ts";
import { noEstimate } from "./candidate-facts.ts";

/** An estimate as it crosses the wire; version 0 where nothing is estimated. */
export function estimateView(
  initiativeId: string,
  kept: CandidateEstimate | undefined,
  nameOf: PersonNames,
): WireEstimate {
  if (kept === undefined)
    return { ...noEstimate, initiativeId, version: 0, recordedAt: null, recordedBy: null };
  const { version, recordedAt, recordedBy, estimate } = kept;
  return {
    ...parseJson(KeptEstimate, estimate),
    initiativeId,
    version,
    recordedAt,
    recordedBy: nameOf(recordedBy),
  };
}
