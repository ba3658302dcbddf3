import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listHoldOuts as listStored } from "@liftledger/database/hold-outs";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { holdOutViews } from "./hold-out-view.ts";

/** The hold-outs that stand, newest first: of the organisation, of an initiative or of a benefit. */
export async function listHoldOuts(
  ctx: Context,
  query: EndpointRequest<"listHoldOuts">["query"],
): Promise<EndpointOutput<"listHoldOuts">> {
  mustBe(ctx, "viewer");
  const { rows, nextCursor } = await listStored(ctx.db.read, ctx.organisationId, query);
  return { rows: await holdOutViews(ctx, ctx.db.read, rows, query), nextCursor };
}
