import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** What gates ask, their reviews with signatures, and the rules that were declared to end an initiative. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "gate_rules", {
    columns: {
      version: "integer",
      gates: "text",
      source: "text",
      approved_by: "text",
      recorded_at: "text",
      recorded_by: "text",
    },
    key: ["version"],
  });
  await createTable(db, "gate_reviews", {
    columns: {
      review_id: "text",
      initiative_id: "text",
      version: "integer",
      status: "text",
      into_phase: "text",
      leaving_phase: "text",
      decision: "text",
      reason: "text",
      overrides: "text",
      authors: "text",
      opened_at: "text",
      opened_by: "text",
      pack: "text?",
      digest: "text?",
      /** "open" while it waits, so that an initiative has one at a time; nothing once it ended. */
      slot: "text?",
      ended_at: "text?",
      ended_by: "text?",
      end_reason: "text?",
    },
    key: ["review_id"],
    unique: [["initiative_id", "slot"]],
    indexes: [["initiative_id", "opened_at"]],
    oneOf: {
      status: ["open", "signed", "decided", "withdrawn", "passed-by"],
      decision: ["advance", "hold", "stop", "graduate", "retire"],
    },
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
  await createTable(db, "gate_signatures", {
    columns: {
      review_id: "text",
      position: "integer",
      signed_at: "text",
      signed_by: "text",
      digest: "text",
      comment: "text",
    },
    key: ["review_id", "position"],
    unique: [["review_id", "signed_by"]],
    references: [{ columns: ["review_id"], table: "gate_reviews" }],
  });
  await createTable(db, "kill_rules", {
    columns: {
      kill_rule_id: "text",
      initiative_id: "text",
      version: "integer",
      phase: "text",
      measure: "text",
      met_when: "text",
      limit_at: "text",
      after_months: "integer",
      declared_at: "text",
      declared_by: "text",
      withdrawn_at: "text?",
      withdrawn_by: "text?",
      withdraw_reason: "text?",
    },
    key: ["kill_rule_id"],
    indexes: [["initiative_id"]],
    oneOf: { met_when: ["under", "above"] },
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
}
