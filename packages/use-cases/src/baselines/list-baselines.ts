import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listBaselines as listStored } from "@liftledger/database/baselines";
import { getSeries } from "@liftledger/database/series";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { baselineViews } from "./baseline-view.ts";

/** The baselines of a series, oldest first. */
export async function listBaselines(
  ctx: Context,
  { seriesId }: { seriesId: string },
): Promise<EndpointOutput<"listBaselines">> {
  mustBe(ctx, "viewer");
  await getSeries(ctx.db.read, ctx.organisationId, seriesId);
  const baselines = await listStored(ctx.db.read, ctx.organisationId, seriesId);
  return { rows: await baselineViews(ctx, ctx.db.read, baselines) };
}
