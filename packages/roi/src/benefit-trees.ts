import type { Kpi } from "@liftledger/kpis/kpi";
import { periodIndex } from "@liftledger/kpis/period";
import type { CompleteFactors } from "./benefit-value.ts";
import type { BenefitResult, SnapshotValue } from "./evaluate-benefit.ts";
import {
  absent,
  difference,
  expected,
  leaf,
  product,
  rounded,
  sum,
  totalExpected,
  type Explanation,
} from "./explanation.ts";

/** The explained amounts of one benefit that carries money. */
export interface BenefitTrees {
  incrementalUnits: Explanation;
  measured: Explanation;
  /** Realised: turned into money. */
  cashed: Explanation;
  /** Cashed, and capacity put to other use. */
  cashedAndRedeployed: Explanation;
}

/**
 * The explanation of a benefit's money, from the snapshots up: U = s·(ΣN − Σc·D), then U × unit value × share ×
 * confidence, then the part that was realised, rounded to the minor unit last.
 */
export function benefitTrees(result: BenefitResult, currency: string, places: number): BenefitTrees {
  const units = unitsTree(result, currency);
  const { value, volumeReason, input } = result;
  const blocked = volumeReason ?? whyNotValued(result);
  if (value.kind !== "complete" || blocked !== null) {
    const none = (label: string) => absent(label, currency, blocked ?? "not valued yet");
    return {
      incrementalUnits: units,
      measured: none("Measured value"),
      cashed: none("Value turned into money"),
      cashedAndRedeployed: none("Value turned into money or put to other use"),
    };
  }
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

/** The expected numerator as decimal text, over the first `upTo` mature periods or all of them. */
export function expectedTotal({ lift }: BenefitResult, upTo?: number): string | null {
  if (lift === null || lift.kind === "no-baseline") return null;
  return totalExpected(upTo === undefined ? lift.periods : lift.periods.slice(0, upTo));
}

function whyNotValued({ value, lift, mature }: BenefitResult): string | null {
  if (value.kind === "not-valued") return `not valued yet: say ${value.missing.join(", ")}`;
  if (value.kind === "no-money") return value.reason;
  if (lift === null) return "no baseline yet";
  if (lift.kind === "no-baseline") return lift.reason;
  return mature.length === 0 ? "no full period since the start yet" : null;
}

function unitsTree(result: BenefitResult, currency: string): Explanation {
  const { kpi } = result.input;
  const label = kpi.direction === "higher" ? `More ${kpi.numerator.counts}` : `Fewer ${kpi.numerator.counts}`;
  const unit = numeratorUnit(kpi, currency);
  const expectedNumerator = expectedTree(result, unit);
  if (expectedNumerator === null) return absent(label, unit, "no baseline yet");
  const actual = sum(
    `${capital(kpi.numerator.counts)} since the start`,
    unit,
    result.mature.map((snapshot) => numeratorLeaf(snapshot, kpi, unit)),
  );
  return kpi.direction === "higher"
    ? difference(label, unit, actual, expectedNumerator)
    : difference(label, unit, expectedNumerator, actual);
}

function expectedTree(result: BenefitResult, unit: string): Explanation | null {
  const { baseline, kpi } = result.input;
  const value = expectedTotal(result);
  if (baseline === null || value === null) return null;
  const inputs = [
    ...baseline.before.flatMap((snapshot) => [
      numeratorLeaf(snapshot, kpi, unit),
      denominatorLeaf(snapshot, kpi),
    ]),
    ...result.mature.map((snapshot) => denominatorLeaf(snapshot, kpi)),
  ];
  const model = baseline.design.kind === "flat" ? "level" : "level and yearly season";
  return expected(
    `${capital(kpi.numerator.counts)} expected without AI`,
    unit,
    {
      design: baseline.design,
      preIndices: baseline.before.map((snapshot) => periodIndex(snapshot.period)),
      postIndices: result.mature.map((snapshot) => periodIndex(snapshot.period)),
    },
    inputs,
    `expected ${kpi.numerator.counts} per ${kpi.denominator.unit} (${model} of ${baseline.before.length} periods before the start) × ${kpi.denominator.counts} since the start`,
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
