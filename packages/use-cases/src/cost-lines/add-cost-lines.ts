import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { insertCostLines } from "@liftledger/database/cost-lines";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import { moneyFromDecimal } from "@liftledger/finance/money";
import type { Context } from "../context.ts";
import { refuseCostCountedTwice } from "../benefits/cost-counted-twice.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { costLineFaults } from "./cost-line-faults.ts";
import { costLineView } from "./cost-line-view.ts";

/**
 * Adds planned or actual cost lines: all, or none. One in another currency wants an exchange rate on or before the
 * end of its month; an actual cost lies in this month or before, and none in a closed month, nor before one: it is part
 * of what was spent by then, or, planned, of what is not booked by then.
 */
export async function addCostLines(
  ctx: Context,
  { initiativeId, costLines }: { initiativeId: string } & EndpointRequest<"addCostLines">["body"],
): Promise<EndpointOutput<"addCostLines">> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getOwnInitiative(ctx, tx, initiativeId);
    const { currency } = await getOrganisation(ctx, tx);
    const rates = await latestExchangeRates(tx, ctx.organisationId);
    const setting = { currency, rates, today: ctx.today };
    refuseIfAny(
      costLines.flatMap((line, row) =>
        costLineFaults(line, setting).map((fault) => ({
          ...fault,
          row,
          field: `costLines[${row}].${fault.field}`,
        })),
      ),
    );
    const places = costLines.map(({ month }, row) => ({
      period: month,
      row,
      addsUp: true,
      field: `costLines[${row}].month`,
    }));
    await refuseClosed(ctx, tx, places);
    const categories = costLines.map((line) => line.category);
    await refuseCostCountedTwice(ctx, tx, initiativeId, { categories });
    const lines = costLines.map(({ amount, ...line }) => ({
      ...line,
      costLineId: ctx.newId(),
      initiativeId,
      amountMinor: moneyFromDecimal(amount, line.currency).amountMinor,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.personId,
    }));
    await insertCostLines(tx, ctx.organisationId, lines);
    for (const line of lines) {
      audit({ action: "addCostLines", noun: "cost-line", id: line.costLineId, before: null, after: line });
    }
    return { rows: lines.map((line) => costLineView(line, currency, rates)) };
  });
}
