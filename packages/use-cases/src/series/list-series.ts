import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listSeries as listStored } from "@liftledger/database/series";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { seriesViews } from "./series-view.ts";

/** A page of the series, of one KPI when asked. */
export async function listSeries(
  ctx: Context,
  query: EndpointRequest<"listSeries">["query"],
): Promise<EndpointOutput<"listSeries">> {
  mustBe(ctx, "viewer");
  const page = await listStored(ctx.db.read, ctx.organisationId, {
    ...query,
    isRetired: query.retired === undefined ? undefined : query.retired === "true",
  });
  return { rows: await seriesViews(ctx, ctx.db.read, page.rows), nextCursor: page.nextCursor };
}
