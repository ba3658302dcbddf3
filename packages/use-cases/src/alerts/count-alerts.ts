import type { AlertCount } from "@liftledger/contracts/alert";
import { countOpenAlerts } from "@liftledger/database/alerts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** How many alerts are open, how many are put off, and how many open ones of one's own are not read. */
export async function countAlerts(ctx: Context): Promise<AlertCount> {
  mustBe(ctx, "viewer");
  const { today, actor } = ctx;
  return countOpenAlerts(ctx.db.read, ctx.organisationId, { personId: actor.personId, today });
}
