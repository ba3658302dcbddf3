import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** What one unit of a currency is worth in another from a day on, as a source says. A correction is a revision. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "exchange_rates", {
    columns: {
      from_currency: "text",
      to_currency: "text",
      rate_date: "text",
      revision: "integer",
      rate: "text",
      source: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["from_currency", "to_currency", "rate_date", "revision"],
  });
}
