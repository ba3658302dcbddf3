import type { Baseline, NewBaseline } from "@liftledger/contracts/initiative";
import { getSeries, type Series } from "@liftledger/database/series";
import { comparePeriods, isPeriod, periodType } from "@liftledger/kpis/period";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustOwnSeries } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { baselineViews } from "./baseline-view.ts";
import { insertDraft } from "./insert-draft.ts";

/**
 * Drafts a baseline of a series for an intervention start: how many mature periods lie before it, and what
 * the ladder says they allow. Nothing is promised until it is frozen.
 */
export async function draftBaseline(ctx: Context, wanted: NewBaseline): Promise<Baseline> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const series = await getSeries(tx, ctx.organisationId, wanted.seriesId);
    await mustOwnSeries(ctx, tx, [series.seriesId]);
    refuseForeignPeriods(wanted, series);
    const kept = await insertDraft(ctx, tx, series, wanted);
    audit({ action: "draftBaseline", noun: "baseline", id: kept.baselineId, before: null, after: kept });
    return onlyRow(await baselineViews(ctx, tx, [kept]));
  });
}

function refuseForeignPeriods({ interventionStart, from }: NewBaseline, series: Series): void {
  const refuse = (field: string, message: string, seen: string) => {
    throw new ProblemError("invalid-request", message, [{ field, message, seen }]);
  };
  for (const [field, period] of Object.entries({ interventionStart, from })) {
    if (period === undefined) continue;
    if (!isPeriod(period)) refuse(field, `There is no period ${period}.`, period);
    if (periodType(period) !== series.periodType) {
      refuse(
        field,
        `This series is logged by the ${series.periodType}; ${period} is no ${series.periodType}.`,
        period,
      );
    }
  }
  if (from !== undefined && comparePeriods(from, interventionStart) >= 0) {
    refuse("from", `The pre-period begins before the start in ${interventionStart}.`, from);
  }
}
