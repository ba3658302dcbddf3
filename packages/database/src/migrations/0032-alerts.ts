import type { AnyKysely } from "../columns.ts";
import { createTable } from "../create-table.ts";

/** Alerts: by which rules, how each thing stands, what people were told, and what is still to be sent to whom. */
export async function up(db: AnyKysely): Promise<void> {
  await createTable(db, "alert_settings", {
    columns: { version: "integer", settings: "text", recorded_at: "text", recorded_by: "text" },
    key: ["version"],
  });
  await createTable(db, "alert_looks", {
    columns: { looked_at: "text", looked_on: "text", ledger_place: "text" },
    key: [],
    references: [{ columns: [], table: "organisations", key: [], onDelete: "cascade" }],
  });
  await createTable(db, "alerts", {
    columns: {
      alert_id: "text",
      rule: "text",
      subject: "text",
      initiative_id: "text?",
      sentence: "text",
      since: "text",
      raised_at: "text",
      ended_at: "text?",
      end_sentence: "text?",
    },
    key: ["alert_id"],
    indexes: [["raised_at"], ["ended_at"]],
    references: [{ columns: ["initiative_id"], table: "initiatives" }],
  });
  await createTable(db, "alert_states", {
    columns: {
      rule: "text",
      subject: "text",
      stage: "text",
      sentence: "text",
      since: "text",
      mark: "text",
      known_mark: "text",
      alert_id: "text?",
    },
    key: ["rule", "subject"],
    references: [{ columns: ["alert_id"], table: "alerts" }],
    oneOf: { stage: ["held", "told", "ending", "known"] },
  });
  await createTable(db, "alert_people", {
    columns: { alert_id: "text", person_id: "text", read_at: "text?" },
    key: ["alert_id", "person_id"],
    indexes: [["person_id"]],
    references: [{ columns: ["alert_id"], table: "alerts" }],
  });
  await createTable(db, "webhooks", {
    columns: {
      hook_id: "text",
      name: "text",
      address: "text",
      format: "text",
      about: "text",
      secret: "text",
      version: "integer",
      created_at: "text",
      created_by: "text",
      removed_at: "text?",
    },
    key: ["hook_id"],
    oneOf: { format: ["json", "slack", "teams"] },
  });
  await createTable(db, "messages", {
    columns: {
      message_id: "text",
      channel: "text",
      person_id: "text?",
      hook_id: "text?",
      kind: "text",
      title: "text",
      content: "text",
      created_at: "text",
      state: "text",
      attempts: "integer",
      next_try_at: "text",
      lease_until: "text?",
      sent_at: "text?",
      error: "text?",
    },
    key: ["message_id"],
    indexes: [["state", "next_try_at"], ["created_at"]],
    references: [{ columns: ["hook_id"], table: "webhooks" }],
    oneOf: { channel: ["mail", "webhook"], state: ["waiting", "sent", "given-up"] },
  });
  await createTable(db, "digests", {
    columns: { kind: "text", period: "text", made_at: "text" },
    key: ["kind", "period"],
    oneOf: { kind: ["weekly", "monthly"] },
  });
}
