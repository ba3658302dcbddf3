import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listInitiatives as listStored } from "@liftledger/database/initiatives";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { initiativeViews } from "./initiative-view.ts";

/** A page of the initiatives, of one phase or status when asked. */
export async function listInitiatives(
  ctx: Context,
  query: EndpointRequest<"listInitiatives">["query"],
): Promise<EndpointOutput<"listInitiatives">> {
  mustBe(ctx, "viewer");
  const page = await listStored(ctx.db.read, ctx.organisationId, query);
  return { rows: await initiativeViews(ctx, ctx.db.read, page.rows), nextCursor: page.nextCursor };
}
