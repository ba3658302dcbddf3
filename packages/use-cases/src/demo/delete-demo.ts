import { deleteOrganisation } from "@liftledger/database/organisations";
import { inTransaction } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** The id of the demo organisation; it never changes. */
export const demoOrganisationId = "demo";

/** Deletes the demo organisation and all that is in it; answers whether there was one. */
export async function deleteDemo(ctx: Context): Promise<{ deleted: boolean }> {
  mustBe(ctx, "admin");
  const deleted = await inTransaction(ctx.db, (tx) => deleteOrganisation(tx, demoOrganisationId));
  return { deleted };
}
