import { createHmac, randomBytes } from "node:crypto";
import { findAccount, insertAccount, insertSession } from "@liftledger/database/accounts";
import { findMember, insertMember, type MemberRole } from "@liftledger/database/members";
import type { Database } from "@liftledger/database/open-database";
import { insertPerson } from "@liftledger/database/people";
import { inTransaction } from "@liftledger/database/transaction";

/** What the sessions of tests are signed with. */
export const testSecret = "a-secret-for-tests-only-0123456789";

/** Who is to be signed in. */
export interface TestPerson {
  personId: string;
  role: MemberRole;
  organisationId?: string;
  teamIds?: string[];
  signedInAt?: string;
  /** By chance when it is left out. */
  token?: string;
}

/**
 * Makes a person a member where they are none and gives them a session, without a password: hashing one takes longer
 * than most tests. Answers the cookie that a browser would send.
 */
export async function signedIn(db: Database, person: TestPerson): Promise<string> {
  const { personId, role, organisationId = "default", teamIds = [] } = person;
  const createdAt = person.signedInAt ?? "2026-06-24T11:55:00.000Z";
  const token = person.token ?? randomBytes(24).toString("hex");
  await inTransaction(db, async (tx) => {
    if ((await findMember(tx, organisationId, personId)) === undefined) {
      const known = await tx
        .selectFrom("people")
        .select("person_id")
        .where("organisation_id", "=", organisationId)
        .where("person_id", "=", personId)
        .executeTakeFirst();
      if (known === undefined) {
        await insertPerson(tx, organisationId, { personId, displayName: personId, salt: "salt" });
      }
      const account = { personId, name: personId, email: `${personId}@example.test` };
      if ((await findAccount(tx, personId)) === undefined) await insertAccount(tx, account, createdAt);
      const member = { personId, role, teamIds, joinedAt: createdAt, createdAt };
      await insertMember(tx, organisationId, member);
    }
    await insertSession(tx, {
      sessionId: `session-${token.slice(0, 20)}`,
      token,
      personId,
      createdAt,
      expiresAt: "2100-01-01T00:00:00.000Z",
    });
  });
  return sessionCookie(token);
}

/** The cookie of a session as better-auth signs it: the token and its HMAC. */
function sessionCookie(token: string): string {
  const signature = createHmac("sha256", testSecret).update(token).digest("base64");
  return `liftledger.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
