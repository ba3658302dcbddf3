import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listLatestKpis } from "@liftledger/database/kpis";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { kpiView } from "./kpi-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The KPI catalogue: the latest version of each. */
export async function listKpis(ctx: Context, query: ListQuery = {}): Promise<EndpointOutput<"listKpis">> {
  mustBe(ctx, "viewer");
  const kept = await listLatestKpis(ctx.db.read, ctx.organisationId);
  const nameOf = await personNames(ctx, ctx.db.read);
  return pageRows(
    lists.listKpis.list,
    kept.map((one) => kpiView(one, nameOf)),
    query,
  );
}
