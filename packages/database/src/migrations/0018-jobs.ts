import { sql } from "kysely";
import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** What the server does by itself, and who does it now. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "jobs", {
    columns: {
      job_name: "text",
      schedule: "text",
      next_due_at: "text",
      lease_holder: "text?",
      lease_until: "text?",
      attempts: "integer",
      begun_at: "text?",
      ended_at: "text?",
      outcome: "text?",
      did: "text?",
      error: "text?",
    },
    key: ["job_name"],
    oneOf: { outcome: ["done", "failed"] },
  });
  // A job clears the oldest of them some at a time, of however many there are.
  await sql`create index idempotency_keys_created_at on idempotency_keys (organisation_id, created_at)`.execute(
    db,
  );
}
