import { findOrganisation } from "@liftledger/database/organisations";
import { dayIn } from "@liftledger/kpis/time-zone";
import type { Context } from "../context.ts";

/** The context on the day that its organisation's clock shows; as it was where there is no such organisation yet. */
export async function onItsDay(ctx: Context): Promise<Context> {
  const organisation = await findOrganisation(ctx.db.read, ctx.organisationId);
  if (organisation === undefined) return ctx;
  const { timeZone } = organisation;
  return { ...ctx, timeZone, today: dayIn(Date.parse(ctx.now), timeZone) };
}
