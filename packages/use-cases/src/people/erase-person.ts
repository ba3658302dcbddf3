import type { Person } from "@liftledger/contracts/access";
import { findMember } from "@liftledger/database/members";
import { listOrganisations } from "@liftledger/database/organisations";
import { getPerson, renamePerson } from "@liftledger/database/people";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { personView } from "./person-views.ts";
import { takeAccess } from "./remove-person.ts";

/** How a person is called whose name was erased. */
export const erasedName = "Erased person";

/**
 * Erases a person: name, e-mail, sessions and the salt of the name's digest go, so that nobody can guess it from the
 * audit chain. What they did stays, under an id, and the chain stays whole.
 */
export async function erasePerson(ctx: Context, { personId }: { personId: string }): Promise<Person> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getPerson(tx, ctx.organisationId, personId);
    const member = await findMember(tx, ctx.organisationId, personId);
    if (member !== undefined) await takeAccess(ctx, tx, audit, { action: "erasePerson", personId });
    // A demo that somebody made knows their name as well.
    for (const { organisationId } of await listOrganisations(tx)) {
      await renamePerson(tx, organisationId, { personId, displayName: erasedName, salt: null });
    }
    audit({ action: "erasePerson", noun: "person", id: personId, before: { personId }, after: { personId } });
    return personView(ctx, tx, personId);
  });
}
