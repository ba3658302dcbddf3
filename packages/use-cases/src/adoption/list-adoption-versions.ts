import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listAdoptionSeries } from "@liftledger/database/adoption-series";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { namedSeries } from "./named-series.ts";

/** Every version of which series tells the adoption of an initiative, the latest first unless another order is asked for. */
export async function listAdoptionVersions(
  ctx: Context,
  query: { initiativeId: string } & EndpointRequest<"listAdoptionVersions">["query"],
): Promise<EndpointOutput<"listAdoptionVersions">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    await getInitiative(db, ctx.organisationId, query.initiativeId);
    const { rows, nextCursor } = await listAdoptionSeries(db, ctx.organisationId, query);
    const nameOf = await personNames(ctx, db);
    const series = await namedSeries(
      ctx,
      db,
      rows.flatMap(({ seriesId }) => seriesId ?? []),
    );
    return {
      rows: rows.map(({ seriesId, recordedBy, ...row }) => ({
        ...row,
        series: (seriesId === null ? undefined : series.get(seriesId)) ?? null,
        recordedBy: nameOf(recordedBy),
      })),
      nextCursor,
    };
  });
}
