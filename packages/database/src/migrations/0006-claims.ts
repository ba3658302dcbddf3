import type { AnyKysely } from "../columns.ts";
import { columnType, databaseKindOf } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const tables: Record<string, TableDescription> = {
  value_pools: {
    columns: { pool_id: "text", name: "text", version: "integer", created_at: "text", created_by: "text" },
    key: ["pool_id"],
    unique: [["name"]],
  },
  // A series draws on one pool at most, and so does a KPI.
  value_pool_series: {
    columns: { series_id: "text", pool_id: "text", segment: "text" },
    key: ["series_id"],
    indexes: [["pool_id"]],
    references: [
      { columns: ["pool_id"], table: "value_pools" },
      { columns: ["series_id"], table: "series" },
    ],
  },
  value_pool_kpis: {
    columns: { kpi_key: "text", pool_id: "text" },
    key: ["kpi_key"],
    indexes: [["pool_id"]],
    references: [{ columns: ["pool_id"], table: "value_pools" }],
  },
};

/** When a claim ends, how a share was scaled and why; the money that several series share. */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
  for (const column of ["claim_until", "attribution_asked", "attribution_reason"]) {
    await db.schema
      .alterTable("benefit_assumptions")
      .addColumn(column, columnType(databaseKindOf(db), "text") as never)
      .execute();
  }
}
