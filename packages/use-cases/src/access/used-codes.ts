import type { Database } from "@liftledger/database/open-database";
import { inTransaction } from "@liftledger/database/transaction";
import { countTry } from "@liftledger/database/tries";
import { secretDigest } from "./secret.ts";

/** Longer than any code of an authenticator app counts: its half minute, with the one before and the one after. */
const codeMilliseconds = 2 * 60_000;

/** Whether a code that matched is used for the first time, and keeps that it was; of two at once, one is the first. */
export async function isFirstUseOfCode(
  db: Database,
  { personId, code, now }: { personId: string; code: string; now: string },
): Promise<boolean> {
  const key = `code ${secretDigest(`${personId} ${code.replaceAll(/\D/g, "")}`)}`;
  const uses = await inTransaction(db, (tx) => countTry(tx, key, { now, milliseconds: codeMilliseconds }));
  return uses === 1;
}
