import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listLatestKpis } from "@liftledger/database/kpis";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { askedFor, retiredViews, type RetiredQuery } from "../retirement/retired-views.ts";
import { kpiView } from "./kpi-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The KPI catalogue: the latest version of each. */
export async function listKpis(
  ctx: Context,
  query: ListQuery & RetiredQuery = {},
): Promise<EndpointOutput<"listKpis">> {
  mustBe(ctx, "viewer");
  const kept = await listLatestKpis(ctx.db.read, ctx.organisationId);
  const nameOf = await personNames(ctx, ctx.db.read);
  const retiredOf = await retiredViews(ctx, ctx.db.read, "kpi");
  const rows = kept.map((one) => kpiView(one, { nameOf, retiredOf }));
  return pageRows(lists.listKpis.list, askedFor(rows, query), query);
}
