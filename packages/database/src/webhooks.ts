import type { Selectable } from "kysely";
import { z } from "zod";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { WebhooksTable } from "./schema/alert-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** An address that is told of alerts and digests. */
export interface Webhook {
  hookId: string;
  name: string;
  address: string;
  format: "json" | "slack" | "teams";
  /** What it is told of. */
  about: string[];
  /** What its messages are signed with. */
  secret: string;
  version: number;
  createdAt: string;
  createdBy: string;
  removedAt: string | null;
}

const Texts = z.array(z.string());

/** Adds a webhook at version 1. */
export async function insertWebhook(
  tx: Writer,
  organisationId: string,
  hook: Omit<Webhook, "version" | "removedAt">,
): Promise<void> {
  await tx
    .insertInto("webhooks")
    .values({
      organisation_id: organisationId,
      hook_id: hook.hookId,
      name: hook.name,
      address: hook.address,
      format: hook.format,
      about: jsonText(hook.about),
      secret: hook.secret,
      version: 1,
      created_at: hook.createdAt,
      created_by: hook.createdBy,
      removed_at: null,
    })
    .execute();
}

/** A webhook by its id, one that was removed as well; throws `NotFoundError`. */
export async function getWebhook(db: Reader, organisationId: string, hookId: string): Promise<Webhook> {
  const row = await db
    .selectFrom("webhooks")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("hook_id", "=", hookId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("webhook", hookId);
  return toHook(row);
}

/** Every webhook, those that were removed as well, by name. */
export async function listWebhooks(db: Reader, organisationId: string): Promise<Webhook[]> {
  const rows = await db
    .selectFrom("webhooks")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("name")
    .orderBy("hook_id")
    .execute();
  return rows.map(toHook);
}

/** Changes a webhook from the version that was read, or ends it. */
export async function updateWebhook(
  tx: Writer,
  organisationId: string,
  hook: Pick<Webhook, "hookId" | "version" | "name" | "address" | "format" | "about" | "removedAt">,
): Promise<void> {
  const { hookId, version } = hook;
  const changed = await tx
    .updateTable("webhooks")
    .set({
      name: hook.name,
      address: hook.address,
      format: hook.format,
      about: jsonText(hook.about),
      removed_at: hook.removedAt,
      version: version + 1,
    })
    .where("organisation_id", "=", organisationId)
    .where("hook_id", "=", hookId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 1n) return;
  const found = await getWebhook(tx, organisationId, hookId);
  throw new LostUpdateError("webhook", hookId, version, found.version);
}

function toHook(row: Selectable<WebhooksTable>): Webhook {
  return {
    hookId: row.hook_id,
    name: row.name,
    address: row.address,
    format: row.format,
    about: parseJson(Texts, row.about),
    secret: row.secret,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    removedAt: row.removed_at,
  };
}
