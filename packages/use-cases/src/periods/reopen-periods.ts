import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { closesInForce } from "@liftledger/database/periods";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { monthHoldings } from "./month-holdings.ts";
import { periodViews } from "./period-view.ts";
import { writeReopening } from "./reopen-period.ts";

/**
 * Opens every closed month from one on, for one reason, so that what moves all of them can be mended: of each as if it
 * had been opened alone, with a restatement and an entry in the chain. Answers those that it opened, oldest first; none
 * where all are open, so that to ask twice does no more than to ask once.
 */
export async function reopenPeriods(
  ctx: Context,
  { from, reason }: { from: string; reason: string },
): Promise<EndpointOutput<"reopenPeriods">> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const closes = await closesInForce(tx, ctx.organisationId);
    const months = [...closes.keys()].filter((month) => month >= from).toSorted();
    for (const month of months) {
      const close = closes.get(month);
      if (close === undefined) continue;
      await writeReopening(ctx, tx, audit, { action: "reopenPeriods", close, reason });
    }
    const [first] = months;
    const last = months.at(-1);
    if (first === undefined || last === undefined) return { rows: [] };
    const held = await monthHoldings(ctx, tx, { from: first, to: last });
    return { rows: await periodViews(ctx, tx, months, held) };
  });
}
