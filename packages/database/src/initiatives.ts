import { z } from "zod";
import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Page, PageRequest } from "./page.ts";
import { pageFrom, sortedPage, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

const Outcome = z.object({
  kpiKey: z.string(),
  change: z.enum(["increase", "decrease"]),
  percent: z.string(),
  by: z.string(),
});

/** The outcome in one sentence with a number: change a KPI by so many percent by a day. */
type InitiativeOutcome = z.infer<typeof Outcome>;

/** What may be changed about an initiative. */
export interface InitiativeFacts {
  name: string;
  /** Null where none is stated yet. */
  outcome: InitiativeOutcome | null;
  ownerId: string;
  teamId: string;
  useCasePattern: string;
  status: string;
  startedOn: string;
}

/** One AI effort. A change carries the version it was made from. */
export interface Initiative extends InitiativeFacts {
  initiativeId: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** An initiative as it is read back, with the names of its owner and team. */
export interface NamedInitiative extends Initiative {
  ownerName: string;
  teamName: string;
}

/** Which initiatives. */
export interface InitiativeFilter {
  status?: string | undefined;
  /** The phase it is in now. */
  phase?: string | undefined;
  teamId?: string | undefined;
  ownerId?: string | undefined;
}

/** An initiative that is to be added. */
export type NewInitiative = Omit<Initiative, "updatedAt" | "version">;

/** Adds an initiative at version 1. */
export async function insertInitiative(
  tx: Writer,
  organisationId: string,
  initiative: NewInitiative,
): Promise<void> {
  await insertInitiatives(tx, organisationId, [initiative]);
}

/** Adds initiatives at version 1. */
export async function insertInitiatives(
  tx: Writer,
  organisationId: string,
  initiatives: readonly NewInitiative[],
): Promise<void> {
  for (let start = 0; start < initiatives.length; start += 1000) {
    const rows = initiatives.slice(start, start + 1000).map((initiative) => ({
      organisation_id: organisationId,
      initiative_id: initiative.initiativeId,
      ...columnsOf<InitiativeFacts>(initiative),
      created_at: initiative.createdAt,
      updated_at: initiative.createdAt,
      version: 1,
    }));
    await tx.insertInto("initiatives").values(rows).execute();
  }
}

/** The initiative; throws `NotFoundError`. */
export async function getInitiative(
  db: Reader,
  organisationId: string,
  initiativeId: string,
): Promise<NamedInitiative> {
  const row = await initiativesOf(db, organisationId)
    .where("initiatives.initiative_id", "=", initiativeId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("initiative", initiativeId);
  return toInitiative(row);
}

const sorting: Sorting = {
  columns: {
    initiativeId: "initiatives.initiative_id",
    name: "initiatives.name",
    status: "initiatives.status",
    startedOn: "initiatives.started_on",
    createdAt: "initiatives.created_at",
  },
  key: ["initiativeId"],
  first: "initiativeId",
};

/** A page of the initiatives, in the order they were made unless another is asked for. */
export async function listInitiatives(
  db: Reader,
  organisationId: string,
  request: PageRequest & InitiativeFilter,
): Promise<Page<NamedInitiative>> {
  let query = initiativesOf(db, organisationId);
  if (request.status !== undefined) query = query.where("initiatives.status", "=", request.status);
  if (request.teamId !== undefined) query = query.where("initiatives.team_id", "=", request.teamId);
  if (request.ownerId !== undefined) query = query.where("initiatives.owner_id", "=", request.ownerId);
  if (request.phase !== undefined) {
    // The phase entered last; of two entered on one day, the one recorded last.
    query = query.where(
      ({ selectFrom }) =>
        selectFrom("initiative_phases")
          .select("initiative_phases.phase")
          .whereRef("initiative_phases.organisation_id", "=", "initiatives.organisation_id")
          .whereRef("initiative_phases.initiative_id", "=", "initiatives.initiative_id")
          .orderBy("initiative_phases.entered_on", "desc")
          .orderBy("initiative_phases.recorded_at", "desc")
          .limit(1),
      "=",
      request.phase,
    );
  }
  const rows = await sortedPage(query, sorting, request).execute();
  return pageFrom(rows.map(toInitiative), sorting, request);
}

/** The ids of all initiatives, in the order in which pages list them. */
export async function listInitiativeIds(db: Reader, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("initiatives")
    .select("initiative_id as initiativeId")
    .where("organisation_id", "=", organisationId)
    .orderBy("initiative_id")
    .execute();
  return rows.map(({ initiativeId }) => initiativeId);
}

/** Many initiatives at once, by id; those that do not exist are left out. */
export async function listInitiativesByIds(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
): Promise<NamedInitiative[]> {
  const rows = await initiativesOf(db, organisationId)
    .where(isOneOf(db, "initiatives.initiative_id", initiativeIds))
    .orderBy("initiatives.initiative_id")
    .execute();
  return rows.map(toInitiative);
}

/** The initiatives of these names, by id. */
export async function listInitiativesByName(
  db: Reader,
  organisationId: string,
  names: readonly string[],
): Promise<NamedInitiative[]> {
  const rows = await initiativesOf(db, organisationId)
    .where(isOneOf(db, "initiatives.name", names))
    .orderBy("initiatives.initiative_id")
    .execute();
  return rows.map(toInitiative);
}

/** How many initiatives an organisation has. */
export async function countInitiatives(db: Reader, organisationId: string): Promise<number> {
  const row = await db
    .selectFrom("initiatives")
    .select(({ fn }) => fn.countAll<number>().as("initiatives"))
    .where("organisation_id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return row.initiatives;
}

/**
 * Changes an initiative that is still at the version the caller read, and answers the new version.
 * Throws `LostUpdateError` when somebody was faster, `NotFoundError` when there is none.
 */
export async function updateInitiative(
  tx: Writer,
  organisationId: string,
  initiativeId: string,
  expectedVersion: number,
  changes: Partial<InitiativeFacts>,
  updatedAt: string,
): Promise<number> {
  const result = await tx
    .updateTable("initiatives")
    .set({ ...columnsOf(changes), updated_at: updatedAt, version: expectedVersion + 1 })
    .where("organisation_id", "=", organisationId)
    .where("initiative_id", "=", initiativeId)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return expectedVersion + 1;
  const found = await getInitiative(tx, organisationId, initiativeId);
  throw new LostUpdateError("initiative", initiativeId, expectedVersion, found.version);
}

/** None is the JSON text "null", so that the column never holds a null of its own. */
function outcomeText(outcome: InitiativeOutcome | null): string {
  return outcome === null ? "null" : jsonText(outcome);
}

function columnsOf<Facts extends Partial<InitiativeFacts>>(facts: Facts) {
  return withoutAbsent({
    name: facts.name,
    outcome: facts.outcome === undefined ? undefined : outcomeText(facts.outcome),
    owner_id: facts.ownerId,
    team_id: facts.teamId,
    use_case_pattern: facts.useCasePattern,
    status: facts.status,
    started_on: facts.startedOn,
  }) as Facts extends InitiativeFacts ? InitiativeColumns : Partial<InitiativeColumns>;
}

type InitiativeColumns = Record<
  "name" | "outcome" | "owner_id" | "team_id" | "use_case_pattern" | "status" | "started_on",
  string
>;

function withoutAbsent(columns: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function initiativesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("initiatives")
    .innerJoin("people", (join) =>
      join
        .onRef("people.organisation_id", "=", "initiatives.organisation_id")
        .onRef("people.person_id", "=", "initiatives.owner_id"),
    )
    .innerJoin("teams", (join) =>
      join
        .onRef("teams.organisation_id", "=", "initiatives.organisation_id")
        .onRef("teams.team_id", "=", "initiatives.team_id"),
    )
    .select([
      "initiatives.initiative_id as initiativeId",
      "initiatives.name",
      "initiatives.outcome",
      "initiatives.owner_id as ownerId",
      "people.display_name as ownerName",
      "initiatives.team_id as teamId",
      "teams.name as teamName",
      "initiatives.use_case_pattern as useCasePattern",
      "initiatives.status",
      "initiatives.started_on as startedOn",
      "initiatives.created_at as createdAt",
      "initiatives.updated_at as updatedAt",
      "initiatives.version",
    ])
    .where("initiatives.organisation_id", "=", organisationId);
}

function toInitiative(row: Omit<NamedInitiative, "outcome"> & { outcome: string }): NamedInitiative {
  return { ...row, outcome: parseJson(Outcome.nullable(), row.outcome) };
}
