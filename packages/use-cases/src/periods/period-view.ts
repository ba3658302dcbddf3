import type { Period } from "@liftledger/contracts/period-close";
import { listPeriodEvents, type PeriodEvent } from "@liftledger/database/periods";
import type { Reader } from "@liftledger/database/transaction";
import { lastDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { personNames } from "../people/person-names.ts";
import { missingInMonth } from "./missing-in-month.ts";
import { monthHoldings, type MonthHoldings } from "./month-holdings.ts";

/** Months as they cross the wire, in the order given. */
export async function periodViews(
  ctx: Context,
  db: Reader,
  months: readonly string[],
  held: MonthHoldings,
): Promise<Period[]> {
  const events = await listPeriodEvents(db, ctx.organisationId, { months });
  const byMonth = Map.groupBy(events, ({ month }) => month);
  const nameOf = await personNames(ctx, db);
  return months.map((month): Period => {
    const history: PeriodEvent[] = byMonth.get(month) ?? [];
    const last = history.at(-1);
    const close = last?.kind === "closed" ? last : null;
    return {
      month,
      status: close === null ? "open" : "closed",
      hasEnded: lastDay(month) < ctx.today,
      closedAt: close?.recordedAt ?? null,
      closedBy: close === null ? null : nameOf(close.recordedBy),
      reopened: history.filter(({ kind }) => kind === "reopened").length,
      ...missingInMonth(held, month),
    };
  });
}

/** One month as it crosses the wire. */
export async function periodView(ctx: Context, db: Reader, month: string): Promise<Period> {
  const held = await monthHoldings(ctx, db, { from: month, to: month });
  return onlyRow(await periodViews(ctx, db, [month], held));
}
