import type { Writer } from "./transaction.ts";

/**
 * Counts a try of something and answers how many there were since the first of this stretch; after it the count begins
 * anew. One statement, so that tries at once are all counted.
 */
export async function countTry(
  tx: Writer,
  key: string,
  { now, milliseconds }: { now: string; milliseconds: number },
): Promise<number> {
  const instant = BigInt(Date.parse(now));
  const begin = instant - BigInt(milliseconds);
  const { count } = await tx
    .insertInto("auth_rate_limits")
    .values({ id: key, key, count: 1, last_request: instant })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((eb) => {
        const isOver = eb("auth_rate_limits.last_request", "<=", begin);
        const oneMore = eb("auth_rate_limits.count", "+", 1);
        return {
          count: eb.case().when(isOver).then(1).else(oneMore).end(),
          last_request: eb
            .case()
            .when(isOver)
            .then(instant)
            .else(eb.ref("auth_rate_limits.last_request"))
            .end(),
        };
      }),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return count;
}

/** Forgets the tries of something. */
export async function forgetTries(tx: Writer, key: string): Promise<void> {
  await tx.deleteFrom("auth_rate_limits").where("key", "=", key).execute();
}
