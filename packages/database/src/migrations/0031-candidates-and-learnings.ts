import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** What candidates are ranked by, what was learned, who answers for an initiative, and surveys of how work is split. */
export async function up(db: AnyKysely): Promise<void> {
  const recorded = { recorded_at: "text", recorded_by: "text" } as const;
  const ofInitiative = [{ columns: ["initiative_id"], table: "initiatives" }];
  await createTable(db, "candidate_estimates", {
    columns: { initiative_id: "text", version: "integer", estimate: "text", ...recorded },
    key: ["initiative_id", "version"],
    references: ofInitiative,
  });
  await createTable(db, "responsibilities", {
    columns: { initiative_id: "text", version: "integer", facts: "text", ...recorded },
    key: ["initiative_id", "version"],
    references: ofInitiative,
  });
  await createTable(db, "learnings", {
    columns: {
      learning_id: "text",
      initiative_id: "text",
      occasion: "text",
      expected: "text",
      happened: "text",
      contradicting: "text",
      search_text: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      changed_at: "text",
      changed_by: "text",
    },
    key: ["learning_id"],
    indexes: [["initiative_id"], ["created_at"]],
    references: ofInitiative,
  });
  await createTable(db, "learning_kpis", {
    columns: { learning_id: "text", kpi_key: "text" },
    key: ["learning_id", "kpi_key"],
    indexes: [["kpi_key"]],
    references: [{ columns: ["learning_id"], table: "learnings" }],
  });
  await createTable(db, "work_split_rounds", {
    columns: {
      round_id: "text",
      team_id: "text?",
      week: "text",
      answers: "integer",
      mechanical_hours: "text",
      strategic_hours: "text",
      opened_at: "text",
      opened_by: "text",
      closed_at: "text?",
      closed_by: "text?",
      version: "integer",
    },
    key: ["round_id"],
    references: [{ columns: ["team_id"], table: "teams" }],
  });
  // Who answered, never what: the hours are only ever added to those of the round.
  await createTable(db, "work_split_respondents", {
    columns: { round_id: "text", person_id: "text" },
    key: ["round_id", "person_id"],
    references: [{ columns: ["round_id"], table: "work_split_rounds" }],
  });
}
