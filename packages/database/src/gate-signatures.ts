import type { Reader, Writer } from "./transaction.ts";

/** A signature under the review of a gate. */
export interface GateSignature {
  reviewId: string;
  /** First or second. */
  position: number;
  signedAt: string;
  signedBy: string;
  /** Of what was signed. */
  digest: string;
  comment: string;
}

/** Adds a signature; a second one of the same person is a unique `ConstraintError`. */
export async function insertGateSignature(
  tx: Writer,
  organisationId: string,
  signature: GateSignature,
): Promise<void> {
  await tx
    .insertInto("gate_signatures")
    .values({
      organisation_id: organisationId,
      review_id: signature.reviewId,
      position: signature.position,
      signed_at: signature.signedAt,
      signed_by: signature.signedBy,
      digest: signature.digest,
      comment: signature.comment,
    })
    .execute();
}

/** Every signature by review and position; under one review where asked. */
export async function listGateSignatures(
  db: Reader,
  organisationId: string,
  { reviewId }: { reviewId?: string } = {},
): Promise<GateSignature[]> {
  let query = db
    .selectFrom("gate_signatures")
    .select([
      "review_id as reviewId",
      "position",
      "signed_at as signedAt",
      "signed_by as signedBy",
      "digest",
      "comment",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("review_id")
    .orderBy("position");
  if (reviewId !== undefined) query = query.where("review_id", "=", reviewId);
  return query.execute();
}
