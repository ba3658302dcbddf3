import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { getSeries } from "@liftledger/database/series";
import { latestSnapshots } from "@liftledger/database/snapshots";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { snapshotView } from "./snapshot-view.ts";

/** The latest snapshot of each period of a series, as it was known at an instant. */
export async function listSnapshots(
  ctx: Context,
  { seriesId, ...range }: { seriesId: string } & EndpointRequest<"listSnapshots">["query"],
): Promise<EndpointOutput<"listSnapshots">> {
  mustBe(ctx, "viewer");
  await getSeries(ctx.db.read, ctx.organisationId, seriesId);
  const snapshots = await latestSnapshots(ctx.db.read, ctx.organisationId, seriesId, range);
  const nameOf = await personNames(ctx, ctx.db.read);
  return { rows: snapshots.map((snapshot) => snapshotView(snapshot, nameOf)) };
}
