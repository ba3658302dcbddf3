import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listTeams as listStored } from "@liftledger/database/teams";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { askedFor, retiredViews, type RetiredQuery } from "../retirement/retired-views.ts";

/** The teams, by name. */
export async function listTeams(
  ctx: Context,
  query: ListQuery & RetiredQuery = {},
): Promise<EndpointOutput<"listTeams">> {
  mustBe(ctx, "viewer");
  const retiredOf = await retiredViews(ctx, ctx.db.read, "team");
  const rows = (await listStored(ctx.db.read, ctx.organisationId)).map((team) => ({
    ...team,
    retired: retiredOf(team.teamId),
  }));
  return pageRows(lists.listTeams.list, askedFor(rows, query), query);
}
