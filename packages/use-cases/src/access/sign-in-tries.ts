import { inTransaction } from "@liftledger/database/transaction";
import { countTry, forgetTries } from "@liftledger/database/tries";
import type { Context } from "../context.ts";
import { TooManyTriesError } from "../problem.ts";
import { secretDigest } from "./secret.ts";

/** So many wrong passwords for one e-mail in a stretch, from however many addresses. */
const mostTries = 20;
const stretchMinutes = 15;

/**
 * Counts a try to sign in with an e-mail, whether or not there is such an account. Throws "too-many-requests" from
 * one more than is allowed in a quarter of an hour: who guesses from many addresses gets no further than from one.
 */
export async function countSignInTry(ctx: Context, email: string): Promise<void> {
  const stretch = { now: ctx.now, milliseconds: stretchMinutes * 60_000 };
  const tries = await inTransaction(ctx.db, (tx) => countTry(tx, keyOf(email), stretch));
  if (tries <= mostTries) return;
  throw new TooManyTriesError(
    `Too many wrong passwords for this e-mail address. Wait ${stretchMinutes} minutes, then try again.`,
    stretchMinutes * 60,
  );
}

/** The right password ends the count. */
export async function forgetSignInTries(ctx: Context, email: string): Promise<void> {
  await inTransaction(ctx.db, (tx) => forgetTries(tx, keyOf(email)));
}

/** Addresses that only were tried are not kept in the open. */
function keyOf(email: string): string {
  return `sign-in ${secretDigest(email.trim().toLowerCase())}`;
}
