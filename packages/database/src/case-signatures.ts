import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A signature under a version of a case. */
export interface CaseSignature {
  caseId: string;
  number: number;
  /** The time it was submitted: those of an earlier one are void. */
  round: number;
  /** First or second. */
  position: number;
  signedAt: string;
  signedBy: string;
  /** Of what was signed. */
  digest: string;
  comment: string;
}

/** Adds a signature; a second one of the same person is a unique `ConstraintError`. */
export async function insertCaseSignature(
  tx: Writer,
  organisationId: string,
  signature: CaseSignature,
): Promise<void> {
  await tx
    .insertInto("case_signatures")
    .values({
      organisation_id: organisationId,
      case_id: signature.caseId,
      number: signature.number,
      round: signature.round,
      position: signature.position,
      signed_at: signature.signedAt,
      signed_by: signature.signedBy,
      digest: signature.digest,
      comment: signature.comment,
    })
    .execute();
}

/** Every signature by case, number, round and position; under one version or some cases where asked. */
export async function listCaseSignatures(
  db: Reader,
  organisationId: string,
  { caseId, caseIds, number }: { caseId?: string; caseIds?: readonly string[]; number?: number } = {},
): Promise<CaseSignature[]> {
  let query = db
    .selectFrom("case_signatures")
    .select([
      "case_id as caseId",
      "number",
      "round",
      "position",
      "signed_at as signedAt",
      "signed_by as signedBy",
      "digest",
      "comment",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("case_id")
    .orderBy("number")
    .orderBy("round")
    .orderBy("position");
  if (caseId !== undefined) query = query.where("case_id", "=", caseId);
  if (caseIds !== undefined) query = query.where(isOneOf(db, "case_id", caseIds));
  if (number !== undefined) query = query.where("number", "=", number);
  return query.execute();
}
