import type { AnyKysely } from "../columns.ts";
import { createTable, type TableDescription } from "../create-table.ts";

const tables: Record<string, TableDescription> = {
  hold_outs: {
    columns: {
      hold_out_id: "text",
      benefit_id: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      retracted_at: "text?",
    },
    key: ["hold_out_id"],
    indexes: [["benefit_id"]],
    references: [{ columns: ["benefit_id"], table: "benefits" }],
  },
  // Never changed: a correction is the next revision.
  hold_out_revisions: {
    columns: {
      hold_out_id: "text",
      revision: "integer",
      terms: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["hold_out_id", "revision"],
    references: [{ columns: ["hold_out_id"], table: "hold_outs" }],
  },
};

/** Randomised hold-outs, from which benefits take their lift, with their revisions. */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
}
