import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { getBenchmarkSet as getStored, listBenchmarkSetVersions } from "@liftledger/database/benchmark-sets";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";

/** Every version of a set, latest first; throws `NotFoundError`. */
export async function getBenchmarkSet(
  ctx: Context,
  { setId, ...query }: { setId: string } & ListQuery,
): Promise<EndpointOutput<"getBenchmarkSet">> {
  mustBe(ctx, "viewer");
  const set = await getStored(ctx.db.read, ctx.organisationId, setId);
  const versions = await listBenchmarkSetVersions(ctx.db.read, ctx.organisationId, { setId });
  const nameOf = await personNames(ctx, ctx.db.read);
  const retiredOf = await retiredViews(ctx, ctx.db.read, "benchmark-set", [setId]);
  const rows = versions.map((version) => benchmarkSetView(set, version, { nameOf, retiredOf }));
  return pageRows(lists.getBenchmarkSet.list, rows, query);
}
