import type { AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const tables: Record<string, TableDescription> = {
  // A month without an event is open. Events are only added to, so that `asOf` knows what was closed when.
  period_events: {
    columns: {
      month: "text",
      position: "integer",
      kind: "text",
      reason: "text?",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["month", "position"],
    oneOf: { kind: ["closed", "reopened"] },
  },
  // No reference to initiatives: a figure that was reported stays, whatever becomes of what it was about.
  period_figures: {
    columns: {
      month: "text",
      position: "integer",
      subject: "text",
      realised_value: "text?",
      cost: "text?",
      net_roi: "text?",
      input_digest: "text",
    },
    key: ["month", "position", "subject"],
    references: [{ columns: ["month", "position"], table: "period_events" }],
  },
};

/** Months that finance closed and reopened, and the headline figures at each close. */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
}
