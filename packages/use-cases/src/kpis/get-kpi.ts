import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { NotFoundError } from "@liftledger/database/errors";
import { listKpiVersions } from "@liftledger/database/kpis";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { kpiView } from "./kpi-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** Every version of one KPI, latest first; throws `NotFoundError`. */
export async function getKpi(
  ctx: Context,
  { kpiKey, ...query }: { kpiKey: string } & ListQuery,
): Promise<EndpointOutput<"getKpi">> {
  mustBe(ctx, "viewer");
  const kept = await listKpiVersions(ctx.db.read, ctx.organisationId, kpiKey);
  if (kept.length === 0) throw new NotFoundError("KPI", kpiKey);
  const nameOf = await personNames(ctx, ctx.db.read);
  const retiredOf = await retiredViews(ctx, ctx.db.read, "kpi", [kpiKey]);
  return pageRows(
    lists.getKpi.list,
    kept.map((one) => kpiView(one, { nameOf, retiredOf })),
    query,
  );
}
