import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { holdOutRevisions } from "@liftledger/database/hold-outs";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { holdOutViews } from "./hold-out-view.ts";

/** Every revision of a hold-out, first to last, also of one that was taken back. */
export async function listHoldOutRevisions(
  ctx: Context,
  { holdOutId }: { holdOutId: string },
): Promise<EndpointOutput<"listHoldOutRevisions">> {
  mustBe(ctx, "viewer");
  const revisions = await holdOutRevisions(ctx.db.read, ctx.organisationId, holdOutId);
  return { rows: await holdOutViews(ctx, ctx.db.read, revisions) };
}
