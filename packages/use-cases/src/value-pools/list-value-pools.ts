import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listValuePools as listStored } from "@liftledger/database/value-pools";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { poolViews } from "./pool-views.ts";

/** Every value pool by name. */
export async function listValuePools(ctx: Context): Promise<EndpointOutput<"listValuePools">> {
  mustBe(ctx, "viewer");
  return { rows: await poolViews(ctx, ctx.db.read, await listStored(ctx.db.read, ctx.organisationId)) };
}
