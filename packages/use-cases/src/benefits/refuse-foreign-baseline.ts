import { getBaseline } from "@liftledger/database/baselines";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";

/** Refuses a baseline of another series, and one that a later baseline has superseded. */
export async function refuseForeignBaseline(
  ctx: Context,
  db: Reader,
  { baselineId, seriesId }: { baselineId: string; seriesId: string },
): Promise<void> {
  const baseline = await getBaseline(db, ctx.organisationId, baselineId);
  const refuse = (message: string) => {
    const details = [{ field: "baselineId", message, seen: baselineId }];
    throw new ProblemError("invalid-request", message, details);
  };
  if (baseline.seriesId !== seriesId) {
    refuse("The baseline belongs to another series: a lift is measured against the series' own past.");
  }
  if (baseline.status === "superseded") refuse("The baseline was superseded: choose the one that stands.");
}
