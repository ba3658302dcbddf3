import type { Baseline, NewBaseline } from "@liftledger/contracts/initiative";
import { getSeries } from "@liftledger/database/series";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustOwnSeries } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { baselineViews } from "./baseline-view.ts";
import { insertDraft } from "./insert-draft.ts";
import { wantedRange } from "./wanted-range.ts";

/**
 * Drafts a baseline of a series for an intervention start: how many mature periods lie before it, and what
 * the ladder says they allow. Nothing is promised until it is frozen.
 */
export async function draftBaseline(ctx: Context, wanted: NewBaseline): Promise<Baseline> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const series = await getSeries(tx, ctx.organisationId, wanted.seriesId);
    await mustOwnSeries(ctx, tx, [series.seriesId]);
    const kept = await insertDraft(ctx, tx, series, wantedRange(ctx, wanted, series));
    audit({ action: "draftBaseline", noun: "baseline", id: kept.baselineId, before: null, after: kept });
    return onlyRow(await baselineViews(ctx, tx, [kept]));
  });
}
