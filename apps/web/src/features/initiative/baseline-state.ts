import type { Baseline, Benefit } from "@liftledger/contracts/initiative";

type Standing = Pick<Benefit, "seriesId" | "baselineId">;
type Row = Pick<
  Baseline,
  "baselineId" | "seriesId" | "status" | "interventionStart" | "preFrom" | "draftedAt" | "frozenAt"
>;

/**
 * How far the baselines of benefits are that need one: to do where one has none and none is drafted for it, drafted where
 * all that is left is to freeze what is drafted.
 */
export function baselineState(
  benefits: readonly Standing[],
  baselines: readonly Row[],
): "to-do" | "drafted" | "done" {
  const states = benefits.map((benefit) => stateOf(benefit, baselines));
  if (states.includes("to-do")) return "to-do";
  return states.includes("drafted") ? "drafted" : "done";
}

function stateOf({ seriesId, baselineId }: Standing, baselines: readonly Row[]) {
  if (baselineId !== null)
    return baselines.find((one) => one.baselineId === baselineId)?.status === "draft" ? "drafted" : "done";
  const rows = baselines.filter((one) => one.seriesId === seriesId);
  const latest = rows.findLast((one) => one.status === "frozen" || waits(one, rows));
  return latest?.status === "draft" ? "drafted" : "to-do";
}

/** Whether a draft has something to freeze, and none of its start was frozen after it. */
function waits({ status, preFrom, interventionStart, draftedAt }: Row, rows: readonly Row[]): boolean {
  if (status !== "draft" || preFrom === null) return false;
  return !rows.some(
    (other) =>
      other.interventionStart === interventionStart && other.frozenAt !== null && other.frozenAt >= draftedAt,
  );
}
