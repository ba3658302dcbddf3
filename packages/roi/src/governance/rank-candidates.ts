import { listInWords } from "@liftledger/kpis/list-in-words";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  isDecimal,
  multiplyDecimals,
  roundHalfEven,
} from "@liftledger/numerics/decimal";

/** What can be measured of a candidate. */
export interface MeasurableFacts {
  /** The KPI of its sentence is an outcome: it may carry money. */
  isOutcome: boolean;
  /** Its series is logged. */
  isLogged: boolean;
  periodType: "week" | "month";
  /** Periods of the series that lie before the start. */
  periodsBefore: number;
  /** There is a part that goes without, or a comparison series. */
  hasComparison: boolean;
}

/** An idea that is not begun yet. */
export interface Candidate {
  candidateId: string;
  name: string;
  /** What its sentence could bring in the first year, before its cost: decimal text; null where not known. */
  expectedValue: string | null;
  currency: string;
  /** How the expected value is known or, where it is not, why not, as a sentence; null where nobody said. */
  valueFrom: string | null;
  measurable: MeasurableFacts;
  /** Points of readiness reached of all points, a ratio as decimal text. */
  readiness: string;
  /** Names of the gaps that are still open for the phase it would begin with. */
  gapsOpen: readonly string[];
  /** Weeks of one person until it runs, decimal text above 0; null where nobody has estimated it. */
  effortWeeks: string | null;
}

/** One of the four sides of a candidate, with its reason. */
export interface RankReason {
  side: "expected-value" | "measurability" | "readiness" | "effort";
  reason: string;
}

/** A candidate in its place. */
export type RankedCandidate =
  | {
      kind: "ranked";
      candidateId: string;
      name: string;
      place: number;
      /** Value a week of effort, counted as far as it can be measured and is ready: decimal text. */
      priority: string;
      /** Among the few to begin with: of high value and measurable. */
      isAmongTheFew: boolean;
      reasons: RankReason[];
    }
  | { kind: "not-ranked"; candidateId: string; name: string; missing: string[]; reasons: RankReason[] };

const mostPoints = 5;
const theFew = 3;
/** From here on an effect is told from chance, so that the first ones prove something. */
const measurableEnough = 3;

/**
 * Candidates in the order in which they are worth beginning: expected value × measurability × readiness ÷ effort, so
 * that twice the value weighs as much as half the effort, and what cannot be measured at all comes last. Ties go to the higher value, then by name. The first three that can be measured are the few to begin with.
 * What has no value or no effort yet stands after them with what is missing. Throws a RangeError for a figure that
 * is none.
 *
 * @example rankCandidates([chatbot, scoring]).map(({ name }) => name) // ["Scoring", "Chatbot"]
 */
export function rankCandidates(candidates: readonly Candidate[]): RankedCandidate[] {
  candidates.forEach(checkFigures);
  const known = candidates.filter(
    ({ expectedValue, effortWeeks }) => expectedValue !== null && effortWeeks !== null,
  );
  const others = candidates.filter((candidate) => !known.includes(candidate));
  const inOrder = known
    .map((candidate) => ({ candidate, priority: priorityOf(candidate) }))
    .toSorted(
      (a, b) =>
        compareDecimals(b.priority, a.priority) ||
        compareDecimals(b.candidate.expectedValue ?? "0", a.candidate.expectedValue ?? "0") ||
        compareTexts(a.candidate, b.candidate),
    );
  const few = inOrder
    .filter(({ candidate, priority }) => {
      return measurabilityOf(candidate.measurable) >= measurableEnough && compareDecimals(priority, "0") > 0;
    })
    .slice(0, theFew);
  const ranked = inOrder.map((one, place): RankedCandidate => {
    const { candidateId, name } = one.candidate;
    const { priority } = one;
    const reasons = reasonsOf(one.candidate);
    return {
      kind: "ranked",
      candidateId,
      name,
      place: place + 1,
      priority,
      isAmongTheFew: few.includes(one),
      reasons,
    };
  });
  return [...ranked, ...others.toSorted(compareTexts).map(unranked)];
}

/** How far an effect can be told from chance, 0 to 5: a point for each thing that it takes. */
export function measurabilityOf(facts: MeasurableFacts): number {
  return measurabilityPoints.filter(({ holds }) => holds(facts)).length;
}

