import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** That an initiative entered a phase on a day. */
export interface InitiativePhase {
  initiativeId: string;
  phase: string;
  enteredOn: string;
  recordedAt: string;
}

/** Adds one entry. */
export async function insertInitiativePhase(
  tx: Writer,
  organisationId: string,
  entry: InitiativePhase,
): Promise<void> {
  await insertInitiativePhases(tx, organisationId, [entry]);
}

/** Adds entries to phase histories; the same phase of one initiative on the same day is a unique `ConstraintError`. */
export async function insertInitiativePhases(
  tx: Writer,
  organisationId: string,
  entries: readonly InitiativePhase[],
): Promise<void> {
  for (let start = 0; start < entries.length; start += 1000) {
    const rows = entries.slice(start, start + 1000).map((entry) => ({
      organisation_id: organisationId,
      initiative_id: entry.initiativeId,
      entered_on: entry.enteredOn,
      phase: entry.phase,
      recorded_at: entry.recordedAt,
    }));
    await tx.insertInto("initiative_phases").values(rows).execute();
  }
}

/**
 * The phase history of each initiative, oldest first, the present phase last; every id asked for has an
 * entry. With `asOf`, as it was recorded by then.
 */
export async function listInitiativePhases(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<Map<string, InitiativePhase[]>> {
  let query = db
    .selectFrom("initiative_phases")
    .select([
      "initiative_id as initiativeId",
      "phase",
      "entered_on as enteredOn",
      "recorded_at as recordedAt",
    ])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "initiative_id", initiativeIds))
    .orderBy("entered_on")
    .orderBy("recorded_at");
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  const byInitiative = new Map<string, InitiativePhase[]>(initiativeIds.map((id) => [id, []]));
  for (const entry of await query.execute()) byInitiative.get(entry.initiativeId)?.push(entry);
  return byInitiative;
}
