import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import type { Series as WireSeries } from "@liftledger/contracts/series";
import { initiativesAdoptedBy } from "@liftledger/database/adoption-series";
import { baselinesComparedWith } from "@liftledger/database/baseline-controls";
import { latestBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { getSeries as getStored, type Series } from "@liftledger/database/series";
import { lastDay } from "@liftledger/kpis/period";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { refuseRetiredKpis } from "../kpis/refuse-retired-kpis.ts";
import { mustOwnSeries } from "../own-things.ts";
import { refuseHeld } from "../retirement/refuse-retired.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { getSeries } from "./get-series.ts";
import { kpisOfSeries } from "./series-view.ts";

interface RetirableSeries extends RetirableThing {
  readonly series: Series;
}

const kind: Retirable<RetirableSeries, WireSeries> = {
  noun: "series",
  called: "series",
  needs: "contributor",
  actions: { retire: "retireSeries", restore: "restoreSeries" },
  async get(ctx, tx, seriesId) {
    const series = await getStored(tx, ctx.organisationId, seriesId);
    await mustOwnSeries(ctx, tx, [seriesId]);
    const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), seriesId);
    const name = seriesName(kpi, series);
    return { objectId: seriesId, name, version: series.version, facts: series, series };
  },
  async refuseInUse(ctx, tx, { name, objectId: seriesId }) {
    const benefits = await listBenefits(tx, ctx.organisationId, { seriesIds: [seriesId] });
    const ids = benefits.map(({ benefitId }) => benefitId);
    const assumed = await latestBenefitAssumptions(tx, ctx.organisationId, ids);
    const running = benefits.filter(({ benefitId }) => {
      const until = assumed.get(benefitId)?.claimUntil ?? null;
      return until === null || lastDay(until) >= ctx.today;
    });
    const initiativeIds = [...new Set(running.map(({ initiativeId }) => initiativeId))];
    const initiatives = await listInitiativesByIds(tx, ctx.organisationId, initiativeIds);
    refuseHeld(
      name,
      initiatives.filter(isUnderWay).map((initiative) => initiative.name),
      "withdraw the benefit or end its claim first",
    );
    const baselineIds = await baselinesComparedWith(tx, ctx.organisationId, [seriesId]);
    const compared = await listBenefits(tx, ctx.organisationId, { baselineIds });
    const comparing = [...new Set(compared.map((benefit) => benefit.initiativeId))];
    refuseHeld(
      name,
      (await listInitiativesByIds(tx, ctx.organisationId, comparing))
        .filter(isUnderWay)
        .map((initiative) => initiative.name),
      "their baselines are compared with it: freeze others for them first",
    );
    const adopted = await initiativesAdoptedBy(tx, ctx.organisationId, seriesId);
    refuseHeld(
      name,
      (await listInitiativesByIds(tx, ctx.organisationId, adopted))
        .filter(isUnderWay)
        .map((initiative) => initiative.name),
      "it tells their adoption: name another series for that first",
    );
  },
  async refuseBack(ctx, tx, { series: { kpiKey } }) {
    await refuseRetiredKpis(ctx, tx, [{ kpiKey, field: "seriesId" }], "have finance restore the KPI first");
  },
  view: (ctx, db, seriesId) => getSeries(ctx, { seriesId }, db),
};

/**
 * Takes a series out of what is logged; its history stays, and so does every figure that stands on it. Refused while an
 * initiative that is under way claims it, stands on a baseline that is compared with it, or has its adoption told by it.
 */
export async function retireSeries(
  ctx: Context,
  request: { seriesId: string } & RetireThing,
): Promise<WireSeries> {
  return retireThing(ctx, kind, { id: request.seriesId, ...request });
}

/** Brings a retired series back, to be logged again; refused while its KPI is retired. */
export async function restoreSeries(
  ctx: Context,
  request: { seriesId: string } & RestoreThing,
): Promise<WireSeries> {
  return restoreThing(ctx, kind, { id: request.seriesId, ...request });
}
