import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { getSeries } from "@liftledger/database/series";
import { latestSnapshots } from "@liftledger/database/snapshots";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { snapshotView } from "./snapshot-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows } from "../lists/page-rows.ts";

/** The latest snapshot of each period of a series, as it was known at an instant. */
export async function listSnapshots(
  ctx: Context,
  { seriesId, ...query }: { seriesId: string } & Partial<EndpointRequest<"listSnapshots">["query"]>,
): Promise<EndpointOutput<"listSnapshots">> {
  mustBe(ctx, "viewer");
  const series = await getSeries(ctx.db.read, ctx.organisationId, seriesId);
  const snapshots = await latestSnapshots(ctx.db.read, ctx.organisationId, seriesId, query);
  const kpi = entryOf(await kpisOfSeries(ctx, ctx.db.read, [series]), seriesId);
  const nameOf = await personNames(ctx, ctx.db.read);
  const day = query.asOf === undefined ? ctx.today : dayOf(ctx, query.asOf);
  const rows = snapshots.map((snapshot) => snapshotView(snapshot, { kpi, day, nameOf }));
  return pageRows(lists.listSnapshots.list, rows, query);
}