/** How many periods it takes to tell an effect from chance: twelve months or half a year of weeks. */
const periodsForTrend = { week: 26, month: 12 } as const;
const fewestPeriodsBefore = 3;

/** A point for each, with the words for what lacks it; null where another point says it already. */
const measurabilityPoints: readonly {
  lacks: (facts: MeasurableFacts) => string | null;
  holds: (facts: MeasurableFacts) => boolean;
}[] = [
  { lacks: () => "a KPI that may carry money", holds: ({ isOutcome }) => isOutcome },
  { lacks: () => "a series that is logged", holds: ({ isLogged }) => isLogged },
  { lacks: () => null, holds: ({ periodsBefore }) => periodsBefore >= fewestPeriodsBefore },
  {
    lacks: ({ periodType, periodsBefore }) => {
      const least = periodsBefore < fewestPeriodsBefore ? ` (at the least ${fewestPeriodsBefore})` : "";
      return `${periodsForTrend[periodType]} ${periodType}s before the start${least}`;
    },
    holds: ({ periodType, periodsBefore }) => periodsBefore >= periodsForTrend[periodType],
  },
  { lacks: () => "a comparison", holds: ({ hasComparison }) => hasComparison },
];

function priorityOf({ expectedValue, measurable, readiness, effortWeeks }: Candidate): string {
  // A tenth is given to all: before anybody has answered a question, candidates still differ by the rest.
  const measured = divideDecimals(String(measurabilityOf(measurable)), String(mostPoints));
  const ready = divideDecimals(addDecimals(readiness, "0.1"), "1.1");
  const worth = multiplyDecimals(multiplyDecimals(expectedValue ?? "0", measured), ready);
  return roundHalfEven(divideDecimals(worth, effortWeeks ?? "1"), 2);
}

/** Each says what the figure of its side does not: on what it stands, or what it lacks. */
function reasonsOf({ measurable, gapsOpen, effortWeeks, ...value }: Candidate): RankReason[] {
  const lacking = measurabilityPoints.flatMap(({ holds, lacks }) =>
    holds(measurable) ? [] : (lacks(measurable) ?? []),
  );
  return [
    { side: "expected-value", reason: valueReason(value) },
    {
      side: "measurability",
      reason:
        lacking.length === 0
          ? "All that it takes to tell an effect from chance is there."
          : `It lacks ${listInWords(lacking)}.`,
    },
    {
      side: "readiness",
      reason:
        gapsOpen.length === 0 ? "No gap is open for a pilot." : `Open for a pilot: ${listInWords(gapsOpen)}.`,
    },
    {
      side: "effort",
      reason:
        effortWeeks === null
          ? "Nobody has said yet how long one person works on it until it runs."
          : "Of one person, until it runs.",
    },
  ];
}

function valueReason({
  expectedValue,
  valueFrom,
}: Pick<Candidate, "expectedValue" | "currency" | "valueFrom">): string {
  if (valueFrom !== null) return valueFrom;
  return expectedValue === null ? "What it could bring is not known yet." : "Nobody said how that is known.";
}

function unranked(candidate: Candidate): RankedCandidate {
  const { candidateId, name, expectedValue, effortWeeks } = candidate;
  const missing = [
    ...(expectedValue === null ? ["the expected value of its sentence"] : []),
    ...(effortWeeks === null ? ["the effort"] : []),
  ];
  return { kind: "not-ranked", candidateId, name, missing, reasons: reasonsOf(candidate) };
}

function checkFigures({ name, expectedValue, readiness, effortWeeks }: Candidate): void {
  const isBad = (text: string | null) => text !== null && !isDecimal(text);
  if (isBad(expectedValue)) throw new RangeError(`${name}: "${expectedValue}" is no value`);
  if (isBad(readiness) || compareDecimals(readiness, "0") < 0 || compareDecimals(readiness, "1") > 0)
    throw new RangeError(`${name}: readiness is a ratio from 0 to 1, not "${readiness}"`);
  if (effortWeeks !== null && (isBad(effortWeeks) || compareDecimals(effortWeeks, "0") <= 0))
    throw new RangeError(`${name}: the effort is a number of weeks above 0, not "${effortWeeks}"`);
}

function compareTexts(a: Candidate, b: Candidate): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.candidateId < b.candidateId ? -1 : 1;
}
