import type { HoldOut } from "@liftledger/contracts/hold-out";
import { getHoldOut as getStored } from "@liftledger/database/hold-outs";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { holdOutViews } from "./hold-out-view.ts";

/** A hold-out that stands, or as it stood at an instant. */
export async function getHoldOut(
  ctx: Context,
  { holdOutId, asOf }: { holdOutId: string; asOf?: string | undefined },
): Promise<HoldOut> {
  mustBe(ctx, "viewer");
  const kept = await getStored(ctx.db.read, ctx.organisationId, holdOutId, { asOf });
  return onlyRow(await holdOutViews(ctx, ctx.db.read, [kept], { asOf }));
}
