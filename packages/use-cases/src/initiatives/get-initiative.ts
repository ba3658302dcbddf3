import type { Initiative } from "@liftledger/contracts/initiative";
import { getInitiative as getStored } from "@liftledger/database/initiatives";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { initiativeViews } from "./initiative-view.ts";

/** One initiative; throws `NotFoundError`. */
export async function getInitiative(
  ctx: Context,
  { initiativeId }: { initiativeId: string },
): Promise<Initiative> {
  mustBe(ctx, "viewer");
  const kept = await getStored(ctx.db.read, ctx.organisationId, initiativeId);
  return onlyRow(await initiativeViews(ctx, ctx.db.read, [kept]));
}
