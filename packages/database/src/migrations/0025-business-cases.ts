import { sql } from "kysely";
import type { AnyKysely } from "../columns.ts";
import type { TableDescription } from "../create-table.ts";
import { createTable } from "../create-table.ts";

const tables: Record<string, TableDescription> = {
  business_cases: {
    columns: {
      case_id: "text",
      initiative_id: "text",
      name: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
    },
    key: ["case_id"],
    unique: [["initiative_id", "name"]],
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  },
  case_versions: {
    columns: {
      case_id: "text",
      number: "integer",
      version: "integer",
      status: "text",
      plan: "text",
      based_on: "integer?",
      authors: "text",
      created_at: "text",
      created_by: "text",
      changed_at: "text",
      round: "integer",
      submitted_at: "text?",
      submitted_by: "text?",
      terms: "text?",
      decided_at: "text?",
      decided_by: "text?",
      comment: "text?",
      digest: "text?",
      ended_at: "text?",
      ended_by: "text?",
      end_reason: "text?",
    },
    key: ["case_id", "number"],
    references: [{ columns: ["case_id"], table: "business_cases" }],
    indexes: [["status"]],
    oneOf: { status: ["draft", "submitted", "returned", "approved", "withdrawn", "superseded"] },
  },
  case_signatures: {
    columns: {
      case_id: "text",
      number: "integer",
      round: "integer",
      position: "integer",
      signed_at: "text",
      signed_by: "text",
      digest: "text",
      comment: "text",
    },
    key: ["case_id", "number", "round", "position"],
    unique: [["case_id", "number", "round", "signed_by"]],
    references: [{ columns: ["case_id", "number"], table: "case_versions" }],
  },
  case_comments: {
    columns: {
      comment_id: "text",
      case_id: "text",
      number: "integer",
      round: "integer",
      line_id: "text?",
      field: "text?",
      comment: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      resolved_at: "text?",
      resolved_by: "text?",
    },
    key: ["comment_id"],
    references: [{ columns: ["case_id", "number"], table: "case_versions" }],
    indexes: [["case_id", "number"]],
  },
  case_settings: {
    columns: {
      version: "integer",
      discount_rate: "text?",
      prices: "text?",
      two_signatures_from: "text?",
      one_page_below: "text?",
      currency: "text",
      source: "text",
      approved_by: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["version"],
    oneOf: { prices: ["nominal", "real"] },
  },
};

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
      "import-recipe",
      "kpi",
      "series",
      "team",
      "value-pool",
    ],
  },
};

/**
 * Business cases in versions, who signed them, what was said of single lines, and by which rules an organisation
 * approves them. A case can be retired too, so the table of what is retired is made anew with one kind more.
 */
export async function up(db: AnyKysely): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
  await sql`create table retirements_before as select * from retirements`.execute(db);
  await db.schema.dropTable("retirements").execute();
  await createTable(db, "retirements", retirements);
  const columns = sql.join(
    ["organisation_id", ...Object.keys(retirements.columns)].map((name) => sql.ref(name)),
  );
  await sql`insert into retirements (${columns}) select ${columns} from retirements_before`.execute(db);
  await db.schema.dropTable("retirements_before").execute();
}
