import type { Kpi } from "@liftledger/kpis/kpi";
import { addDays, daysBetween } from "@liftledger/kpis/iso-date";
import {
  addPeriods,
  comparePeriods,
  firstDay,
  lastDay,
  periodOf,
  type Period,
  type PeriodType,
} from "@liftledger/kpis/period";
import { pooledDecimalRatio } from "@liftledger/kpis/ratio";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { compareDecimals, divideDecimals, multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { absent, leaf, quotient, sum, type Explanation, type ExplanationSource } from "../explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "../figure.ts";
import { isFound } from "./thresholds.ts";

/** One logged week: how many people used it, and how many could have. Decimal text, as it was logged. */
export interface AdoptionWeek {
  period: Period;
  users: string;
  of: string;
  source: ExplanationSource;
}

/** Four weeks of the calendar, of which those that were logged are pooled: a week that is missing is not 0. */
export interface AdoptionLook {
  from: Period;
  to: Period;
  /** Those that were logged, oldest first. */
  weeks: readonly AdoptionWeek[];
  /** Σ users ÷ Σ of. */
  share: number;
}

/** How far something is used on a day, and four weeks before. */
export type Adoption =
  | { kind: "known"; now: AdoptionLook; before: AdoptionLook | null }
  | { kind: "unknown"; reason: string };

const weeksOfOneLook = 4;

/** Of the four weeks of a look so many have to be there before two looks are compared. */
const leastWeeks = 2;

/**
 * Whether a series can tell adoption: a weekly share of one and the same thing, of which more is better: of the people
 * who could use it, how many did; or of the tasks, how many were done with it.
 */
export function tellsAdoption(
  {
    proportion,
    direction,
    numerator,
    denominator,
  }: Pick<Kpi, "proportion" | "direction" | "numerator" | "denominator">,
  periodType: PeriodType,
): boolean {
  const isShareOfOneThing = proportion && numerator.unit === denominator.unit;
  return periodType === "week" && isShareOfOneThing && direction === "higher";
}

/**
 * Adoption by the last four weeks up to the latest that was logged, beside the four before them. A latest week that ended
 * long ago says nothing of today. There is a look before once the record reaches back eight weeks and each four hold
 * at least two.
 *
 * @example adoptionOn(weeks, "2026-06-30") // { kind: "known", now: { share: 0.42, … }, before: { share: 0.4, … } }
 */
export function adoptionOn(weeks: readonly AdoptionWeek[], day: string): Adoption {
  const known = weeks
    .filter(({ period }) => lastDay(period) <= day)
    .toSorted((one, other) => comparePeriods(one.period, other.period));
  const [first, latest] = [known[0], known.at(-1)];
  if (first === undefined || latest === undefined)
    return { kind: "unknown", reason: "No week of it is logged yet." };
  const to = latest.period;
  if (isFound("daysAdoptionStands", daysBetween(lastDay(to), day)))
    return { kind: "unknown", reason: `It was last logged for ${to}: too long ago to say how it is.` };
  const now = lookAt(known, to);
  if (now === null)
    return { kind: "unknown", reason: `Up to ${to} there was nobody who could have used it.` };
  const before = lookAt(known, addPeriods(to, -weeksOfOneLook));
  const isComparable =
    before !== null &&
    comparePeriods(first.period, before.from) <= 0 &&
    now.weeks.length >= leastWeeks &&
    before.weeks.length >= leastWeeks;
  return { kind: "known", now, before: isComparable ? before : null };
}

function lookAt(known: readonly AdoptionWeek[], to: Period): AdoptionLook | null {
  const from = addPeriods(to, 1 - weeksOfOneLook);
  const weeks = known.filter(
    ({ period }) => comparePeriods(period, from) >= 0 && comparePeriods(period, to) <= 0,
  );
  const share = pooledDecimalRatio(weeks.map(({ users, of }) => ({ numerator: users, denominator: of })));
  return share.kind === "value" ? { from, to, weeks, share: share.value } : null;
}

/**
 * Adoption from one day to another, decimal text: each day counts as its week, so that weeks are split over months by
 * days. Null where a day's week was not logged, where nobody could have used it, and where it is no share above 0.
 *
 * @example adoptionBetween(weeks, "2026-06-01", "2026-06-30") // "0.425"
 */
export function adoptionBetween(weeks: readonly AdoptionWeek[], from: string, to: string): string | null {
  const parts: { users: string; of: string }[] = [];
  const byPeriod = new Map(weeks.map((week) => [week.period, week]));
  for (let day = from; day <= to;) {
    const period = periodOf(day, "week");
    const week = byPeriod.get(period);
    if (week === undefined) return null;
    const last = lastDay(period) < to ? lastDay(period) : to;
    const days = String(daysBetween(day, last) + 1);
    parts.push({ users: multiplyDecimals(week.users, days), of: multiplyDecimals(week.of, days) });
    day = addDays(last, 1);
  }
  const of = sumDecimals(parts.map((part) => part.of));
  if (compareDecimals(of, "0") <= 0) return null;
  const share = divideDecimals(sumDecimals(parts.map(({ users }) => users)), of);
  return compareDecimals(share, "0") > 0 && compareDecimals(share, "1") <= 0 ? share : null;
}

/** What a series of adoption is called and what it counts. */
export interface AdoptionSubject {
  initiativeId: string;
  /** "Tool adoption (Chat)". */
  series: string;
  kpi: Pick<Kpi, "numerator" | "denominator">;
}

/** The figure of adoption: people who used it over those who could, down to the weeks that were logged. */
export function adoptionFigure(
  context: FigureContext,
  { initiativeId, series, kpi }: AdoptionSubject,
  adoption: Adoption,
): ExplainedFigure {
  return explainedFigure(
    { ...context, grade: null },
    {
      figureId: `initiative/${initiativeId}/adoption`,
      label: "Adoption",
      sentence: `Of those who could use it, how many did: ${series}${weeksText(adoption)}.`,
      tree: adoptionTree(adoption, kpi),
      basis: "none",
      span: "point",
      distribution: null,
    },
  );
}

function adoptionTree(adoption: Adoption, { numerator, denominator }: AdoptionSubject["kpi"]): Explanation {
  if (adoption.kind === "unknown") return absent("Adoption", "ratio", adoption.reason);
  const { weeks } = adoption.now;
  const total = (counts: string, of: (week: AdoptionWeek) => string) =>
    sum(
      capitalised(counts),
      "count",
      weeks.map((week) => leaf(`${capitalised(counts)}, ${week.period}`, of(week), "count", week.source)),
    );
  return quotient(
    "Adoption",
    "ratio",
    total(numerator.counts, ({ users }) => users),
    total(denominator.counts, ({ of }) => of),
  );
}

/** "…, pooled over 4 weeks from 2026-06-01 to 2026-06-28". */
function weeksText(adoption: Adoption): string {
  if (adoption.kind === "unknown") return "";
  const { from, to, weeks } = adoption.now;
  const count = weeks.length === weeksOfOneLook ? "four weeks" : `${weeks.length} of four weeks`;
  return `, pooled over ${count} from ${firstDay(from)} to ${lastDay(to)}`;
}
