import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What somebody said of a version of a case. */
export interface CaseComment {
  commentId: string;
  caseId: string;
  number: number;
  /** The time the version had been submitted when it was said. */
  round: number;
  /** The line it is about, and the field of it; null where it is about the whole, or the whole line. */
  lineId: string | null;
  field: string | null;
  text: string;
  version: number;
  createdAt: string;
  createdBy: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

/** Adds comments at version 1. */
export async function insertCaseComments(
  tx: Writer,
  organisationId: string,
  comments: readonly Omit<CaseComment, "version" | "resolvedAt" | "resolvedBy">[],
): Promise<void> {
  if (comments.length === 0) return;
  await tx
    .insertInto("case_comments")
    .values(
      comments.map((comment) => ({
        organisation_id: organisationId,
        comment_id: comment.commentId,
        case_id: comment.caseId,
        number: comment.number,
        round: comment.round,
        line_id: comment.lineId,
        field: comment.field,
        comment: comment.text,
        version: 1,
        created_at: comment.createdAt,
        created_by: comment.createdBy,
        resolved_at: null,
        resolved_by: null,
      })),
    )
    .execute();
}

/** The comment; throws `NotFoundError`. */
export async function getCaseComment(
  db: Reader,
  organisationId: string,
  commentId: string,
): Promise<CaseComment> {
  const row = await commentsOf(db, organisationId).where("comment_id", "=", commentId).executeTakeFirst();
  if (!row) throw new NotFoundError("comment", commentId);
  return row;
}

/** Every comment on a case by id; on one version where asked. */
export async function listCaseComments(
  db: Reader,
  organisationId: string,
  { caseId, number }: { caseId: string; number?: number | undefined },
): Promise<CaseComment[]> {
  let query = commentsOf(db, organisationId).where("case_id", "=", caseId).orderBy("comment_id");
  if (number !== undefined) query = query.where("number", "=", number);
  return query.execute();
}

/** Says of a comment that is still as the caller read it that it is dealt with, or is not. Throws `LostUpdateError`. */
export async function resolveCaseComment(
  tx: Writer,
  organisationId: string,
  comment: Pick<CaseComment, "commentId" | "version" | "resolvedAt" | "resolvedBy">,
): Promise<void> {
  const { commentId, version, resolvedAt, resolvedBy } = comment;
  const result = await tx
    .updateTable("case_comments")
    .set({ resolved_at: resolvedAt, resolved_by: resolvedBy, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("comment_id", "=", commentId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getCaseComment(tx, organisationId, commentId);
  throw new LostUpdateError("comment", commentId, version, found.version);
}

function commentsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("case_comments")
    .select([
      "comment_id as commentId",
      "case_id as caseId",
      "number",
      "round",
      "line_id as lineId",
      "field",
      "comment as text",
      "version",
      "created_at as createdAt",
      "created_by as createdBy",
      "resolved_at as resolvedAt",
      "resolved_by as resolvedBy",
    ])
    .where("organisation_id", "=", organisationId);
}
