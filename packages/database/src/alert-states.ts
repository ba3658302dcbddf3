import type { Reader, Writer } from "./transaction.ts";

/** How a thing stands by a rule between two looks. */
export interface AlertState {
  rule: string;
  subject: string;
  stage: "held" | "told" | "ending" | "known";
  sentence: string;
  since: string;
  mark: string;
  knownMark: string;
  /** The alert that people were told; null where they were not. */
  alertId: string | null;
}

/** When alerts were last looked for: the instant, the day by the organisation's clock, and where the ledger stood. */
export interface AlertLook {
  lookedAt: string;
  lookedOn: string;
  ledgerPlace: string;
}

/** Every state there is, by rule and thing. */
export async function listAlertStates(db: Reader, organisationId: string): Promise<AlertState[]> {
  return db
    .selectFrom("alert_states")
    .select([
      "rule",
      "subject",
      "stage",
      "sentence",
      "since",
      "mark",
      "known_mark as knownMark",
      "alert_id as alertId",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("rule")
    .orderBy("subject")
    .execute();
}

/** Puts a state in the place of the one there was. */
export async function keepAlertState(tx: Writer, organisationId: string, state: AlertState): Promise<void> {
  const { rule, subject, stage, sentence, since, mark, knownMark, alertId } = state;
  const values = { stage, sentence, since, mark, known_mark: knownMark, alert_id: alertId };
  await tx
    .insertInto("alert_states")
    .values({ organisation_id: organisationId, rule, subject, ...values })
    .onConflict((conflict) => conflict.columns(["organisation_id", "rule", "subject"]).doUpdateSet(values))
    .execute();
}

/** Forgets a state that is over. */
export async function deleteAlertState(
  tx: Writer,
  organisationId: string,
  { rule, subject }: Pick<AlertState, "rule" | "subject">,
): Promise<void> {
  await tx
    .deleteFrom("alert_states")
    .where("organisation_id", "=", organisationId)
    .where("rule", "=", rule)
    .where("subject", "=", subject)
    .execute();
}

/** The last look, or undefined before the first. */
export async function findAlertLook(db: Reader, organisationId: string): Promise<AlertLook | undefined> {
  return db
    .selectFrom("alert_looks")
    .select(["looked_at as lookedAt", "looked_on as lookedOn", "ledger_place as ledgerPlace"])
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
}

/** Keeps a look in the place of the one before. */
export async function keepAlertLook(
  tx: Writer,
  organisationId: string,
  { lookedAt, lookedOn, ledgerPlace }: AlertLook,
): Promise<void> {
  const values = { looked_at: lookedAt, looked_on: lookedOn, ledger_place: ledgerPlace };
  await tx
    .insertInto("alert_looks")
    .values({ organisation_id: organisationId, ...values })
    .onConflict((conflict) => conflict.columns(["organisation_id"]).doUpdateSet(values))
    .execute();
}
