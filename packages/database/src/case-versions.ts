import { z } from "zod";
import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Reader, Writer } from "./transaction.ts";

/** How far a version of a case is. */
export type CaseStatus = "draft" | "submitted" | "returned" | "approved" | "withdrawn" | "superseded";

/** A version of a case without its plan. */
export interface CaseVersionHead {
  caseId: string;
  /** From 1, by case. */
  number: number;
  /** Of the row: a change carries the one it was made from. */
  version: number;
  status: CaseStatus;
  /** The version it began as a copy of. */
  basedOn: number | null;
  /** All who wrote any of its plan. */
  authors: string[];
  createdAt: string;
  createdBy: string;
  /** When its plan was last written. */
  changedAt: string;
  /** How often it was submitted: signatures of an earlier time do not count. */
  round: number;
  submittedAt: string | null;
  submittedBy: string | null;
  /** When it was approved or returned, by whom and what they said. */
  decidedAt: string | null;
  decidedBy: string | null;
  comment: string | null;
  /** Of its plan and terms, once it is approved. */
  digest: string | null;
  /** When it was withdrawn or superseded. */
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
}

/** A version of a case: its plan, and the terms it was submitted under, both JSON text whose shape is the caller's. */
export interface CaseVersion extends CaseVersionHead {
  plan: string;
  terms: string | null;
}

const Authors = z.array(z.string());

/** Adds a version as a draft. */
export async function insertCaseVersion(
  tx: Writer,
  organisationId: string,
  draft: Pick<CaseVersion, "caseId" | "number" | "plan" | "basedOn" | "authors" | "createdAt" | "createdBy">,
): Promise<void> {
  await tx
    .insertInto("case_versions")
    .values({
      organisation_id: organisationId,
      case_id: draft.caseId,
      number: draft.number,
      version: 1,
      status: "draft",
      plan: draft.plan,
      based_on: draft.basedOn,
      authors: jsonText(draft.authors),
      created_at: draft.createdAt,
      created_by: draft.createdBy,
      changed_at: draft.createdAt,
      round: 0,
    })
    .execute();
}

/** A version; throws `NotFoundError`. */
export async function getCaseVersion(
  db: Reader,
  organisationId: string,
  { caseId, number }: Pick<CaseVersion, "caseId" | "number">,
): Promise<CaseVersion> {
  const row = await headsOf(db, organisationId)
    .select(["plan", "terms"])
    .where("case_id", "=", caseId)
    .where("number", "=", number)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("version of the business case", `${caseId}/${number}`);
  return { ...asHead(row), plan: row.plan, terms: row.terms };
}

/** Every version by case and number, without its plan; of one case or some, or those of a status, where asked. */
export async function listCaseVersionHeads(
  db: Reader,
  organisationId: string,
  { caseId, caseIds, status }: { caseId?: string; caseIds?: readonly string[]; status?: CaseStatus } = {},
): Promise<CaseVersionHead[]> {
  let query = headsOf(db, organisationId).orderBy("case_id").orderBy("number");
  if (caseId !== undefined) query = query.where("case_id", "=", caseId);
  if (caseIds !== undefined) query = query.where(isOneOf(db, "case_id", caseIds));
  if (status !== undefined) query = query.where("status", "=", status);
  return (await query.execute()).map(asHead);
}

/** The terms of each version of a status as they were submitted, by case and number; JSON text. */
export async function listCaseTerms(
  db: Reader,
  organisationId: string,
  status: CaseStatus,
): Promise<Pick<CaseVersion, "caseId" | "number" | "terms">[]> {
  return db
    .selectFrom("case_versions")
    .select(["case_id as caseId", "number", "terms"])
    .where("organisation_id", "=", organisationId)
    .where("status", "=", status)
    .orderBy("case_id")
    .orderBy("number")
    .execute();
}

/** Every version with its plan, by case and number; of one status, or those that were approved once, where asked. */
export async function listCaseVersions(
  db: Reader,
  organisationId: string,
  { status, caseId }: { status?: CaseStatus | "with-digest"; caseId?: string } = {},
): Promise<CaseVersion[]> {
  let query = headsOf(db, organisationId).select(["plan", "terms"]).orderBy("case_id").orderBy("number");
  if (caseId !== undefined) query = query.where("case_id", "=", caseId);
  if (status === "with-digest") query = query.where("digest", "is not", null);
  else if (status !== undefined) query = query.where("status", "=", status);
  return (await query.execute()).map((row) => ({ ...asHead(row), plan: row.plan, terms: row.terms }));
}

/** What of a version is written anew. */
export type CaseVersionChange = Partial<
  Omit<CaseVersion, "caseId" | "number" | "version" | "basedOn" | "createdAt" | "createdBy">
>;

/** Changes a version that is still as the caller read it. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateCaseVersion(
  tx: Writer,
  organisationId: string,
  { caseId, number, version }: Pick<CaseVersion, "caseId" | "number" | "version">,
  change: CaseVersionChange,
): Promise<void> {
  const result = await tx
    .updateTable("case_versions")
    .set({ ...columnsOf(change), version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("case_id", "=", caseId)
    .where("number", "=", number)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getCaseVersion(tx, organisationId, { caseId, number });
  throw new LostUpdateError("version of the business case", `${caseId}/${number}`, version, found.version);
}

const columnNames = {
  status: "status",
  plan: "plan",
  changedAt: "changed_at",
  round: "round",
  submittedAt: "submitted_at",
  submittedBy: "submitted_by",
  terms: "terms",
  decidedAt: "decided_at",
  decidedBy: "decided_by",
  comment: "comment",
  digest: "digest",
  endedAt: "ended_at",
  endedBy: "ended_by",
  endReason: "end_reason",
} as const;

function columnsOf({ authors, ...change }: CaseVersionChange): Record<string, string | number | null> {
  const columns = Object.entries(change).map(([field, value]) => [
    columnNames[field as keyof typeof columnNames],
    value,
  ]);
  return {
    ...(Object.fromEntries(columns) as Record<string, string | number | null>),
    ...(authors === undefined ? {} : { authors: jsonText(authors) }),
  };
}

function headsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("case_versions")
    .select([
      "case_id as caseId",
      "number",
      "version",
      "status",
      "based_on as basedOn",
      "authors",
      "created_at as createdAt",
      "created_by as createdBy",
      "changed_at as changedAt",
      "round",
      "submitted_at as submittedAt",
      "submitted_by as submittedBy",
      "decided_at as decidedAt",
      "decided_by as decidedBy",
      "comment",
      "digest",
      "ended_at as endedAt",
      "ended_by as endedBy",
      "end_reason as endReason",
    ])
    .where("organisation_id", "=", organisationId);
}

function asHead({
  plan: _plan,
  terms: _terms,
  authors,
  ...row
}: Omit<CaseVersionHead, "authors"> & {
  authors: string;
  plan?: string;
  terms?: string | null;
}): CaseVersionHead {
  return { ...row, authors: parseJson(Authors, authors) };
}
