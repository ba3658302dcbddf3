import type { Kpi } from "@liftledger/contracts/kpi";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { NotFoundError } from "@liftledger/database/errors";
import { findLatestKpi, type KpiVersion } from "@liftledger/database/kpis";
import { listRetirements } from "@liftledger/database/retirements";
import { listSeriesOfKpi } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { refuseHeld } from "../retirement/refuse-retired.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { kpiOf, kpiView } from "./kpi-view.ts";

const kind: Retirable<RetirableThing, Kpi> = {
  noun: "kpi",
  called: "KPI",
  needs: "finance",
  actions: { retire: "retireKpi", restore: "restoreKpi" },
  async get(ctx, tx, kpiKey) {
    const latest = await latestKpi(ctx, tx, kpiKey);
    return { objectId: kpiKey, name: kpiOf(latest).name, version: latest.version, facts: latest };
  },
  async refuseInUse(ctx, tx, { objectId, name }) {
    const series = await listSeriesOfKpi(tx, ctx.organisationId, objectId);
    const ids = series.map(({ seriesId }) => seriesId);
    const retired = await listRetirements(tx, ctx.organisationId, "series", ids);
    const measured = series.filter(({ seriesId }) => !retired.has(seriesId));
    const holders = measured.map(({ scope }) => `the series “${scope}”`);
    refuseHeld(name, holders, "retire the series first");
  },
  async view(ctx, db, kpiKey) {
    const latest = await latestKpi(ctx, db, kpiKey);
    return kpiView(latest, {
      nameOf: await personNames(ctx, db),
      retiredOf: await retiredViews(ctx, db, "kpi", [kpiKey]),
    });
  },
};

/** Takes a KPI that nothing is measured by any more out of what can be chosen; its versions stay readable. */
export async function retireKpi(ctx: Context, request: { kpiKey: string } & RetireThing): Promise<Kpi> {
  return retireThing(ctx, kind, { id: request.kpiKey, ...request });
}

/** Brings a retired KPI back. */
export async function restoreKpi(ctx: Context, request: { kpiKey: string } & RestoreThing): Promise<Kpi> {
  return restoreThing(ctx, kind, { id: request.kpiKey, ...request });
}

async function latestKpi(ctx: Context, db: Reader, kpiKey: string): Promise<KpiVersion> {
  const latest = await findLatestKpi(db, ctx.organisationId, kpiKey);
  if (latest === undefined) throw new NotFoundError("KPI", kpiKey);
  return latest;
}
