import { findOrganisation } from "@liftledger/database/organisations";
import { dayIn } from "@liftledger/kpis/time-zone";
import type { Context } from "../context.ts";

/** The context on the day that its organisation's clock shows; as it was where there is no such organisation yet. */
export async function onItsDay(ctx: Context): Promise<Context> {
  const organisation = await findOrganisation(ctx.db.read, ctx.organisationId);
  return organisation === undefined
    ? ctx
    : { ...ctx, today: dayIn(Date.parse(ctx.now), organisation.timeZone) };
}
