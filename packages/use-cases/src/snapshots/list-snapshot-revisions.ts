import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { getSeries } from "@liftledger/database/series";
import { snapshotRevisions } from "@liftledger/database/snapshots";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { revisionView } from "./snapshot-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** Every revision of one period of a series, first to last; empty when nothing was logged. */
export async function listSnapshotRevisions(
  ctx: Context,
  { seriesId, period, ...query }: { seriesId: string; period: string } & ListQuery,
): Promise<EndpointOutput<"listSnapshotRevisions">> {
  mustBe(ctx, "viewer");
  const series = await getSeries(ctx.db.read, ctx.organisationId, seriesId);
  const revisions = await snapshotRevisions(ctx.db.read, ctx.organisationId, seriesId, period);
  const kpi = entryOf(await kpisOfSeries(ctx, ctx.db.read, [series]), seriesId);
  const nameOf = await personNames(ctx, ctx.db.read);
  const day = ctx.today;
  const rows = revisions.map((snapshot) => revisionView(snapshot, { kpi, day, nameOf }));
  return pageRows(lists.listSnapshotRevisions.list, rows, query);
}
