import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { Person } from "@liftledger/contracts/access";
import { findAccountByEmail, insertAccount } from "@liftledger/database/accounts";
import { findMember, insertMember, updateMember } from "@liftledger/database/members";
import { getPerson } from "@liftledger/database/people";
import type { Writer } from "@liftledger/database/transaction";
import { makeLink, type MadeAccessLink } from "../access/access-link.ts";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { insertAuditedPerson } from "./insert-audited-person.ts";
import { refuseUnknownTeams } from "./known-teams.ts";
import { personView } from "./person-views.ts";
import { renameAccountAndPerson } from "./rename-account-and-person.ts";

type Wanted = EndpointRequest<"invitePerson">["body"];

/**
 * Invites a person, new or one the organisation knows by name. Answers the token of a link to hand over, once.
 * One whose access was taken away can be invited again, and keeps what carries their name.
 */
export async function invitePerson(
  ctx: Context,
  wanted: Wanted,
): Promise<{ person: Person; link: MadeAccessLink }> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await refuseUnknownTeams(ctx, tx, wanted.teamIds);
    await refuseTakenEmail(tx, wanted.email);
    const personId = await knownPerson(ctx, tx, audit, wanted);
    await insertAccount(tx, { personId, name: wanted.name, email: wanted.email }, ctx.now);
    await addMember(ctx, tx, audit, { personId, wanted });
    const link = await makeLink(ctx, tx, { kind: "invitation", personId });
    return { person: await personView(ctx, tx, personId), link };
  });
}

async function refuseTakenEmail(tx: Writer, email: string): Promise<void> {
  if ((await findAccountByEmail(tx, email)) === undefined) return;
  const message = "There is an account with this e-mail address already.";
  throw new ProblemError("conflict", message, [{ field: "email", message: "taken" }]);
}

async function knownPerson(ctx: Context, tx: Writer, audit: Audit, wanted: Wanted): Promise<string> {
  const { name } = wanted;
  if (wanted.personId === undefined) {
    const personId = ctx.newId();
    await insertAuditedPerson(ctx, tx, audit, { action: "invitePerson", personId, displayName: name });
    return personId;
  }
  const { personId } = await getPerson(tx, ctx.organisationId, wanted.personId);
  const member = await findMember(tx, ctx.organisationId, personId);
  if (member !== undefined && member.removedAt === null) {
    throw new ProblemError("conflict", "This person has an account already.");
  }
  await renameAccountAndPerson(ctx, tx, audit, { action: "invitePerson", personId, name });
  return personId;
}

async function addMember(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { personId, wanted: { role, teamIds } }: { personId: string; wanted: Wanted },
): Promise<void> {
  const before = await findMember(tx, ctx.organisationId, personId);
  const facts = { role, teamIds, joinedAt: null };
  if (before === undefined) {
    await insertMember(tx, ctx.organisationId, { personId, ...facts, createdAt: ctx.now });
  } else {
    await updateMember(tx, ctx.organisationId, before, { ...facts, removedAt: null });
  }
  const after = { personId, role, teamIds };
  audit({ action: "invitePerson", noun: "member", id: personId, before: before ?? null, after });
}
