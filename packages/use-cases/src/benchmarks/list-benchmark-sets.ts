import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import {
  listBenchmarkSets as listStored,
  listBenchmarkSetVersions,
} from "@liftledger/database/benchmark-sets";
import { pageFrom } from "@liftledger/database/page";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { benchmarkSetView } from "./benchmark-set-view.ts";

/** The organisation's own benchmarks in their latest versions, oldest set first. */
export async function listBenchmarkSets(
  ctx: Context,
  { cursor, limit }: EndpointRequest<"listBenchmarkSets">["query"],
): Promise<EndpointOutput<"listBenchmarkSets">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const versions = await listBenchmarkSetVersions(db, ctx.organisationId);
    const latest = new Map(versions.map((version) => [version.setId, version]));
    const nameOf = await personNames(ctx, db);
    const sets = (await listStored(db, ctx.organisationId)).filter(
      ({ setId }) => cursor === undefined || setId > cursor,
    );
    const page = pageFrom(sets.slice(0, limit + 1), limit, ({ setId }) => setId);
    return {
      ...page,
      rows: page.rows.map((set) => benchmarkSetView(set, entryOf(latest, set.setId), nameOf)),
    };
  });
}
