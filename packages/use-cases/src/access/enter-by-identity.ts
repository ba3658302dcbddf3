import { endAccessLinks } from "@liftledger/database/access-links";
import {
  findAccountByEmail,
  findAccountByIdentity,
  hasIdentityOf,
  insertIdentity,
  type Account,
} from "@liftledger/database/accounts";
import { findMember, updateMember } from "@liftledger/database/members";
import type { Reader } from "@liftledger/database/transaction";
import { auditAs } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";

/** Somebody another server vouches for. */
export interface VouchedIdentity {
  readonly issuer: string;
  /** Their id there; it never changes, while addresses do. */
  readonly subject: string;
  /** Their e-mail address, where that server answers for it; else null. */
  readonly email: string | null;
}

/**
 * Finds the person an identity belongs to: the one it was bound to, or, the first time, the one who was invited by its
 * e-mail address; then it is bound to them, and an invitation counts as accepted. From then on nobody else of that server
 * gets in as them, though the address became theirs. Nobody gets in who was not invited: throws "wrong-credentials".
 */
export async function enterByIdentity(
  ctx: Context,
  identity: VouchedIdentity,
): Promise<{ personId: string; name: string }> {
  mustBe(ctx, "anyone");
  return changeOnce(ctx, async (tx, _audit, ctx) => {
    const bound = await findAccountByIdentity(tx, identity);
    const account = bound ?? (await invitedAccount(tx, identity));
    const member = account && (await findMember(tx, ctx.organisationId, account.personId));
    if (account === undefined || member === undefined || member.removedAt !== null) {
      throw new ProblemError("wrong-credentials", strangerWords(identity));
    }
    const { personId, name } = account;
    const audit = auditAs(ctx, tx, { personId, name });
    if (bound === undefined) {
      const { issuer, subject } = identity;
      if (await hasIdentityOf(tx, { personId, issuer })) {
        throw new ProblemError("wrong-credentials", otherWords(identity));
      }
      await insertIdentity(tx, { personId, issuer, subject }, ctx.now);
      const after = { personId, issuer };
      audit({ action: "bindIdentity", noun: "account", id: personId, before: null, after });
    }
    if (member.joinedAt === null) {
      await endAccessLinks(tx, ctx.organisationId, personId, ctx.now);
      const joined = await updateMember(tx, ctx.organisationId, member, { joinedAt: ctx.now });
      audit({ action: "acceptInvitation", noun: "member", id: personId, before: member, after: joined });
    }
    return { personId, name };
  });
}

async function invitedAccount(db: Reader, { email }: VouchedIdentity): Promise<Account | undefined> {
  return email === null ? undefined : findAccountByEmail(db, email);
}

function otherWords({ email }: VouchedIdentity): string {
  return `The account for ${email} here belongs to somebody with another id at the server you signed in with. Ask an admin of your company: who is new with this address is invited once the account before is removed.`;
}

function strangerWords({ email }: VouchedIdentity): string {
  if (email !== null)
    return `There is no account for ${email} here. Ask an admin of your company to invite you.`;
  return "The server you signed in with does not answer for your e-mail address, by which your invitation would be found. Ask an admin of your company.";
}
