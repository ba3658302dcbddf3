import type { Period } from "@liftledger/contracts/period-close";
import {
  insertPeriodEvent,
  insertPeriodFigures,
  listPeriodEvents,
  type PeriodEvent,
} from "@liftledger/database/periods";
import type { Writer } from "@liftledger/database/transaction";
import { lastDay } from "@liftledger/kpis/period";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { dayOf } from "../organisations/day-of.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { headlineFigures } from "./headline-figures.ts";
import { monthHoldings } from "./month-holdings.ts";
import { periodViews } from "./period-view.ts";

/**
 * Closes a month that has ended: from now on whatever would change it is refused. The headline figures as they
 * stand at its last day are kept with the close. Everything in the month is read in the transaction, so that a
 * write of that month at the same time is either in the figures or refused.
 */
export async function closePeriod(ctx: Context, { month }: { month: string }): Promise<Period> {
  mustBe(ctx, "finance");
  const write = async (tx: Writer, audit: Audit, ctx: Context): Promise<Period> => {
    const last = (await listPeriodEvents(tx, ctx.organisationId, { months: [month] })).at(-1);
    refuseUnlessOpen(ctx, month, last);
    const held = await monthHoldings(ctx, tx, { from: month, to: month });
    const recordedAt = ctx.now;
    const position = (last?.position ?? 0) + 1;
    const event: PeriodEvent = {
      month,
      position,
      kind: "closed",
      reason: null,
      recordedAt,
      recordedBy: ctx.actor.personId,
    };
    await insertPeriodEvent(tx, ctx.organisationId, event);
    const figures = await headlineFigures(ctx, tx, { month, asOf: recordedAt });
    const kept = figures.map((figure) => ({ ...figure, position }));
    await insertPeriodFigures(tx, ctx.organisationId, kept);
    const after = { ...event, figures: figures.length, inputDigest: figures[0]?.inputDigest };
    audit({ action: "closePeriod", noun: "period", id: month, before: last ?? null, after });
    return onlyRow(await periodViews(ctx, tx, [month], held));
  };
  // It reads a month and evaluates every initiative: other changes do not wait for it in their group, and those who
  // go on logging do not outrun it for ever.
  return changeOnce(ctx, write, { isLong: true });
}

function refuseUnlessOpen(ctx: Context, month: string, last: PeriodEvent | undefined): void {
  if (lastDay(month) >= ctx.today) {
    const message = `${month} has not ended: it can be closed from the day after ${lastDay(month)}.`;
    throw new ProblemError("invalid-request", message, [{ field: "month", message, seen: month }]);
  }
  if (last?.kind !== "closed") return;
  throw new ProblemError("conflict", `${month} is closed already, since ${dayOf(ctx, last.recordedAt)}.`);
}
