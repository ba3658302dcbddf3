import type { NewSeries, Series } from "@liftledger/contracts/series";
import { findLatestKpi } from "@liftledger/database/kpis";
import { findSeriesByScope, insertSeries } from "@liftledger/database/series";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { refuseRetiredKpis } from "../kpis/refuse-retired-kpis.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetiredSeries } from "./refuse-retired-series.ts";
import { seriesCurrency } from "./series-currency.ts";
import { seriesViews } from "./series-view.ts";

/** Adds a series: a KPI, in its latest version, measured for one scope. A KPI and scope have one series. */
export async function createSeries(ctx: Context, wanted: NewSeries): Promise<Series> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { kpiKey, scope } = wanted;
    const kept = await findLatestKpi(tx, ctx.organisationId, kpiKey);
    if (kept === undefined) {
      throw new ProblemError("invalid-request", `There is no KPI "${kpiKey}" in the catalogue.`, [
        { field: "kpiKey", message: "a KPI of the catalogue", seen: kpiKey },
      ]);
    }
    const kpi = kpiOf(kept);
    await refuseRetiredKpis(ctx, tx, [{ kpiKey, field: "kpiKey" }]);
    const there = await findSeriesByScope(tx, ctx.organisationId, kpiKey, scope);
    if (there !== undefined) {
      const place = { series: there, field: "scope" };
      await refuseRetiredSeries(ctx, tx, [place], "restore it to log it again");
      throw new ProblemError(
        "conflict",
        `There is a series of ${kpiKey} for "${scope}" already: ${there.seriesId}. A series is logged once, however many initiatives claim it.`,
        [{ field: "scope", message: "taken", seen: scope }],
      );
    }
    const { currency } = await getOrganisation(ctx, tx);
    const series = {
      seriesId: ctx.newId(),
      kpiKey,
      kpiVersion: kept.version,
      scope,
      periodType: kpi.frequency,
      currency: seriesCurrency(kpi, wanted.currency, currency),
      createdAt: ctx.now,
      sourceOfRecord: null,
      version: 1,
    };
    await insertSeries(tx, ctx.organisationId, [series]);
    audit({ action: "createSeries", noun: "series", id: series.seriesId, before: null, after: series });
    return onlyRow(await seriesViews(ctx, tx, [series]));
  });
}
