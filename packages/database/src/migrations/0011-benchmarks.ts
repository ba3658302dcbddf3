import type { AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const tables: Record<string, TableDescription> = {
  benchmark_sets: {
    columns: {
      set_id: "text",
      name: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      retired_at: "text?",
    },
    key: ["set_id"],
    unique: [["name"]],
  },
  benchmark_set_versions: {
    columns: {
      set_id: "text",
      version: "integer",
      basis: "text",
      span: "text",
      source: "text",
      caveat: "text",
      bands: "text",
      valid_from: "text",
      approved_by: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["set_id", "version"],
    references: [{ columns: ["set_id"], table: "benchmark_sets" }],
    oneOf: { basis: ["net", "gross"], span: ["cumulative", "in-phase", "annualised"] },
  },
  benchmark_choices: {
    columns: {
      subject: "text",
      purpose: "text",
      position: "integer",
      judged_by: "text",
      set_id: "text?",
      valid_from: "text",
      reason: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["subject", "purpose", "position"],
    references: [{ columns: ["set_id"], table: "benchmark_sets" }],
    oneOf: { purpose: ["verdict", "beside"], judged_by: ["own", "published", "organisation"] },
  },
};

/** An organisation's own benchmarks in versions, and which of them counts for whom from when. */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
}
