import { setImmediate as nextTurn } from "node:timers/promises";
import { deleteIdempotentAnswersBefore } from "@liftledger/database/idempotency-keys";
import { inTransaction } from "@liftledger/database/transaction";
import type { JobWork } from "./job-plan.ts";

/**
 * A day is promised. The instant of an answer is that of its request, which may have been under way for long, and
 * clocks of several machines differ: so it is two.
 */
const hoursKept = 48;
/** In one transaction, which others wait for. */
const keysAtOnce = 500;

/** Forgets the answers that were kept for repeats of requests made more than two days ago. */
export async function clearIdempotencyKeys({ ctx, signal }: JobWork): Promise<{ keys: number }> {
  const { db, organisationId } = ctx;
  const before = new Date(Date.parse(ctx.now) - hoursKept * 3_600_000).toISOString();
  for (let keys = 0; ;) {
    signal.throwIfAborted();
    const some = { before, limit: keysAtOnce };
    const cleared = await inTransaction(db, (tx) => deleteIdempotentAnswersBefore(tx, organisationId, some));
    keys += cleared;
    if (cleared < keysAtOnce) return { keys };
    await nextTurn();
  }
}
