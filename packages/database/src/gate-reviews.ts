import { z } from "zod";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Reader, Writer } from "./transaction.ts";

/** How far a review is. One is passed by where a phase was entered without a gate. */
export type GateReviewStatus = "open" | "signed" | "decided" | "withdrawn" | "passed-by";

const Overrides = z.array(
  z.object({ criterion: z.string(), by: z.string(), reason: z.string(), at: z.string() }),
);
const Authors = z.array(z.string());

/** A review of a gate, with what is asked for. */
export interface GateReview {
  reviewId: string;
  initiativeId: string;
  /** Of the row: a change carries the one it was made from. */
  version: number;
  status: GateReviewStatus;
  into: string;
  leaving: string;
  decision: string;
  /** Why it is asked for. */
  reason: string;
  /** What somebody lets pass, people by their ids. */
  overrides: z.infer<typeof Overrides>;
  /** All who wrote any of it: none of them signs it. */
  authors: string[];
  openedAt: string;
  openedBy: string;
  /** What was signed, JSON whose shape belongs to the caller; null before the first signature. */
  pack: string | null;
  /** Of the pack. */
  digest: string | null;
  /** When it was decided or withdrawn. */
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
}

/** What of a review is written anew. */
export type GateReviewChange = Partial<
  Pick<
    GateReview,
    | "status"
    | "decision"
    | "reason"
    | "overrides"
    | "authors"
    | "pack"
    | "digest"
    | "endedAt"
    | "endedBy"
    | "endReason"
  >
>;

/** Only what waits takes the place of an initiative's one open review. */
const slotOf = (status: GateReviewStatus) => (status === "open" || status === "signed" ? "open" : null);

/** Adds a review at version 1; a second that waits, of the same initiative, is a unique `ConstraintError`. */
export async function insertGateReview(
  tx: Writer,
  organisationId: string,
  review: Omit<GateReview, "version">,
): Promise<void> {
  await tx
    .insertInto("gate_reviews")
    .values({
      organisation_id: organisationId,
      review_id: review.reviewId,
      initiative_id: review.initiativeId,
      version: 1,
      status: review.status,
      into_phase: review.into,
      leaving_phase: review.leaving,
      decision: review.decision,
      reason: review.reason,
      overrides: jsonText(review.overrides),
      authors: jsonText(review.authors),
      opened_at: review.openedAt,
      opened_by: review.openedBy,
      pack: review.pack,
      digest: review.digest,
      slot: slotOf(review.status),
      ended_at: review.endedAt,
      ended_by: review.endedBy,
      end_reason: review.endReason,
    })
    .execute();
}

/** The review; throws `NotFoundError`. */
export async function getGateReview(
  db: Reader,
  organisationId: string,
  reviewId: string,
): Promise<GateReview> {
  const row = await reviewsOf(db, organisationId)
    .select("pack")
    .where("review_id", "=", reviewId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("gate review", reviewId);
  return asReview(row);
}

/** The review of an initiative that waits; undefined where none does. */
export async function findOpenGateReview(
  db: Reader,
  organisationId: string,
  initiativeId: string,
): Promise<GateReview | undefined> {
  const row = await reviewsOf(db, organisationId)
    .select("pack")
    .where("initiative_id", "=", initiativeId)
    .where("slot", "=", "open")
    .executeTakeFirst();
  return row === undefined ? undefined : asReview(row);
}

/** Every review without its pack, oldest first; of one initiative, or those that wait, where asked. */
export async function listGateReviews(
  db: Reader,
  organisationId: string,
  { initiativeId, isWaiting }: { initiativeId?: string | undefined; isWaiting?: true } = {},
): Promise<GateReview[]> {
  let query = reviewsOf(db, organisationId).orderBy("opened_at").orderBy("review_id");
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  if (isWaiting) query = query.where("slot", "=", "open");
  return (await query.execute()).map((row) => asReview({ ...row, pack: null }));
}

/** Changes a review that is still as the caller read it. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateGateReview(
  tx: Writer,
  organisationId: string,
  { reviewId, version }: Pick<GateReview, "reviewId" | "version">,
  change: GateReviewChange,
): Promise<void> {
  const { status, decision, reason, overrides, authors, pack, digest, endedAt, endedBy, endReason } = change;
  const result = await tx
    .updateTable("gate_reviews")
    .set({
      version: version + 1,
      ...(status && { status, slot: slotOf(status) }),
      ...(decision && { decision }),
      ...(reason && { reason }),
      ...(overrides && { overrides: jsonText(overrides) }),
      ...(authors && { authors: jsonText(authors) }),
      ...(pack && { pack }),
      ...(digest && { digest }),
      ...(endedAt && { ended_at: endedAt }),
      ...(endedBy && { ended_by: endedBy }),
      ...(endReason && { end_reason: endReason }),
    })
    .where("organisation_id", "=", organisationId)
    .where("review_id", "=", reviewId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getGateReview(tx, organisationId, reviewId);
  throw new LostUpdateError("gate review", reviewId, version, found.version);
}

function reviewsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("gate_reviews")
    .select([
      "review_id as reviewId",
      "initiative_id as initiativeId",
      "version",
      "status",
      "into_phase as into",
      "leaving_phase as leaving",
      "decision",
      "reason",
      "overrides",
      "authors",
      "opened_at as openedAt",
      "opened_by as openedBy",
      "digest",
      "ended_at as endedAt",
      "ended_by as endedBy",
      "end_reason as endReason",
    ])
    .where("organisation_id", "=", organisationId);
}

function asReview({
  overrides,
  authors,
  ...row
}: Omit<GateReview, "overrides" | "authors"> & { overrides: string; authors: string }): GateReview {
  return { ...row, overrides: parseJson(Overrides, overrides), authors: parseJson(Authors, authors) };
}
