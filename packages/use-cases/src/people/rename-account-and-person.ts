import { renameAccount } from "@liftledger/database/accounts";
import { getPerson, renamePerson } from "@liftledger/database/people";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { nameDigest } from "./person-by-name.ts";

/** Gives a person another name, wherever a name stands; the chain is told digests of both. */
export async function renameAccountAndPerson(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, personId, name }: { action: string; personId: string; name: string },
): Promise<void> {
  const before = await getPerson(tx, ctx.organisationId, personId);
  if (before.displayName === name) return;
  const salt = `${ctx.newId()}${ctx.newId()}`;
  await renamePerson(tx, ctx.organisationId, { personId, displayName: name, salt });
  await renameAccount(tx, personId, name);
  audit({
    action,
    noun: "person",
    id: personId,
    before: { displayNameDigest: before.salt === null ? null : nameDigest(before.salt, before.displayName) },
    after: { displayNameDigest: nameDigest(salt, name) },
  });
}
