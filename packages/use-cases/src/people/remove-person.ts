import type { Person } from "@liftledger/contracts/access";
import { endAccessLinks } from "@liftledger/database/access-links";
import { deleteAccount } from "@liftledger/database/accounts";
import { getMember, updateMember } from "@liftledger/database/members";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { personView } from "./person-views.ts";

/** Takes a person's access away: account, sessions, links. Their name stays with what they did. */
export async function removePerson(ctx: Context, { personId }: { personId: string }): Promise<Person> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await takeAccess(ctx, tx, audit, { action: "removePerson", personId });
    return personView(ctx, tx, personId);
  });
}

/** Ends whatever lets a person in, in the transaction given; throws `NotFoundError` for one without an account. */
export async function takeAccess(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, personId }: { action: string; personId: string },
): Promise<void> {
  const before = await getMember(tx, ctx.organisationId, personId);
  await refuseLastAdmin(ctx, tx, before);
  await endAccessLinks(tx, ctx.organisationId, personId, ctx.now);
  await deleteAccount(tx, personId);
  if (before.removedAt !== null) return;
  const after = await updateMember(tx, ctx.organisationId, before, { removedAt: ctx.now, teamIds: [] });
  audit({ action, noun: "member", id: personId, before, after });
}
