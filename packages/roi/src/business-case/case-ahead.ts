import { addPeriods, lastDay, periodIndex } from "@liftledger/kpis/period";
import { monthOf } from "@liftledger/kpis/iso-date";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { forwardValue } from "../forward-value.ts";
import { percentText, statedPercent } from "../percent-text.ts";
import type { CaseAgainstActual } from "./case-against-actual.ts";
import { caseLines, type CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { countsIn } from "./case-totals.ts";
import { firstColumn } from "./plan-columns.ts";
import { planCalendar, plannedIn, startPeriod } from "./plan-to-date.ts";

/** What a plan still holds on the day of a gate, or why nothing can be said of it. */
export type CaseAhead =
  | {
      kind: "ahead";
      currency: string;
      from: string;
      to: string;
      /** Net present value of what is to come, in money and after risk, benefits at the rate at which they came so far. */
      forwardNetPresentValue: string;
      /** The same with every benefit as planned. */
      asPlanned: string;
      /** Of what was planned so far, the share that came: 0 to 1; null while nothing was due or known. */
      attained: number | null;
      /** What is still to be spent, before any allowance for risk: exact decimal text. */
      spend: string;
      /** On what the value stands: the months, the rate, and the share. */
      sentence: string;
    }
  | { kind: "nothing"; reason: string };

/**
 * What is still to come of a plan and what it will still cost, on the day of a gate: the months that have not ended,
 * discounted to the gate at the plan's rate and timing, lines in money after their risk. Benefits are taken at the share of
 * the plan that came so far, never above it: a pilot that brought half of its plan is not believed to bring the whole of
 * it later. What is spent stays out. Throws a RangeError for a plan that `planProblems` calls wrong.
 *
 * @example caseAhead(plan, "2026-06-30", caseAgainstActual(plan, actuals)) // { kind: "ahead", forwardNetPresentValue: "…" }
 */
export function caseAhead(plan: CasePlan, until: string, comparison: CaseAgainstActual): CaseAhead {
  const { remaining } = planCalendar(plan, until);
  const last = remaining.at(-1);
  if (last === undefined) return { kind: "nothing", reason: "The plan of the case has come to its end." };
  const lines = caseLines(plan, null, "credited").filter((line) => countsIn("cash", line));
  const [unvalued] = lines.flatMap(({ missing }) => (missing === null ? [] : [missing]));
  if (unvalued !== undefined) return { kind: "nothing", reason: unvalued.reason };
  const attained = attainedShare(comparison);
  const toCome = { plan, until, lines, remaining };
  const from = remaining[0] === startPeriod ? plan.start : (remaining[0] ?? last);
  const rate = statedPercent(Number(plan.discountRate.annual));
  const share =
    attained === null
      ? "benefits as planned: nothing of them was due and known yet"
      : `benefits at ${percentText(Number(attained), [0, 1])} of the plan, as they came so far`;
  return {
    kind: "ahead",
    currency: plan.currency,
    from,
    to: last,
    forwardNetPresentValue: worthOf(toCome, attained ?? "1"),
    asPlanned: worthOf(toCome, "1"),
    attained: attained === null ? null : Number(attained),
    spend: sumDecimals(
      lines
        .filter(({ kind }) => kind === "cost")
        .flatMap((line) => remaining.map((period) => plannedIn(plan, line, period) ?? "0")),
    ),
    sentence: `${from} to ${last}, discounted at ${rate} a year, after risk, ${share}.`,
  };
}

interface ToCome {
  plan: CasePlan;
  until: string;
  lines: readonly CaseLine[];
  remaining: readonly string[];
}

/** What is to come, worth at the gate, with so much of every benefit. */
function worthOf(toCome: ToCome, share: string): string {
  const { plan } = toCome;
  return forwardValue({
    currency: plan.currency,
    annualRate: plan.discountRate.annual,
    periodType: "month",
    timing: plan.timing,
    benefits: columnsOf(toCome, "benefit", share),
    costs: columnsOf(toCome, "cost", "1"),
    realisedValue: "0",
    sunkCost: "0",
  }).forwardNetPresentValue;
}

function columnsOf({ plan, until, lines, remaining }: ToCome, kind: CaseLine["kind"], share: string) {
  const own = lines.filter((line) => line.kind === kind);
  const columnOf = columnsFrom(plan, until);
  const amounts: string[] = Array.from({ length: 1 + Math.max(...remaining.map(columnOf)) }, () => "0");
  for (const period of remaining) {
    const due = sumDecimals(own.map((line) => plannedIn(plan, { planned: line.adjusted }, period) ?? "0"));
    const column = columnOf(period);
    amounts[column] = addDecimals(amounts[column] ?? "0", multiplyDecimals(due, share));
  }
  return amounts;
}

/** Of the benefits that the plan held for the periods both sides know, the share that came; at most 1, at least 0. */
function attainedShare(comparison: CaseAgainstActual): string | null {
  if (comparison.kind === "no-comparison") return null;
  const own = comparison.rows.filter(({ kind, lineIds }) => kind === "benefit" && lineIds.length > 0);
  const planned = sumDecimals(own.map(({ plan }) => plan));
  if (compareDecimals(planned, "0") <= 0) return null;
  const share = divideDecimals(sumDecimals(own.map(({ actual }) => actual)), planned);
  if (compareDecimals(share, "0") < 0) return "0";
  return compareDecimals(share, "1") > 0 ? "1" : share;
}

/**
 * The column of each period, counted from the gate as a plan counts from its start: the first month that has not ended is
 * its first, and what is paid at the start of a plan that has not begun lies a column before its first month.
 */
function columnsFrom(plan: CasePlan, until: string): (period: string) => number {
  const month = monthOf(until);
  const first = periodIndex(lastDay(month) <= until ? addPeriods(month, 1) : month);
  // With a timing that knows no start, the first month stands in the first place.
  const before = 1 - firstColumn(plan);
  return (period) =>
    (period === startPeriod ? periodIndex(plan.start) - 1 : periodIndex(period)) - first + before;
}
