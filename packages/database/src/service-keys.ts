import type { Selectable } from "kysely";
import { z } from "zod";
import { jsonText, parseJson } from "./json.ts";
import type { ServiceKeysTable } from "./schema/organisation-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A key by which a program acts. Only its digest is kept. */
export interface KeptServiceKey {
  keyId: string;
  name: string;
  digest: string;
  scopes: string[];
  /** The teams whose things it may change; null for all. */
  teamIds: string[] | null;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt: string | null;
  /** The last day on which it was used. */
  lastUsedOn: string | null;
}

const Texts = z.array(z.string());

/** Adds a key. */
export async function insertServiceKey(
  tx: Writer,
  organisationId: string,
  key: Omit<KeptServiceKey, "revokedAt" | "lastUsedOn">,
): Promise<void> {
  await tx
    .insertInto("service_keys")
    .values({
      organisation_id: organisationId,
      key_id: key.keyId,
      name: key.name,
      digest: key.digest,
      scopes: jsonText(key.scopes),
      team_ids: key.teamIds === null ? null : jsonText(key.teamIds),
      created_at: key.createdAt,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
      revoked_at: null,
      last_used_on: null,
    })
    .execute();
}

/** The key of an id, whatever became of it, or undefined. */
export async function findServiceKey(
  db: Reader,
  organisationId: string,
  keyId: string,
): Promise<KeptServiceKey | undefined> {
  const row = await db
    .selectFrom("service_keys")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("key_id", "=", keyId)
    .executeTakeFirst();
  return row && toKey(row);
}

/** All keys, newest first. */
export async function listServiceKeys(db: Reader, organisationId: string): Promise<KeptServiceKey[]> {
  const rows = await db
    .selectFrom("service_keys")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("created_at", "desc")
    .orderBy("key_id", "desc")
    .execute();
  return rows.map(toKey);
}

/** Marks a key as ended, or as used on a day. */
export async function updateServiceKey(
  tx: Writer,
  organisationId: string,
  keyId: string,
  changes: { revokedAt?: string; lastUsedOn?: string },
): Promise<void> {
  const { revokedAt, lastUsedOn } = changes;
  await tx
    .updateTable("service_keys")
    .set({
      ...(revokedAt === undefined ? {} : { revoked_at: revokedAt }),
      ...(lastUsedOn === undefined ? {} : { last_used_on: lastUsedOn }),
    })
    .where("organisation_id", "=", organisationId)
    .where("key_id", "=", keyId)
    .execute();
}

function toKey(row: Selectable<ServiceKeysTable>): KeptServiceKey {
  return {
    keyId: row.key_id,
    name: row.name,
    digest: row.digest,
    scopes: parseJson(Texts, row.scopes),
    teamIds: row.team_ids === null ? null : parseJson(Texts, row.team_ids),
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedOn: row.last_used_on,
  };
}
