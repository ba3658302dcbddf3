import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import {
  listBenchmarkSets as listStored,
  listBenchmarkSetVersions,
} from "@liftledger/database/benchmark-sets";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { askedFor, retiredViews, type RetiredQuery } from "../retirement/retired-views.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";

/** The organisation's own benchmarks in their latest versions, oldest set first. */
export async function listBenchmarkSets(
  ctx: Context,
  query: ListQuery & RetiredQuery = {},
): Promise<EndpointOutput<"listBenchmarkSets">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const versions = await listBenchmarkSetVersions(db, ctx.organisationId);
    const latest = new Map(versions.map((version) => [version.setId, version]));
    const nameOf = await personNames(ctx, db);
    const sets = await listStored(db, ctx.organisationId);
    const retiredOf = await retiredViews(ctx, db, "benchmark-set");
    const rows = sets.map((set) => benchmarkSetView(set, entryOf(latest, set.setId), { nameOf, retiredOf }));
    return pageRows(lists.listBenchmarkSets.list, askedFor(rows, query), query);
  });
}
