import {
  deleteLinksEndedBefore,
  deleteSessionsEndedBefore,
  deleteTriesBefore,
  deleteVerificationsEndedBefore,
} from "@liftledger/database/ended-access";
import { inTransaction } from "@liftledger/database/transaction";
import type { JobWork } from "./job-plan.ts";

/** What ended is deleted a day later: a clock that is a little ahead ends no session, and no stretch of tries is so long. */
const hoursKept = 24;

/**
 * Deletes sessions, steps of signing in, counts of tries and links that ended more than a day ago. None of them counts
 * any more: better-auth deletes a session only when somebody comes with it, and a count never.
 */
export async function clearEndedAccess({
  ctx,
  signal,
}: JobWork): Promise<Record<"sessions" | "verifications" | "tries" | "links", number>> {
  const before = new Date(Date.parse(ctx.now) - hoursKept * 3_600_000).toISOString();
  const clear = (remove: typeof deleteSessionsEndedBefore) => {
    signal.throwIfAborted();
    return inTransaction(ctx.db, (tx) => remove(tx, before));
  };
  return {
    sessions: await clear(deleteSessionsEndedBefore),
    verifications: await clear(deleteVerificationsEndedBefore),
    tries: await clear(deleteTriesBefore),
    links: await clear(deleteLinksEndedBefore),
  };
}
