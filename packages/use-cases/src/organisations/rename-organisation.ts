import type { Organisation } from "@liftledger/contracts/organisation";
import { NotFoundError } from "@liftledger/database/errors";
import { renameOrganisation as renameStored } from "@liftledger/database/organisations";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { getOrganisation } from "./get-organisation.ts";
import { organisationView } from "./organisation-view.ts";

/** Gives the organisation of the request another name. Throws where it was renamed since that version. */
export async function renameOrganisation(
  ctx: Context,
  { organisationId, version, name }: { organisationId: string; version: number; name: string },
): Promise<Organisation> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    if (organisationId !== ctx.organisationId) throw new NotFoundError("organisation", organisationId);
    const before = await getOrganisation(ctx, tx);
    await renameStored(tx, { organisationId, version, name });
    const after = await getOrganisation(ctx, tx);
    audit({ action: "renameOrganisation", noun: "organisation", id: organisationId, before, after });
    return organisationView(tx, after);
  });
}
