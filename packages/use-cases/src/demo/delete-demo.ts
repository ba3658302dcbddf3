import { deleteOrganisation, findOrganisation } from "@liftledger/database/organisations";
import { inTransaction } from "@liftledger/database/transaction";
import { auditIn } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { defaultOrganisationId } from "../local/local-actor.ts";
import { mustBe } from "../permissions.ts";

/** The id of the demo organisation; it never changes. */
export const demoOrganisationId = "demo";

/**
 * Deletes the demo organisation and all that is in it, its audit chain as well; answers whether there was one.
 * The default organisation's chain says that it was deleted.
 */
export async function deleteDemo(ctx: Context): Promise<{ deleted: boolean }> {
  mustBe(ctx, "admin");
  const deleted = await inTransaction(ctx.db, async (tx) => {
    const before = await findOrganisation(tx, demoOrganisationId);
    if (before === undefined) return false;
    await deleteOrganisation(tx, demoOrganisationId);
    const audit = auditIn({ ...ctx, organisationId: defaultOrganisationId }, tx);
    audit({ action: "deleteDemo", noun: "organisation", id: demoOrganisationId, before, after: null });
    return true;
  });
  return { deleted };
}
