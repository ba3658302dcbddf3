import { sql } from "kysely";
import type { Writer } from "./transaction.ts";

/** Deletes the sessions that ended before an instant; says how many. */
export async function deleteSessionsEndedBefore(tx: Writer, before: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("auth_sessions")
    .where("expires_at", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Deletes the steps of signing in that ended before an instant; says how many. */
export async function deleteVerificationsEndedBefore(tx: Writer, before: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("auth_verifications")
    .where("expires_at", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Forgets what was last tried before an instant; says of how many things. */
export async function deleteTriesBefore(tx: Writer, before: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("auth_rate_limits")
    .where(sql<boolean>`last_request < ${BigInt(Date.parse(before))}`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Deletes the links of every organisation that could be used until an instant at most; says how many. */
export async function deleteLinksEndedBefore(tx: Writer, before: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("access_links")
    .where("expires_at", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
