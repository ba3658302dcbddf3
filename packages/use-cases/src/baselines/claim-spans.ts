import { latestBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import type { Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Period } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { claimingBenefits } from "./claim-starts.ts";

/** From when until when an initiative, by name, claims a series: it works on it then. */
export interface ClaimSpan {
  readonly initiative: string;
  readonly from: Period;
  /** Null where the claim has no end. */
  readonly until: Period | null;
}

/** Who claims each of some series and when, as known at `asOf` where given; series that nobody claims are left out. */
export async function claimSpans(
  ctx: Context,
  db: Reader,
  series: readonly Series[],
  asOf?: string,
): Promise<Map<string, ClaimSpan[]>> {
  const byId = new Map(series.map((one) => [one.seriesId, one]));
  const claiming = await claimingBenefits(ctx, db, byId, asOf);
  const ids = claiming.map(({ benefit }) => benefit.benefitId);
  const assumed = await latestBenefitAssumptions(db, ctx.organisationId, ids, { asOf });
  const spans = new Map<string, ClaimSpan[]>();
  for (const { benefit, initiative, from } of claiming) {
    const until = assumed.get(benefit.benefitId)?.claimUntil ?? null;
    spans.set(benefit.seriesId, [...(spans.get(benefit.seriesId) ?? []), { initiative, from, until }]);
  }
  return spans;
}
