import { insertPerson } from "@liftledger/database/people";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { nameDigest } from "./person-by-name.ts";

/** Adds a person whatever their name; the chain is told a digest of it. */
export async function insertAuditedPerson(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { action, personId, displayName }: { action: string; personId: string; displayName: string },
): Promise<void> {
  const salt = `${ctx.newId()}${ctx.newId()}`;
  await insertPerson(tx, ctx.organisationId, { personId, displayName, salt });
  const after = { personId, displayNameDigest: nameDigest(salt, displayName) };
  audit({ action, noun: "person", id: personId, before: null, after });
}
