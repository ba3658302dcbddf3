import { sql } from "kysely";
import type { AnyKysely } from "../columns.ts";

/** Finds the latest instant at which anything was recorded, which every change and every figure asks for. */
export async function up(db: AnyKysely): Promise<void> {
  await sql`create index audit_entries_recorded_at on audit_entries (organisation_id, recorded_at)`.execute(
    db,
  );
}
