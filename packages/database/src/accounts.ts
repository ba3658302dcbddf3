import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** Who can sign in. The id is that of the person; name and e-mail stand nowhere else but in `people`. */
export interface Account {
  personId: string;
  name: string;
  email: string;
  /** Whether an authenticator app was confirmed. */
  twoFactor: boolean;
}

/** A sign-in that has not ended. */
export interface AccountSession {
  sessionId: string;
  personId: string;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
  address: string | null;
  userAgent: string | null;
}

/** Adds an account without a password. An e-mail that is taken is a `ConstraintError`. */
export async function insertAccount(
  tx: Writer,
  { personId, name, email }: Omit<Account, "twoFactor">,
  now: string,
): Promise<void> {
  await tx
    .insertInto("auth_users")
    .values({
      id: personId,
      name,
      email: email.toLowerCase(),
      email_verified: 0,
      image: null,
      two_factor_enabled: 0,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** Sets the password of an account, by its hash. */
export async function setPasswordHash(
  tx: Writer,
  personId: string,
  passwordHash: string,
  now: string,
): Promise<void> {
  await tx
    .insertInto("auth_accounts")
    .values({
      id: `${personId}-password`,
      account_id: personId,
      provider_id: "credential",
      user_id: personId,
      password: passwordHash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["provider_id", "account_id"])
        .doUpdateSet({ password: passwordHash, updated_at: now }),
    )
    .execute();
}

/** The accounts of some people, those who have one. */
export async function listAccounts(db: Reader, personIds: readonly string[]): Promise<Account[]> {
  const rows = await db
    .selectFrom("auth_users")
    .select(["id", "name", "email", "two_factor_enabled"])
    .where(isOneOf(db, "id", personIds))
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    email: row.email,
    twoFactor: row.two_factor_enabled === 1,
  }));
}

/** The account of a person, or undefined. */
export async function findAccount(db: Reader, personId: string): Promise<Account | undefined> {
  return (await listAccounts(db, [personId]))[0];
}

/** The account of an e-mail address, or undefined. */
export async function findAccountByEmail(db: Reader, email: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom("auth_users")
    .select("id")
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  return row && findAccount(db, row.id);
}

/** The account that another server's identity was bound to, or undefined. */
export async function findAccountByIdentity(
  db: Reader,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<Account | undefined> {
  const row = await db
    .selectFrom("auth_accounts")
    .select("user_id")
    .where("provider_id", "=", issuer)
    .where("account_id", "=", subject)
    .executeTakeFirst();
  return row && findAccount(db, row.user_id);
}

/** Whether an account is bound to somebody at a sign-in server, which is told apart by its issuer. */
export async function hasIdentityOf(
  db: Reader,
  { personId, issuer }: { personId: string; issuer: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("auth_accounts")
    .select("id")
    .where("user_id", "=", personId)
    .where("provider_id", "=", issuer)
    .executeTakeFirst();
  return row !== undefined;
}

/** Binds an identity of another server to an account. One that is bound already is a `ConstraintError`. */
export async function insertIdentity(
  tx: Writer,
  { personId, issuer, subject }: { personId: string; issuer: string; subject: string },
  now: string,
): Promise<void> {
  await tx
    .insertInto("auth_accounts")
    .values({
      id: `${issuer} ${subject}`,
      account_id: subject,
      provider_id: issuer,
      user_id: personId,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** Gives an account the name of its person. */
export async function renameAccount(tx: Writer, personId: string, name: string): Promise<void> {
  await tx.updateTable("auth_users").set({ name }).where("id", "=", personId).execute();
}

/** Deletes an account with its password, sessions and authenticator; what was begun with it ends too. */
export async function deleteAccount(tx: Writer, personId: string): Promise<void> {
  await endBegun(tx, personId);
  await tx.deleteFrom("auth_users").where("id", "=", personId).execute();
}

/** Takes the authenticator app away. */
export async function deleteTwoFactor(tx: Writer, personId: string): Promise<void> {
  await endBegun(tx, personId);
  await tx.deleteFrom("auth_two_factors").where("user_id", "=", personId).execute();
  await tx.updateTable("auth_users").set({ two_factor_enabled: 0 }).where("id", "=", personId).execute();
}

// A first factor that waits for the second is kept under the person's id.
async function endBegun(tx: Writer, personId: string): Promise<void> {
  await tx.deleteFrom("auth_verifications").where("value", "=", personId).execute();
}

/** The sessions of some people that have not ended at an instant, those used latest first. */
export async function listSessions(
  db: Reader,
  personIds: readonly string[],
  now: string,
): Promise<AccountSession[]> {
  const rows = await db
    .selectFrom("auth_sessions")
    .select(["id", "user_id", "created_at", "updated_at", "expires_at", "ip_address", "user_agent"])
    .where(isOneOf(db, "user_id", personIds))
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  const sessions = rows.map((row) => ({
    sessionId: row.id,
    personId: row.user_id,
    createdAt: row.created_at,
    lastUsedAt: row.updated_at,
    expiresAt: row.expires_at,
    address: row.ip_address,
    userAgent: row.user_agent,
  }));
  return sessions.filter((session) => session.expiresAt > now);
}

/** Ends sessions of a person: all, one, or all but one. Answers how many there were. */
export async function deleteSessions(
  tx: Writer,
  personId: string,
  { only, except }: { only?: string | undefined; except?: string | undefined } = {},
): Promise<number> {
  let query = tx.deleteFrom("auth_sessions").where("user_id", "=", personId);
  if (only !== undefined) query = query.where("id", "=", only);
  if (except !== undefined) query = query.where("id", "!=", except);
  if (only === undefined && except === undefined) await endBegun(tx, personId);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

/** Adds a session as it is, for tests that must not wait for a password's hash. */
export async function insertSession(
  tx: Writer,
  session: { sessionId: string; token: string; personId: string; createdAt: string; expiresAt: string },
): Promise<void> {
  const { sessionId: id, token, personId, createdAt, expiresAt } = session;
  await tx
    .insertInto("auth_sessions")
    .values({
      id,
      token,
      user_id: personId,
      created_at: createdAt,
      updated_at: createdAt,
      expires_at: expiresAt,
      ip_address: null,
      user_agent: null,
    })
    .execute();
}

/** The secret of this database, which is the one given where there is none yet. */
export async function findOrKeepSecret(tx: Writer, secret: string): Promise<string> {
  await tx
    .insertInto("auth_secrets")
    .values({ id: "sessions", value: secret })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const row = await tx
    .selectFrom("auth_secrets")
    .select("value")
    .where("id", "=", "sessions")
    .executeTakeFirstOrThrow();
  return row.value;
}
