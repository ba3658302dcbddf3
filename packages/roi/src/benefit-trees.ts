import type { Kpi } from "@liftledger/kpis/kpi";
import { countOf } from "@liftledger/kpis/unit";
import { periodIndex } from "@liftledger/kpis/period";
import type { CompleteFactors } from "./benefit-value.ts";
import type { SnapshotValue } from "./benefit-input.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import {
  absent,
  difference,
  expected,
  leaf,
  product,
  rounded,
  sum,
  type Explanation,
} from "./explanation.ts";
import { periodsBy, standingOn } from "./standing.ts";

/** The explained amounts of one benefit that carries money. */
export interface BenefitTrees {
  incrementalUnits: Explanation;
  measured: Explanation;
  /** Realised: turned into money. */
  cashed: Explanation;
  /** Cashed, and capacity put to other use. */
  cashedAndRedeployed: Explanation;
}

/** A day and the money in which amounts are explained. */
export interface TreeContext {
  day: string;
  currency: string;
  /** Digits after the point of the currency's minor unit. */
  places: number;
}

/**
 * The explanation of a benefit's money at the end of a day, from the snapshots up: U = s·(ΣN − Σc·D), then U ×
 * unit value × share × confidence, then the part that was realised, rounded to the minor unit last. What is not
 * valued has no amount and says why.
 */
export function benefitTrees(result: BenefitResult, { day, currency, places }: TreeContext): BenefitTrees {
  const standing = standingOn(result, day);
  const { value, input } = result;
  if (standing.kind !== "valued" || value.kind !== "complete") {
    const reason = standing.kind === "valued" ? "not valued yet" : standing.reason;
    const none = (label: string) => absent(label, currency, reason);
    return {
      incrementalUnits: unitsTree(result, periodsBy(result, day), currency),
      measured: none("Measured value"),
      cashed: none("Value turned into money"),
      cashedAndRedeployed: none("Value turned into money or put to other use"),
    };
  }
  const units = unitsTree(result, standing.periods, currency);
  const factors = factorLeaves(input.kpi, value.factors, input.factorsSource, currency);
  const amount = (label: string, share: Explanation[]) =>
    rounded(
      label,
      currency,
      places,
      product(`${label}, before rounding`, currency, [units, ...factors, ...share]),
    );
  const stage = (name: string, text: string) => leaf(name, text, "ratio", input.factorsSource);
  const { cashed, redeployed } = value.factors.realisation;
  const turned = amount("Value turned into money", [stage("Turned into money", cashed)]);
  return {
    incrementalUnits: units,
    measured: amount("Measured value", []),
    cashed: turned,
    cashedAndRedeployed: sum("Value turned into money or put to other use", currency, [
      turned,
      amount("Capacity put to other use", [stage("Put to other use", redeployed)]),
    ]),
  };
}

function unitsTree(result: BenefitResult, periods: number, currency: string): Explanation {
  const { kpi } = result.input;
  const label = kpi.direction === "higher" ? `More ${kpi.numerator.counts}` : `Fewer ${kpi.numerator.counts}`;
  const unit = numeratorUnit(kpi, currency);
  if (periods === 0) return absent(label, unit, "no full period since the start yet");
  const mature = result.mature.slice(0, periods);
  const expectedNumerator = expectedTree(result, mature, unit);
  if (expectedNumerator === null) return absent(label, unit, "no baseline yet");
  const actual = sum(
    `${capital(kpi.numerator.counts)} since the start`,
    unit,
    mature.map((snapshot) => numeratorLeaf(snapshot, kpi, unit)),
  );
  return kpi.direction === "higher"
    ? difference(label, unit, actual, expectedNumerator)
    : difference(label, unit, expectedNumerator, actual);
}

function expectedTree(
  result: BenefitResult,
  mature: readonly SnapshotValue[],
  unit: string,
): Explanation | null {
  const { baseline, kpi } = result.input;
  const value = result.totals?.[mature.length]?.expected;
  if (baseline === null || value === undefined) return null;
  const inputs = [
    ...baseline.before.flatMap((snapshot) => [
      numeratorLeaf(snapshot, kpi, unit),
      denominatorLeaf(snapshot, kpi),
    ]),
    ...mature.map((snapshot) => denominatorLeaf(snapshot, kpi)),
  ];
  const model = baseline.design.kind === "flat" ? "level" : "level and yearly season";
  const history = countOf(baseline.before.length, result.input.periodType, "en-GB");
  return expected(
    `${capital(kpi.numerator.counts)} expected without AI`,
    unit,
    {
      design: baseline.design,
      preIndices: baseline.before.map((snapshot) => periodIndex(snapshot.period)),
      postIndices: mature.map((snapshot) => periodIndex(snapshot.period)),
    },
    inputs,
    `expected ${kpi.numerator.counts} per ${kpi.denominator.unit} (${model} of ${history} before the start) × ${kpi.denominator.counts} since the start`,
    value,
  );
}

function factorLeaves(
  kpi: Kpi,
  factors: CompleteFactors,
  source: Explanation["source"] & object,
  currency: string,
): Explanation[] {
  const perUnit =
    kpi.numerator.measure === "revenue" ? "Contribution margin" : `Worth of one ${kpi.numerator.unit}`;
  const unit = kpi.numerator.measure === "revenue" ? "ratio" : currency;
  return [
    leaf(perUnit, factors.unitValue, unit, source),
    leaf("Our share", factors.attribution, "ratio", source),
    leaf("Confidence", factors.confidence, "ratio", source),
  ];
}

function numeratorLeaf(snapshot: SnapshotValue, kpi: Kpi, unit: string): Explanation {
  return leaf(
    `${capital(kpi.numerator.counts)}, ${snapshot.period}`,
    snapshot.numerator,
    unit,
    snapshot.source,
  );
}

function denominatorLeaf(snapshot: SnapshotValue, kpi: Kpi): Explanation {
  const label = `${capital(kpi.denominator.counts)}, ${snapshot.period}`;
  return leaf(label, snapshot.denominator, "count", snapshot.source);
}

function numeratorUnit(kpi: Kpi, currency: string): string {
  return kpi.numerator.measure === "spend" || kpi.numerator.measure === "revenue" ? currency : "count";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
