import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listServiceKeys as listStored } from "@liftledger/database/service-keys";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { serviceKeyViews } from "./service-key-views.ts";

/** The service keys, newest first, those that ended as well. */
export async function listServiceKeys(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listServiceKeys">> {
  mustBe(ctx, "admin");
  const keys = await listStored(ctx.db.read, ctx.organisationId);
  return pageRows(lists.listServiceKeys.list, await serviceKeyViews(ctx, ctx.db.read, keys), query);
}
