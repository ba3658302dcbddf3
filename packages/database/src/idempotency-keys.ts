import type { Reader, Writer } from "./transaction.ts";

/** The answer once given under an idempotency key; stored in the transaction of the write it answers for. */
export interface IdempotentAnswer {
  key: string;
  endpoint: string;
  bodyDigest: string;
  status: number;
  /** The body of the answer as it was sent. */
  response: string;
  createdAt: string;
}

/** The answer given under a key, or undefined. The caller compares endpoint and digest: another request is refused. */
export async function findIdempotentAnswer(
  db: Reader,
  organisationId: string,
  key: string,
): Promise<IdempotentAnswer | undefined> {
  return db
    .selectFrom("idempotency_keys")
    .select(["key", "endpoint", "body_digest as bodyDigest", "status", "response", "created_at as createdAt"])
    .where("organisation_id", "=", organisationId)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** Keeps an answer; a key that is taken is a unique `ConstraintError`, and the whole write is undone. */
export async function insertIdempotentAnswer(
  tx: Writer,
  organisationId: string,
  answer: IdempotentAnswer,
): Promise<void> {
  await tx
    .insertInto("idempotency_keys")
    .values({
      organisation_id: organisationId,
      key: answer.key,
      endpoint: answer.endpoint,
      body_digest: answer.bodyDigest,
      status: answer.status,
      response: answer.response,
      created_at: answer.createdAt,
    })
    .execute();
}

/** Forgets answers of an organisation given before an instant, the oldest first and at most so many; says how many. */
export async function deleteIdempotentAnswersBefore(
  tx: Writer,
  organisationId: string,
  { before, limit }: { before: string; limit: number },
): Promise<number> {
  const result = await tx
    .deleteFrom("idempotency_keys")
    .where("organisation_id", "=", organisationId)
    .where("key", "in", (oldest) =>
      oldest
        .selectFrom("idempotency_keys")
        .select("key")
        .where("organisation_id", "=", organisationId)
        .where("created_at", "<", before)
        .orderBy("created_at")
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
