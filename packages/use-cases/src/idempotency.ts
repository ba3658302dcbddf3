import { nextInstant } from "@liftledger/database/audit-entries";
import { ConstraintError } from "@liftledger/database/constraint-errors";
import { findIdempotentAnswer, insertIdempotentAnswer } from "@liftledger/database/idempotency-keys";
import { inTransaction, type TransactionOptions, type Writer } from "@liftledger/database/transaction";
import { actorNow } from "./access/actor-now.ts";
import { auditIn, type Audit } from "./audit/audit.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem.ts";

/** The longest idempotency key that is taken. */
export const longestIdempotencyKey = 255;

/** A request that may be repeated: its key, and what the key stands for. */
export interface IdempotencyRequest {
  readonly key: string;
  readonly endpoint: string;
  /** Of the parsed body and the path, so that the same request spelled otherwise is the same. */
  readonly bodyDigest: string;
  readonly status: number;
}

/**
 * What is done in the transaction. The context is the caller's with the instant at which the change becomes known: it
 * takes the place of the caller's, so that no row bears another.
 */
type Change<Answer> = (tx: Writer, audit: Audit, ctx: Context) => Promise<Answer>;

const attempts = 4;

/**
 * Runs a change as one transaction, once for each idempotency key: a repeat with the same key and body is
 * answered with what the first was answered, and writes nothing. The answer is stored in the transaction of
 * the change, so either both are there or neither. A key used for another request is an
 * "idempotency-mismatch".
 *
 * Each thing that changed is told to `audit`, and stands in the organisation's chain when the change is there. Its
 * rows bear `now` of the context that the change is given, never the caller's: a request may begin before a month is
 * closed and be committed after it, and would else be known to the report as of the close (`nextInstant`).
 *
 * The change may run more than once: when somebody else wrote the same key or row in the meantime it
 * starts again and sees it. One that is long may begin minutes after it was asked for: it is made with the rights that
 * the actor has by then, or refused (`actorNow`).
 *
 * @example
 * return changeOnce(ctx, async (tx, audit, ctx) => {
 *   await insertSeries(tx, ctx.organisationId, [series]);
 *   audit({ action: "createSeries", noun: "series", id: series.seriesId, before: null, after: series });
 *   return view(series);
 * });
 */
export async function changeOnce<Answer extends object>(
  ctx: Context,
  change: Change<Answer>,
  { isLong = false }: Pick<TransactionOptions, "isLong"> = {},
): Promise<Answer> {
  const changeNow: Change<Answer> = isLong
    ? async (tx, audit, ctx) => change(tx, audit, { ...ctx, actor: await actorNow(ctx, tx) })
    : change;
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(ctx.db, (tx) => answerOrChange(ctx, tx, changeNow), {
        isLong,
        turnOf: ctx.organisationId,
      });
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === attempts) throw error;
    }
  }
}

async function answerOrChange<Answer extends object>(
  ctx: Context,
  tx: Writer,
  change: Change<Answer>,
): Promise<Answer> {
  const request = ctx.idempotency;
  if (request === undefined) return changeAtItsInstant(ctx, tx, change);
  const earlier = await findIdempotentAnswer(tx, ctx.organisationId, request.key);
  if (earlier !== undefined) {
    if (earlier.endpoint === request.endpoint && earlier.bodyDigest === request.bodyDigest) {
      return JSON.parse(earlier.response) as Answer;
    }
    const message = `was used for another request at ${earlier.createdAt}. Use a new key for a new request.`;
    throw new ProblemError("idempotency-mismatch", `The idempotency key "${request.key}" ${message}`, [
      { field: "Idempotency-Key", message },
    ]);
  }
  const answer = await changeAtItsInstant(ctx, tx, change);
  await insertIdempotentAnswer(tx, ctx.organisationId, {
    ...request,
    response: JSON.stringify(answer),
    createdAt: ctx.now,
  });
  return answer;
}

async function changeAtItsInstant<Answer extends object>(
  ctx: Context,
  tx: Writer,
  change: Change<Answer>,
): Promise<Answer> {
  const now = await nextInstant(ctx.db, tx, ctx.organisationId, ctx.now);
  const then = { ...ctx, now };
  return change(tx, auditIn(then, tx), then);
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof ConstraintError && error.constraint === "unique";
}
