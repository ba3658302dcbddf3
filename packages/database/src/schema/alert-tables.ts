import type { OfOrganisation } from "./of-organisation.ts";
import type { VersionRow } from "./version-row.ts";

interface AlertSettingsTable extends VersionRow {
  settings: string;
}

interface AlertLooksTable extends OfOrganisation {
  looked_at: string;
  looked_on: string;
  ledger_place: string;
}

interface AlertsTable extends OfOrganisation {
  alert_id: string;
  rule: string;
  subject: string;
  initiative_id: string | null;
  sentence: string;
  since: string;
  raised_at: string;
  ended_at: string | null;
  end_sentence: string | null;
}

interface AlertStatesTable extends OfOrganisation {
  rule: string;
  subject: string;
  stage: "held" | "told" | "ending" | "known";
  sentence: string;
  since: string;
  mark: string;
  known_mark: string;
  alert_id: string | null;
}

interface AlertPeopleTable extends OfOrganisation {
  alert_id: string;
  person_id: string;
  read_at: string | null;
}

interface AlertSnoozesTable extends OfOrganisation {
  alert_id: string;
  back_on: string;
  reason: string;
  snoozed_at: string;
  snoozed_by: string;
}

export interface WebhooksTable extends OfOrganisation {
  hook_id: string;
  name: string;
  address: string;
  format: "json" | "slack" | "teams";
  about: string;
  secret: string;
  version: number;
  created_at: string;
  created_by: string;
  removed_at: string | null;
}

interface MessagesTable extends OfOrganisation {
  message_id: string;
  channel: "mail" | "webhook";
  person_id: string | null;
  hook_id: string | null;
  kind: "alert" | "digest" | "test";
  title: string;
  content: string;
  created_at: string;
  state: "waiting" | "sent" | "given-up";
  attempts: number;
  next_try_at: string;
  lease_until: string | null;
  sent_at: string | null;
  error: string | null;
}

interface DigestsTable extends OfOrganisation {
  kind: "weekly" | "monthly";
  period: string;
  made_at: string;
}

/** What is told to whom. */
export interface AlertTables {
  alert_settings: AlertSettingsTable;
  alert_looks: AlertLooksTable;
  alerts: AlertsTable;
  alert_states: AlertStatesTable;
  alert_people: AlertPeopleTable;
  alert_snoozes: AlertSnoozesTable;
  webhooks: WebhooksTable;
  messages: MessagesTable;
  digests: DigestsTable;
}
