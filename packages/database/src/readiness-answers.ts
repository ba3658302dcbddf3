import { KeptEvidence } from "./evidence.ts";
import { jsonText, parseJson } from "./json.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** An answer to a question of readiness. Nothing of it ever changes: a later one takes its place. */
export interface ReadinessAnswer {
  answerId: string;
  initiativeId: string;
  question: string;
  score: number;
  /** What shows it. */
  evidence: KeptEvidence;
  answeredAt: string;
  answeredBy: string;
}

/** Adds an answer. */
export async function insertReadinessAnswer(
  tx: Writer,
  organisationId: string,
  { answerId, initiativeId, question, score, evidence, answeredAt, answeredBy }: ReadinessAnswer,
): Promise<void> {
  await tx
    .insertInto("readiness_answers")
    .values({
      organisation_id: organisationId,
      answer_id: answerId,
      initiative_id: initiativeId,
      question,
      score,
      evidence: jsonText(evidence),
      answered_at: answeredAt,
      answered_by: answeredBy,
    })
    .execute();
}

/** Every answer about an initiative that was given by an instant, oldest first. */
export async function readinessAnswersOf(
  db: Reader,
  organisationId: string,
  initiativeId: string,
  { asOf }: { asOf: string },
): Promise<ReadinessAnswer[]> {
  const rows = await answersOf(db, organisationId, initiativeId)
    .where("answered_at", "<=", asOf)
    .orderBy("answered_at")
    .orderBy("answer_id")
    .execute();
  return rows.map(asAnswer);
}

const sorting: Sorting = {
  columns: { answeredAt: "answered_at", question: "question", score: "score", answerId: "answer_id" },
  key: ["answerId"],
  first: "-answeredAt",
  integers: ["score"],
};

/** A page of the answers about an initiative, the latest first unless another order is asked for. */
export async function listReadinessAnswers(
  db: Reader,
  organisationId: string,
  {
    initiativeId,
    question,
    ...request
  }: PageRequest & { initiativeId: string; question?: string | undefined },
): Promise<Page<ReadinessAnswer>> {
  let query = answersOf(db, organisationId, initiativeId);
  if (question !== undefined) query = query.where("question", "=", question);
  const rows = await sortedPage(query, sorting, request).execute();
  return pageFrom(rows.map(asAnswer), sorting, request);
}

function answersOf(db: Reader, organisationId: string, initiativeId: string) {
  return db
    .selectFrom("readiness_answers")
    .select([
      "answer_id as answerId",
      "initiative_id as initiativeId",
      "question",
      "score",
      "evidence",
      "answered_at as answeredAt",
      "answered_by as answeredBy",
    ])
    .where("organisation_id", "=", organisationId)
    .where("initiative_id", "=", initiativeId);
}

function asAnswer<Row extends { evidence: string }>(row: Row) {
  return { ...row, evidence: parseJson(KeptEvidence, row.evidence) };
}
