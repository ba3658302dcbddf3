import { alertsRaisedBetween, listAlerts } from "@liftledger/database/alerts";
import { latestRecordedAt } from "@liftledger/database/audit-entries";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { formatMoney, moneyFromDecimal } from "@liftledger/finance/money";
import { addDays, daysBetween } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, lastDay } from "@liftledger/kpis/period";
import { formatKpiValue } from "@liftledger/kpis/unit";
import { benchmarkOf } from "@liftledger/roi/benchmark";
import { withinSentence } from "@liftledger/roi/governance/as-sentence";
import type { DigestFacts, DigestFigure } from "@liftledger/roi/governance/digest";
import { isFound } from "@liftledger/roi/governance/thresholds";
import { addMonths } from "@liftledger/roi/phase-duration";
import { phaseOn, type Phase } from "@liftledger/roi/phase";
import { waitingCases } from "../approvals/waiting-cases.ts";
import { waitingGateReviews } from "../approvals/waiting-gate-reviews.ts";
import { waitingGuardrails } from "../approvals/waiting-guardrails.ts";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { entryOf } from "../entry-of.ts";
import { kpiOfSeries, readLedger, type LedgerView } from "../evaluation/read-ledger.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { dayOf } from "../organisations/day-of.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";

const locale = "en-GB";
/** What comes within so many days is told of. */
const daysAhead = 30;
const mostOpen = 100;

/** What there is to say of a week for growth, or of a month for finance. */
export async function digestFacts(
  ctx: Context,
  kind: "weekly" | "monthly",
  period: string,
): Promise<DigestFacts> {
  const money = kind === "monthly" ? await moneyFigures(ctx, period) : [];
  return inSnapshot(ctx.db, async (db) => {
    const initiatives = (await allInitiatives(ctx, db)).filter(isUnderWay);
    const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
    const ids = [...names.keys()];
    // What is committed later is known later, whatever the clocks say.
    const asOf = (await latestRecordedAt(db, ctx.organisationId)) ?? ctx.now;
    const ledger = await readLedger(ctx, db, ids, asOf);
    // What somebody put off, with a reason, waits here too until its day.
    const asked = { state: "open", limit: mostOpen, today: ctx.today } as const;
    const { rows } = await listAlerts(db, ctx.organisationId, asked);
    const open = rows.filter(({ rule }) => rule !== "verdict-changed");
    return {
      period,
      figures: kind === "monthly" ? money : await weekFigures(ctx, db, ledger, period),
      verdicts: await changedVerdicts(ctx, db, period),
      alerts: open.map(({ sentence }) => sentence),
      coming: [
        ...inOrderOfDay([
          ...initiatives.flatMap(({ initiativeId, name }) => {
            const history = (ledger.phases.get(initiativeId) ?? []).map(({ phase, enteredOn }) => {
              return { phase: phase as Phase, enteredOn };
            });
            return comingGate(name, history, ctx.today);
          }),
          ...(await roadmapTasksOf(db, ctx.organisationId, ids)).flatMap(
            ({ initiativeId, title, dueOn, doneOn }) => {
              const days = daysBetween(ctx.today, dueOn);
              const isToCome = doneOn === null && days >= 0 && days <= daysAhead;
              return isToCome
                ? [{ dueOn, what: `${entryOf(names, initiativeId)}: “${withinSentence(title)}” is` }]
                : [];
            },
          ),
        ]),
        ...(await waitingCases(ctx, db)).flatMap(({ what, askedAt }) => {
          const since = dayOf(ctx, askedAt);
          const isToldOf = isFound("daysCaseWaits", daysBetween(since, ctx.today));
          return isToldOf ? [] : [`${what} has waited for a decision since ${since}.`];
        }),
        ...(await waitingGateReviews(ctx, db)).map(
          ({ what, askedAt }) => `${what} has waited for a signature since ${dayOf(ctx, askedAt)}.`,
        ),
        ...(await waitingGuardrails(ctx, db)).map(
          ({ what, askedAt }) => `${what} have waited for approval since ${dayOf(ctx, askedAt)}.`,
        ),
      ],
    };
  });
}

