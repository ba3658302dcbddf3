import { sql } from "kysely";
import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What was learned of an initiative: what was expected, what happened, and what speaks against it. */
export interface Learning {
  learningId: string;
  initiativeId: string;
  /** In the order of their keys. */
  kpiKeys: string[];
  occasion: string;
  expected: string;
  happened: string;
  contradicting: string;
  version: number;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}

type Said = Pick<Learning, "kpiKeys" | "occasion" | "expected" | "happened" | "contradicting">;

/** Adds a learning at version 1. */
export async function insertLearning(
  tx: Writer,
  organisationId: string,
  learning: Omit<Learning, "version">,
): Promise<void> {
  await tx
    .insertInto("learnings")
    .values({
      organisation_id: organisationId,
      learning_id: learning.learningId,
      initiative_id: learning.initiativeId,
      ...saidColumns(learning),
      version: 1,
      created_at: learning.createdAt,
      created_by: learning.createdBy,
      changed_at: learning.changedAt,
      changed_by: learning.changedBy,
    })
    .execute();
  await setKpis(tx, organisationId, learning.learningId, learning.kpiKeys);
}

/** A learning; throws `NotFoundError`. */
export async function getLearning(db: Reader, organisationId: string, learningId: string): Promise<Learning> {
  const row = await learningsOf(db, organisationId).where("learning_id", "=", learningId).executeTakeFirst();
  if (!row) throw new NotFoundError("learning", learningId);
  const kpiKeys = await kpisOf(db, organisationId, [learningId]);
  return { ...row, kpiKeys: kpiKeys.get(learningId) ?? [] };
}

const sorting: Sorting = {
  columns: { createdAt: "created_at", changedAt: "changed_at", learningId: "learning_id" },
  key: ["learningId"],
  first: "-createdAt",
};

/** Which learnings: of an initiative, on a KPI, in which each of some words is found, whatever its case. */
export interface LearningFilter {
  initiativeId?: string | undefined;
  kpiKey?: string | undefined;
  words?: readonly string[] | undefined;
}

/** A page of learnings, the latest first unless another order is asked for. */
export async function listLearnings(
  db: Reader,
  organisationId: string,
  { initiativeId, kpiKey, words = [], ...request }: PageRequest & LearningFilter,
): Promise<Page<Learning>> {
  let query = learningsOf(db, organisationId);
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  if (kpiKey !== undefined)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("learning_kpis")
          .select("learning_kpis.kpi_key")
          .whereRef("learning_kpis.organisation_id", "=", "learnings.organisation_id")
          .whereRef("learning_kpis.learning_id", "=", "learnings.learning_id")
          .where("learning_kpis.kpi_key", "=", kpiKey),
      ),
    );
  for (const word of words)
    query = query.where(sql<boolean>`search_text like ${`%${escaped(folded(word))}%`} escape '\\'`);
  const rows = await sortedPage(query, sorting, request).execute();
  const kpiKeys = await kpisOf(
    db,
    organisationId,
    rows.map(({ learningId }) => learningId),
  );
  const learnings = rows.map((row) => ({ ...row, kpiKeys: kpiKeys.get(row.learningId) ?? [] }));
  return pageFrom(learnings, sorting, request);
}

/** When a learning was last added, by the initiative it is of. */
export async function lastLearnedAt(db: Reader, organisationId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("learnings")
    .select(["initiative_id as initiativeId", ({ fn }) => fn.max("created_at").as("createdAt")])
    .where("organisation_id", "=", organisationId)
    .groupBy("initiative_id")
    .execute();
  return new Map(rows.map(({ initiativeId, createdAt }) => [initiativeId, createdAt]));
}

/** Writes a learning anew that is still at the version the caller read. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateLearning(
  tx: Writer,
  organisationId: string,
  expectedVersion: number,
  { learningId, ...change }: Said & Pick<Learning, "learningId" | "changedAt" | "changedBy">,
): Promise<void> {
  const result = await tx
    .updateTable("learnings")
    .set({
      ...saidColumns(change),
      version: expectedVersion + 1,
      changed_at: change.changedAt,
      changed_by: change.changedBy,
    })
    .where("organisation_id", "=", organisationId)
    .where("learning_id", "=", learningId)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) {
    const found = await getLearning(tx, organisationId, learningId);
    throw new LostUpdateError("learning", learningId, expectedVersion, found.version);
  }
  await tx
    .deleteFrom("learning_kpis")
    .where("organisation_id", "=", organisationId)
    .where("learning_id", "=", learningId)
    .execute();
  await setKpis(tx, organisationId, learningId, change.kpiKeys);
}

function saidColumns({ occasion, expected, happened, contradicting }: Omit<Said, "kpiKeys">) {
  // Cases are folded here: the databases fold those of ASCII alone, or none.
  const search_text = folded([expected, happened, contradicting].join("\n"));
  return { occasion, expected, happened, contradicting, search_text };
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

async function setKpis(
  tx: Writer,
  organisationId: string,
  learningId: string,
  kpiKeys: readonly string[],
): Promise<void> {
  if (kpiKeys.length === 0) return;
  const rows = kpiKeys.map((kpi_key) => ({
    organisation_id: organisationId,
    learning_id: learningId,
    kpi_key,
  }));
  await tx.insertInto("learning_kpis").values(rows).execute();
}

async function kpisOf(
  db: Reader,
  organisationId: string,
  learningIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("learning_kpis")
    .select(["learning_id as learningId", "kpi_key as kpiKey"])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "learning_id", learningIds))
    .execute();
  const byLearning = Map.groupBy(rows, ({ learningId }) => learningId);
  return new Map([...byLearning].map(([id, own]) => [id, own.map(({ kpiKey }) => kpiKey).toSorted()]));
}

function learningsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("learnings")
    .select([
      "learning_id as learningId",
      "initiative_id as initiativeId",
      "occasion",
      "expected",
      "happened",
      "contradicting",
      "version",
      "created_at as createdAt",
      "created_by as createdBy",
      "changed_at as changedAt",
      "changed_by as changedBy",
    ])
    .where("organisation_id", "=", organisationId);
}
