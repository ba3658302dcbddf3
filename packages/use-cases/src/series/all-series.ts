import { listSeries, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Every series of the organisation; of one period type, or those alone that are not retired, where asked. */
export async function allSeries(
  ctx: Context,
  db: Reader,
  filter: { periodType?: "week" | "month"; isRetired?: false } = {},
): Promise<Series[]> {
  const all: Series[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSeries(db, ctx.organisationId, { limit: 500, cursor, ...filter });
    all.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
