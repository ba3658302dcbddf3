import { capitalised } from "@liftledger/kpis/within-sentence";
import type { BaselineDesign } from "@liftledger/baselines/baseline-design";
import { ratioLift, type RatioLift } from "@liftledger/baselines/ratio-lift";
import type { RatioPoint } from "@liftledger/baselines/ratio-point";
import type { Direction } from "@liftledger/kpis/kpi";
import { directionSign } from "@liftledger/kpis/kpi";
import { periodIndex, type Period } from "@liftledger/kpis/period";
import { addDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { expectedText, operate, type ExpectedParameter } from "./explanation-operations.ts";
import { absent, difference, expected, longSum, sum, type Explanation } from "./explanation.ts";
import {
  rememberedUnits,
  rememberedWeights,
  type CountedUnit,
  type Measured,
  type IncrementalUnits,
} from "./incremental-units.ts";
import { whenAsked } from "./when-asked.ts";

/** One period as a lift takes it: numerator and denominator, each with its explanation. */
export interface MeasuredPoint {
  period: Period;
  numerator: string;
  denominator: string;
  explain(currency: string): { numerator: Explanation; denominator: Explanation };
}

/** What a lift of explained points needs. */
export interface LiftRequest {
  before: readonly MeasuredPoint[];
  /** Mature periods since the start. */
  after: readonly MeasuredPoint[];
  direction: Direction;
  design: BaselineDesign;
  controls?: Readonly<Record<string, readonly MeasuredPoint[]>> | undefined;
  wideningFactor: number;
}

/** How the units are named, and where they stand. */
export interface LiftWords {
  counted: CountedUnit;
  /** "Opportunities expected without AI". */
  expectedLabel: string;
  /** The counterfactual in words. */
  formula: string;
}

/** The lift of a series of explained points against its baseline. */
export function liftOfPoints(request: LiftRequest): RatioLift {
  const { before, after, direction, design, controls, wideningFactor } = request;
  return ratioLift({
    pre: before.map(ratioPoint),
    post: after.map(ratioPoint),
    direction: directionSign(direction),
    design,
    wideningFactor,
    ...(controls === undefined
      ? {}
      : {
          controls: Object.fromEntries(
            Object.entries(controls).map(([name, points]) => [name, points.map(ratioPoint)]),
          ),
        }),
  });
}

/**
 * The incremental units U = s·(ΣN − Σc·D) of a lift, with their distribution and their explanation from the points
 * up. Unmeasured where there is no baseline, with the reason.
 */
export function liftMeasure(
  request: LiftRequest,
  lift: RatioLift,
  words: LiftWords,
  rest: Pick<IncrementalUnits, "outOfRange"> &
    Partial<Pick<IncrementalUnits, "beside" | "paidLess" | "volumeOver">>,
): Measured {
  if (lift.kind === "no-baseline") return { kind: "unmeasured", reason: lift.reason };
  const totals = runningTotals(request.after, lift.periods);
  const totalOver = (periods: number) => totals[periods] as RunningTotal;
  return {
    kind: "measured",
    counted: words.counted,
    hasInterval: lift.kind === "interval",
    gainOver(periods) {
      const { actual, expectedTotal } = totalOver(periods);
      return request.direction === "higher"
        ? subtractDecimals(actual, expectedTotal)
        : subtractDecimals(expectedTotal, actual);
    },
    unitsOver: rememberedUnits((periods) =>
      lift.kind === "interval" ? lift.incrementalUnitsDistribution(periods) : null,
    ),
    weightedOver: rememberedWeights((weights) =>
      lift.kind === "interval" ? lift.weightedUnitsDistribution(weights) : () => null,
    ),
    tree: (periods, currency) =>
      unitsTree(request, words, periods, totalOver(periods).expectedTotal, currency),
    volumeOver: (periods) =>
      request.after.slice(0, periods).reduce((volume, { denominator }) => volume + Number(denominator), 0),
    beside: null,
    paidLess: null,
    ...rest,
  };
}

/** The name of a gain: "More opportunities", "Fewer hours of work". */
export function gainLabel(direction: Direction, counts: string): string {
  return `${direction === "higher" ? "More" : "Fewer"} ${counts}`;
}

/** The unit of an explained amount of what is counted. */
export function unitOf({ measure }: Pick<CountedUnit, "measure">, currency: string): string {
  return measure === "spend" || measure === "revenue" ? currency : "count";
}

interface RunningTotal {
  actual: string;
  expectedTotal: string;
}

function runningTotals(
  after: readonly MeasuredPoint[],
  periods: readonly { expectedNumerator: number }[],
): RunningTotal[] {
  const totals: RunningTotal[] = [{ actual: "0", expectedTotal: "0" }];
  periods.forEach((period, place) => {
    const { actual, expectedTotal } = totals[place] as RunningTotal;
    totals.push({
      actual: addDecimals(actual, after[place]?.numerator ?? "0"),
      expectedTotal: addDecimals(expectedTotal, expectedText(period)),
    });
  });
  return totals;
}

function unitsTree(
  request: LiftRequest,
  words: LiftWords,
  periods: number,
  expectedTotal: string,
  currency: string,
): Explanation {
  if (periods > 0) return liftTrees(request, words, periods, expectedTotal, currency).gain;
  const { counted } = words;
  const label = gainLabel(request.direction, counted.counts);
  return absent(label, unitOf(counted, currency), "no full period since the start yet");
}

/** The lift of a series against its own baseline over all its periods, explained; null where there is none. */
export function explainedLift(
  request: LiftRequest,
  lift: RatioLift,
  words: LiftWords,
  currency: string,
): LiftTrees | null {
  if (lift.kind === "no-baseline" || request.after.length === 0) return null;
  const expectedTotal = runningTotals(request.after, lift.periods).at(-1)?.expectedTotal ?? "0";
  return liftTrees(request, words, request.after.length, expectedTotal, currency);
}

/** What was seen, what was expected and the gain between the two, over the first periods since the start. */
export interface LiftTrees {
  actual: Explanation;
  expected: Explanation;
  gain: Explanation;
}

function liftTrees(
  request: LiftRequest,
  { counted, expectedLabel, formula }: LiftWords,
  periods: number,
  expectedTotal: string,
  currency: string,
): LiftTrees {
  const { direction } = request;
  const unit = unitOf(counted, currency);
  const label = gainLabel(direction, counted.counts);
  const after = request.after.slice(0, periods);
  // A portfolio asks for the value alone, of a thousand initiatives.
  const asked = whenAsked({}, { explained: () => after.map((point) => point.explain(currency)) });
  const controls = controlsUpTo(request, after.at(-1)?.period ?? "");
  const withoutAi = expected(
    expectedLabel,
    unit,
    {
      parameter: () => ({
        design: request.design,
        preIndices: request.before.map(({ period }) => periodIndex(period)),
        postIndices: after.map(({ period }) => periodIndex(period)),
        ...(controls.length === 0 ? {} : { controls: controls.map(controlIndices) }),
      }),
      inputs: () => [
        ...request.before.flatMap((point) => bothOf(point, currency)),
        ...asked.explained.map(({ denominator }) => denominator),
        ...controls.flatMap(([, points]) => points.flatMap((point) => bothOf(point, currency))),
      ],
    },
    formula,
    expectedTotal,
  );
  const actual = longSum(
    `${capitalised(counted.counts)} since the start`,
    unit,
    after.map(({ numerator }) => numerator),
    () => asked.explained.map(({ numerator }) => numerator),
  );
  const gain =
    direction === "higher"
      ? difference(label, unit, actual, withoutAi)
      : difference(label, unit, withoutAi, actual);
  return { actual, expected: withoutAi, gain };
}

/** A period of a lift, and how much of it counts: the days of it that lie in a month. */
export interface LiftPart {
  /** Which of the periods since the start. */
  place: number;
  /** A number of that period by the part of it that counts. */
  scaled(number: Explanation): Explanation;
}

/**
 * What was seen, what was expected and the gain over some periods since the start or parts of them: each period is
 * expected from what lies before the start alone, so that a run of them stands by itself. The expected total is that of
 * its own inputs.
 */
export function liftInParts(
  request: LiftRequest,
  { counted, expectedLabel, formula }: LiftWords,
  parts: readonly LiftPart[],
  currency: string,
): LiftTrees {
  const unit = unitOf(counted, currency);
  const points = parts.flatMap((part) => {
    const point = request.after[part.place];
    return point === undefined ? [] : [{ part, period: point.period, ...point.explain(currency) }];
  });
  const controls = controlsUpTo(request, points.at(-1)?.period ?? "");
  const parameter: ExpectedParameter = {
    design: request.design,
    preIndices: request.before.map(({ period }) => periodIndex(period)),
    postIndices: points.map(({ period }) => periodIndex(period)),
    ...(controls.length === 0 ? {} : { controls: controls.map(controlIndices) }),
  };
  const inputs = [
    ...request.before.flatMap((point) => bothOf(point, currency)),
    ...points.map(({ part, denominator }) => part.scaled(denominator)),
    ...controls.flatMap(([, own]) => own.flatMap((point) => bothOf(point, currency))),
  ];
  const values = inputs.map(({ value }) => value ?? "0");
  const value = operate("expected", values, JSON.stringify(parameter)) ?? "0";
  const known = { parameter: () => parameter, inputs: () => inputs };
  const withoutAi = expected(expectedLabel, unit, known, formula, value);
  const actual = sum(
    capitalised(counted.counts),
    unit,
    points.map(({ part, numerator }) => part.scaled(numerator)),
  );
  const label = gainLabel(request.direction, counted.counts);
  const gain =
    request.direction === "higher"
      ? difference(label, unit, actual, withoutAi)
      : difference(label, unit, withoutAi, actual);
  return { actual, expected: withoutAi, gain };
}

function bothOf(point: MeasuredPoint, currency: string): Explanation[] {
  const { numerator, denominator } = point.explain(currency);
  return [numerator, denominator];
}

function controlIndices([name, points]: [string, readonly MeasuredPoint[]]): [string, number[]] {
  return [name, points.map(({ period }) => periodIndex(period))];
}

/** The control series up to the last period that counts: what came later is no part of it. */
function controlsUpTo({ controls = {} }: LiftRequest, last: Period): [string, readonly MeasuredPoint[]][] {
  return Object.entries(controls).map(([name, points]) => [
    name,
    points.filter(({ period }) => period <= last),
  ]);
}

/** A point in numbers. */
export function ratioPoint({ period, numerator, denominator }: MeasuredPoint): RatioPoint {
  return { index: periodIndex(period), numerator: Number(numerator), denominator: Number(denominator) };
}
