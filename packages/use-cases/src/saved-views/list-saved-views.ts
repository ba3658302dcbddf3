import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listSavedViews as listStored } from "@liftledger/database/saved-views";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { savedViewView } from "./saved-view-view.ts";

/** The views one may use: one's own, and those that others share. */
export async function listSavedViews(
  ctx: Context,
  query: EndpointRequest<"listSavedViews">["query"],
): Promise<EndpointOutput<"listSavedViews">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  const { personId } = ctx.actor;
  const { rows, nextCursor } = await listStored(read, ctx.organisationId, { ...query, personId });
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => savedViewView(ctx, row, nameOf)), nextCursor };
}
