import { NotFoundError } from "@liftledger/database/errors";
import { findOrganisation, type Organisation } from "@liftledger/database/organisations";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** The organisation of the request; throws `NotFoundError` when there is none of that id. */
export async function getOrganisation(ctx: Context, db: Reader = ctx.db.read): Promise<Organisation> {
  const organisation = await findOrganisation(db, ctx.organisationId);
  if (organisation === undefined) throw new NotFoundError("organisation", ctx.organisationId);
  return organisation;
}
