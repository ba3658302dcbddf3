import type { ArmStatistic } from "@liftledger/baselines/hold-out/arm-statistic";
import { effect } from "@liftledger/baselines/hold-out/effect";
import { evaluateHoldOut, type HoldOutRequest } from "@liftledger/baselines/hold-out/evaluate-hold-out";
import type { NoValue } from "@liftledger/baselines/no-value";
import { normalQuantile } from "@liftledger/numerics/distributions/normal";
import { numberToDecimal, sumDecimals } from "@liftledger/numerics/decimal";
import { headlineLevel } from "./engine-version.ts";
import type { ExplanationSource } from "./explanation.ts";
import type { GroupTotals, HoldOutResult, TimedItems, TimedSample } from "./measurement.ts";

/**
 * A hold-out as a benefit takes it: the difference per unit of its arms, its standard error, and whether split and
 * analysis held. What counts as one unit in the arms (a mean or a proportion per unit, a ratio per denominator) must
 * be what the KPI's denominator counts. Where the result is looked at while the test runs (`looks`), the error is
 * stretched so that the headline interval is that of the always-valid sequence.
 *
 * Answers `no-value` with the reason where the arms cannot be compared.
 */
export function holdOutMeasurement(
  request: HoldOutRequest,
  { treatedShare, during, source }: Pick<HoldOutResult, "treatedShare" | "during" | "source">,
): HoldOutResult | NoValue {
  const { control, treatment } = request;
  const answer = evaluateHoldOut({ ...request, level: headlineLevel });
  if (answer.kind === "no-value") return answer;
  const found = effect({ control, treatment, difference: "absolute" });
  if (found.kind === "no-value") return found;
  const { low, high } = answer.interval;
  const sequential = request.looks !== undefined;
  const [treated, held] = [totalsOf(treatment), totalsOf(control)];
  return {
    kind: "hold-out",
    difference:
      treated === null || held === null
        ? { adjusted: numberToDecimal(found.estimate) }
        : { treated, control: held },
    standardError: sequential
      ? (high - low) / 2 / normalQuantile((1 + headlineLevel) / 2)
      : found.standardError,
    degreesOfFreedom: sequential ? Infinity : found.degreesOfFreedom,
    treatedShare,
    during,
    sampleRatioPassed: answer.evidenceGrade !== "D",
    analysedAsRandomised: answer.evidenceGrade !== "B",
    source,
  };
}

/** A timed sample as a benefit takes it, from the time of each item before and after the start. */
export function timedSampleMeasurement(
  { before, after }: { before: readonly number[]; after: readonly number[] },
  source: ExplanationSource,
): TimedSample {
  return { kind: "timed-sample", before: timedItems(before), after: timedItems(after), source };
}

/** What the arm adds up to; null where it is adjusted and its difference is none of totals. */
function totalsOf(arm: ArmStatistic): GroupTotals | null {
  switch (arm.kind) {
    case "mean":
    case "proportion":
      return { numerator: numberToDecimal(arm.sum), denominator: String(arm.count) };
    case "ratio":
      return {
        numerator: numberToDecimal(arm.numerator.sum),
        denominator: numberToDecimal(arm.denominator.sum),
      };
    default:
      return null;
  }
}

function timedItems(values: readonly number[]): TimedItems {
  const items = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / items;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    items,
    total: sumDecimals(values.map((value) => numberToDecimal(value))),
    standardDeviation: items < 2 ? 0 : Math.sqrt(squares / (items - 1)),
  };
}
