import { sql } from "kysely";
import type { AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

/** A table of things whose facts are kept in versions, by the column of their id. */
const versionsOf = (id: string): TableDescription => ({
  columns: { [id]: "text", version: "integer", facts: "text", recorded_at: "text", recorded_by: "text" },
  key: [id, "version"],
});

const retirements: TableDescription = {
  columns: {
    noun: "text",
    object_id: "text",
    position: "integer",
    retired_at: "text",
    retired_by: "text",
    reason: "text",
    restored_at: "text?",
    restored_by: "text?",
  },
  key: ["noun", "object_id", "position"],
  oneOf: {
    noun: [
      "benchmark-set",
      "business-case",
      "cost-pool",
      "data-asset",
      "import-recipe",
      "kpi",
      "series",
      "team",
      "tool",
      "value-pool",
    ],
  },
};

/**
 * The register of tools and the inventory of data, each in versions. Both can be retired too, so the table of what is
 * retired is made anew with two kinds more.
 */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "tool_versions", versionsOf("tool_id"));
  await createTable(db, "data_asset_versions", versionsOf("data_asset_id"));
  await sql`create table retirements_before as select * from retirements`.execute(db);
  await db.schema.dropTable("retirements").execute();
  await createTable(db, "retirements", retirements);
  const columns = sql.join(
    ["organisation_id", ...Object.keys(retirements.columns)].map((name) => sql.ref(name)),
  );
  await sql`insert into retirements (${columns}) select ${columns} from retirements_before`.execute(db);
  await db.schema.dropTable("retirements_before").execute();
}
