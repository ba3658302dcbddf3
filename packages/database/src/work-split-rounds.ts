import { LostUpdateError, NotFoundError } from "./errors.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/**
 * A round of the survey of how work is split. Answers are added to its sums and kept nowhere else, so that nobody can
 * read what one person answered.
 */
export interface WorkSplitRound {
  roundId: string;
  /** Null for everybody. */
  teamId: string | null;
  /** The ISO week that is asked about. */
  week: string;
  answers: number;
  mechanicalHours: string;
  strategicHours: string;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
  closedBy: string | null;
  version: number;
}

/** Opens a round with no answers, at version 1. */
export async function insertWorkSplitRound(
  tx: Writer,
  organisationId: string,
  {
    roundId,
    teamId,
    week,
    openedAt,
    openedBy,
  }: Pick<WorkSplitRound, "roundId" | "teamId" | "week" | "openedAt" | "openedBy">,
): Promise<void> {
  await tx
    .insertInto("work_split_rounds")
    .values({
      organisation_id: organisationId,
      round_id: roundId,
      team_id: teamId,
      week,
      answers: 0,
      mechanical_hours: "0",
      strategic_hours: "0",
      opened_at: openedAt,
      opened_by: openedBy,
      closed_at: null,
      closed_by: null,
      version: 1,
    })
    .execute();
}

/** A round; throws `NotFoundError`. */
export async function getWorkSplitRound(
  db: Reader,
  organisationId: string,
  roundId: string,
): Promise<WorkSplitRound> {
  const row = await roundsOf(db, organisationId).where("round_id", "=", roundId).executeTakeFirst();
  if (!row) throw new NotFoundError("round of the survey", roundId);
  return row;
}

const sorting: Sorting = {
  columns: { openedAt: "opened_at", week: "week", roundId: "round_id" },
  key: ["roundId"],
  first: "-openedAt",
};

/** A page of the rounds, the latest first unless another order is asked for. */
export async function listWorkSplitRounds(
  db: Reader,
  organisationId: string,
  request: PageRequest,
): Promise<Page<WorkSplitRound>> {
  const rows = await sortedPage(roundsOf(db, organisationId), sorting, request).execute();
  return pageFrom(rows, sorting, request);
}

/** The rounds that are closed, the earliest first. */
export async function closedWorkSplitRounds(db: Reader, organisationId: string): Promise<WorkSplitRound[]> {
  return roundsOf(db, organisationId)
    .where("closed_at", "is not", null)
    .orderBy("week")
    .orderBy("opened_at")
    .orderBy("round_id")
    .execute();
}

/** The rounds that a person answered. */
export async function roundsAnsweredBy(
  db: Reader,
  organisationId: string,
  personId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("work_split_respondents")
    .select("round_id as roundId")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
  return new Set(rows.map(({ roundId }) => roundId));
}

/** Keeps that a person answered, and the sums with their hours in them. The version counts for closing alone. */
export async function addWorkSplitAnswer(
  tx: Writer,
  organisationId: string,
  {
    roundId,
    personId,
    answers,
    mechanicalHours,
    strategicHours,
  }: Pick<WorkSplitRound, "roundId" | "answers" | "mechanicalHours" | "strategicHours"> & {
    personId: string;
  },
): Promise<void> {
  await tx
    .insertInto("work_split_respondents")
    .values({ organisation_id: organisationId, round_id: roundId, person_id: personId })
    .execute();
  const result = await tx
    .updateTable("work_split_rounds")
    .set({ answers, mechanical_hours: mechanicalHours, strategic_hours: strategicHours })
    .where("organisation_id", "=", organisationId)
    .where("round_id", "=", roundId)
    // Sums that somebody else's answer was added to meanwhile, or that are final, are left alone.
    .where("answers", "=", answers - 1)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getWorkSplitRound(tx, organisationId, roundId);
  throw new LostUpdateError("round of the survey", roundId, answers - 1, found.answers);
}

/** Closes a round that is open and still at the version the caller read. Throws `LostUpdateError` or `NotFoundError`. */
export async function closeWorkSplitRound(
  tx: Writer,
  organisationId: string,
  expectedVersion: number,
  { roundId, closedAt, closedBy }: { roundId: string; closedAt: string; closedBy: string },
): Promise<void> {
  const result = await tx
    .updateTable("work_split_rounds")
    .set({ closed_at: closedAt, closed_by: closedBy, version: expectedVersion + 1 })
    .where("organisation_id", "=", organisationId)
    .where("round_id", "=", roundId)
    .where("version", "=", expectedVersion)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getWorkSplitRound(tx, organisationId, roundId);
  throw new LostUpdateError("round of the survey", roundId, expectedVersion, found.version);
}

function roundsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("work_split_rounds")
    .select([
      "round_id as roundId",
      "team_id as teamId",
      "week",
      "answers",
      "mechanical_hours as mechanicalHours",
      "strategic_hours as strategicHours",
      "opened_at as openedAt",
      "opened_by as openedBy",
      "closed_at as closedAt",
      "closed_by as closedBy",
      "version",
    ])
    .where("organisation_id", "=", organisationId);
}
