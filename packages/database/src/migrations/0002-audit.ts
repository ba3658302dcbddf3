import type { AnyKysely } from "../columns.ts";
import { columnType, databaseKindOf } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const auditEntries: TableDescription = {
  columns: {
    sequence: "integer",
    recorded_at: "text",
    actor_id: "text",
    action: "text",
    noun: "text",
    object_id: "text",
    before: "text?",
    after: "text?",
    reason: "text?",
    request_id: "text",
    previous_hash: "text",
    hash: "text",
  },
  key: ["sequence"],
  indexes: [
    ["noun", "object_id", "sequence"],
    ["actor_id", "sequence"],
  ],
};

/** The audit chain; and the salt of each person's digest in it, which is erased with the name. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "audit_entries", auditEntries);
  await db.schema
    .alterTable("people")
    .addColumn("salt", columnType(databaseKindOf(db), "text") as never)
    .execute();
}
