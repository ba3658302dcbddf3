import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { personViews } from "./person-views.ts";

/** Everybody the organisation knows: who may sign in, and owners somebody named. */
export async function listPeople(ctx: Context, query: ListQuery = {}): Promise<EndpointOutput<"listPeople">> {
  mustBe(ctx, "admin");
  return pageRows(lists.listPeople.list, await personViews(ctx, ctx.db.read), query);
}