/** Each weekly series that is claimed, in the week and in the one before. */
async function weekFigures(
  ctx: Context,
  db: Reader,
  ledger: LedgerView,
  period: string,
): Promise<DigestFigure[]> {
  const { currency } = await getOrganisation(ctx, db);
  return [...ledger.series.values()]
    .filter(({ periodType }) => periodType === "week")
    .map((series) => {
      const kpi = kpiOfSeries(ledger, series);
      const valueAt = (week: string) => {
        const found = (ledger.snapshots.get(series.seriesId) ?? []).find((one) => one.period === week);
        const value = found === undefined ? Number.NaN : Number(found.numerator) / Number(found.denominator);
        if (!Number.isFinite(value)) return null;
        // It stands beside the one of the other week: 2.82% → 3.00%.
        const isAligned = kpi.denominator.kind !== "period";
        const options = { locale, currency: series.currency ?? currency, isAligned };
        return { value, text: formatKpiValue(value, kpi.display, options) };
      };
      const { direction } = kpi;
      return {
        name: seriesName(kpi, series),
        direction,
        before: valueAt(addPeriods(period, -1)),
        after: valueAt(period),
      };
    });
}

/**
 * What a month brought and cost, of all that the portfolio counts: its sums to date at the end of the month less those at
 * the end of the one before. A month that is not counted to its last day has no figure yet.
 */
async function moneyFigures(ctx: Context, period: string): Promise<DigestFigure[]> {
  const { toDate, currency } = await getPortfolio(ctx, {});
  const points = new Map(toDate.map((point) => [point.period, point]));
  const first = toDate[0]?.period;
  const toEndOf = (month: string, of: "value" | "cost"): number | null => {
    if (first === undefined || month < first) return 0;
    const point = points.get(month);
    if (point === undefined || point.lastDay !== lastDay(month)) return null;
    return point[of] === null ? null : Number(point[of]);
  };
  const inMonth = (month: string, of: "value" | "cost") => {
    const [end, begin] = [toEndOf(month, of), toEndOf(addPeriods(month, -1), of)];
    if (first === undefined || month < first || end === null || begin === null) return null;
    const exact = (end - begin).toFixed(2);
    const text = formatMoney(moneyFromDecimal(exact, currency), locale, { compact: true });
    return { value: Number(exact), text };
  };
  const before = addPeriods(period, -1);
  const figure = (name: string, direction: "higher" | "lower", of: "value" | "cost"): DigestFigure => ({
    name,
    direction,
    before: inMonth(before, of),
    after: inMonth(period, of),
  });
  return [figure("Turned into money", "higher", "value"), figure("Cost", "lower", "cost")];
}

async function changedVerdicts(ctx: Context, db: Reader, period: string): Promise<string[]> {
  const [from, before] = [firstDay(period), addDays(lastDay(period), 1)];
  // A day more on either side, then by the organisation's clock.
  const asked = { rule: "verdict-changed", from: addDays(from, -1), before: addDays(before, 1) };
  const raised = await alertsRaisedBetween(db, ctx.organisationId, asked);
  return raised
    .filter(({ raisedAt }) => dayOf(ctx, raisedAt) >= from && dayOf(ctx, raisedAt) < before)
    .map(({ sentence }) => sentence);
}

/** Something that comes: "Chat: its gate is", and its day. */
interface Coming {
  what: string;
  dueOn: string;
}

/** What comes first is told first: where the screen is full, the last lines are left out. */
function inOrderOfDay(coming: readonly Coming[]): string[] {
  return coming
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
    .map(({ what, dueOn }) => `${what} due on ${dueOn}.`);
}

function comingGate(
  name: string,
  history: readonly { phase: Phase; enteredOn: string }[],
  today: string,
): Coming[] {
  const { phase, enteredOn } = phaseOn(history, today).current;
  if (phase === "transform") return [];
  const dueOn = addMonths(enteredOn, benchmarkOf(phase).durationMonths[1]);
  const days = daysBetween(today, dueOn);
  // What is due sooner stands among what needs somebody.
  return isFound("daysBeforeGate", days) && days <= daysAhead
    ? [{ dueOn, what: `${name}: its gate is` }]
    : [];
}
