import { closesInForce } from "@liftledger/database/periods";
import type { Reader } from "@liftledger/database/transaction";
import { lastDay, firstDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";

/** The months with days in or after a period that are closed, or were at an instant. */
export async function closedSince(
  ctx: Context,
  db: Reader,
  period: string,
  asOf: string | undefined,
): Promise<string[]> {
  const closes = await closesInForce(db, ctx.organisationId, { asOf });
  return [...closes.keys()].filter((month) => lastDay(month) >= firstDay(period)).toSorted();
}
