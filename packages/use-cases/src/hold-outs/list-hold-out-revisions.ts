import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { holdOutRevisions } from "@liftledger/database/hold-outs";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { holdOutViews } from "./hold-out-view.ts";

/** Every revision of a hold-out, first to last, also of one that was taken back. */
export async function listHoldOutRevisions(
  ctx: Context,
  { holdOutId, ...query }: { holdOutId: string } & ListQuery,
): Promise<EndpointOutput<"listHoldOutRevisions">> {
  mustBe(ctx, "viewer");
  const revisions = await holdOutRevisions(ctx.db.read, ctx.organisationId, holdOutId);
  const rows = await holdOutViews(ctx, ctx.db.read, revisions);
  return pageRows(lists.listHoldOutRevisions.list, rows, query);
}
