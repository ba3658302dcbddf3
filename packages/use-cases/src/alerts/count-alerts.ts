import type { AlertCount } from "@liftledger/contracts/alert";
import { countOpenAlerts } from "@liftledger/database/alerts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** How many alerts are open, and how many of one's own are not read. */
export async function countAlerts(ctx: Context): Promise<AlertCount> {
  mustBe(ctx, "viewer");
  return countOpenAlerts(ctx.db.read, ctx.organisationId, ctx.actor.personId);
}
