import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listValuePools as listStored } from "@liftledger/database/value-pools";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { askedFor, type RetiredQuery } from "../retirement/retired-views.ts";
import { poolViews } from "./pool-views.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** Every value pool by name. */
export async function listValuePools(
  ctx: Context,
  query: ListQuery & RetiredQuery = {},
): Promise<EndpointOutput<"listValuePools">> {
  mustBe(ctx, "viewer");
  const rows = await poolViews(ctx, ctx.db.read, await listStored(ctx.db.read, ctx.organisationId));
  return pageRows(lists.listValuePools.list, askedFor(rows, query), query);
}
