import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listTeams as listStored } from "@liftledger/database/teams";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";

/** The teams, by name. */
export async function listTeams(ctx: Context, query: ListQuery = {}): Promise<EndpointOutput<"listTeams">> {
  mustBe(ctx, "viewer");
  return pageRows(lists.listTeams.list, await listStored(ctx.db.read, ctx.organisationId), query);
}
