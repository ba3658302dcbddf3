import type { AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const tables: Record<string, TableDescription> = {
  cost_pools: {
    columns: {
      cost_pool_id: "text",
      name: "text",
      category: "text",
      driver: "text",
      unit: "text",
      created_at: "text",
      created_by: "text",
    },
    key: ["cost_pool_id"],
    unique: [["name"]],
    oneOf: { driver: ["equal", "usage", "hours", "shares"] },
  },
  // The amount of a month and what divides it, in revisions; without an amount it was taken back.
  cost_pool_months: {
    columns: {
      cost_pool_id: "text",
      month: "text",
      kind: "text",
      revision: "integer",
      amount_minor: "bigint?",
      quantities: "text",
      source: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["cost_pool_id", "month", "kind", "revision"],
    references: [{ columns: ["cost_pool_id"], table: "cost_pools" }],
    oneOf: { kind: ["planned", "actual"] },
  },
};

/** Costs that several initiatives share, with the driver that divides them month by month. */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
}
