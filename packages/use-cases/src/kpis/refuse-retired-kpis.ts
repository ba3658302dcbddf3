import { findLatestKpi } from "@liftledger/database/kpis";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { kpiOf } from "./kpi-view.ts";

/** Throws "retired" where a request names KPIs that are retired, with who retired each and what to do. */
export async function refuseRetiredKpis(
  ctx: Context,
  db: Reader,
  places: readonly { kpiKey: string; field: string; row?: number }[],
  toDo = "choose another KPI, or have finance restore it",
): Promise<void> {
  const things = [];
  for (const { kpiKey, ...place } of places) {
    const kept = await findLatestKpi(db, ctx.organisationId, kpiKey);
    if (kept !== undefined) things.push({ objectId: kpiKey, name: kpiOf(kept).name, ...place });
  }
  await refuseRetired(ctx, db, "kpi", things, toDo);
}
