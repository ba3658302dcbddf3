import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listMessages } from "@liftledger/database/messages";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { deliveryViews } from "./delivery-view.ts";

/** A page of mails and calls of webhooks, the latest first unless another order is asked for. */
export async function listDeliveries(
  ctx: Context,
  query: EndpointRequest<"listDeliveries">["query"],
): Promise<EndpointOutput<"listDeliveries">> {
  mustBe(ctx, "admin");
  const { read } = ctx.db;
  const { rows, nextCursor } = await listMessages(read, ctx.organisationId, query);
  return { rows: await deliveryViews(ctx, read, rows), nextCursor };
}
