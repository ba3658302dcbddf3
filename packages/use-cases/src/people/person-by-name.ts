import { createHash } from "node:crypto";
import { findOrCreatePerson } from "@liftledger/database/people";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";

/** The id of the person of that name, who is made when there is none. */
export async function personIdByName(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  displayName: string,
): Promise<string> {
  return findOrMakePerson(ctx, tx, audit, { personId: ctx.newId(), displayName });
}

/**
 * The same for a person whose id is known. The chain is told a digest of the name; its salt stands beside the name
 * and goes with it, so that an erased name cannot be guessed from the chain.
 */
export async function findOrMakePerson(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  wanted: { personId: string; displayName: string },
): Promise<string> {
  // One id alone holds too little that nobody can guess.
  const salt = `${ctx.newId()}${ctx.newId()}`;
  const { personId } = await findOrCreatePerson(tx, ctx.organisationId, { ...wanted, salt });
  if (personId === wanted.personId) {
    const after = { personId, displayNameDigest: nameDigest(salt, wanted.displayName) };
    audit({ action: "findOrCreatePerson", noun: "person", id: personId, before: null, after });
  }
  return personId;
}

/** SHA-256, in hexadecimal, over the salt followed by the name. */
export function nameDigest(salt: string, displayName: string): string {
  return createHash("sha256").update(salt).update(displayName).digest("hex");
}
