import { insertAccessLink } from "../../access-links.ts";
import { insertAccount, insertSession, setPasswordHash } from "../../accounts.ts";
import { insertMember, setReadingOfMember } from "../../members.ts";
import { insertSavedView } from "../../saved-views.ts";
import { insertServiceKey } from "../../service-keys.ts";
import type { Writer } from "../../transaction.ts";
import { at, recordedAt } from "./recorded.ts";

/** Who may come in, and in which view they look. */
export async function insertAccessRows(tx: Writer, organisationId: string): Promise<void> {
  await insertAccess(tx, organisationId);
  await insertView(tx, organisationId);
}

async function insertAccess(tx: Writer, organisationId: string): Promise<void> {
  const member = { personId: "person-1", role: "admin" as const, teamIds: ["team-1"], ...at };
  await insertMember(tx, organisationId, { ...member, joinedAt: recordedAt });
  await setReadingOfMember(tx, organisationId, { personId: "person-1", language: "de", locale: "de-CH" });
  const made = {
    digest: "0".repeat(64),
    createdBy: "person-1",
    expiresAt: "2026-02-05T09:00:00.000Z",
    ...at,
  };
  const link = { linkId: "link-1", kind: "invitation" as const, personId: "person-1" };
  await insertAccessLink(tx, organisationId, { ...link, ...made });
  await insertAccountRows(tx, `person-1-of-${organisationId}`);
  const key = { keyId: "key-1", name: "nightly", scopes: ["read"], teamIds: ["team-1"] };
  await insertServiceKey(tx, organisationId, { ...key, ...made });
}

/** In every table of better-auth, which know no organisation. */
async function insertAccountRows(tx: Writer, userId: string): Promise<void> {
  const [id, expires_at] = [userId, "2026-02-05T09:00:00.000Z"];
  const times = { created_at: recordedAt, updated_at: recordedAt };
  await insertAccount(tx, { personId: userId, name: "Ada", email: `${userId}@example.test` }, recordedAt);
  await setPasswordHash(tx, userId, "hash", recordedAt);
  const session = { sessionId: `session-${id}`, token: `token-${id}`, personId: userId };
  await insertSession(tx, { ...session, createdAt: recordedAt, expiresAt: expires_at });
  await tx
    .insertInto("auth_verifications")
    .values({ id, identifier: `2fa-${id}`, value: userId, expires_at, ...times })
    .execute();
  await tx
    .insertInto("auth_two_factors")
    .values({ id, user_id: userId, secret: "encrypted", backup_codes: "encrypted", verified: 1 })
    .execute();
  await tx
    .insertInto("auth_rate_limits")
    .values({ id, key: `127.0.0.1|${id}`, count: 1, last_request: 1_767_603_600_000n })
    .execute();
  await tx.insertInto("auth_secrets").values({ id, value: "secret" }).execute();
}

async function insertView(tx: Writer, organisationId: string): Promise<void> {
  await insertSavedView(tx, organisationId, {
    viewId: "view-1",
    personId: "person-1",
    page: "portfolio",
    name: "By team",
    search: "group=team",
    isShared: true,
    isDefault: false,
    changedAt: recordedAt,
    createdAt: recordedAt,
  });
}
