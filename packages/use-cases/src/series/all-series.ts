import { listSeries, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Every series of the organisation, or those of one period type. */
export async function allSeries(ctx: Context, db: Reader, periodType?: "week" | "month"): Promise<Series[]> {
  const all: Series[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSeries(db, ctx.organisationId, { limit: 500, cursor, periodType });
    all.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
