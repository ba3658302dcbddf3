import { addDecimals, multiplyDecimals, roundHalfEven, sumDecimals } from "@liftledger/numerics/decimal";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import type { Kpi } from "@liftledger/kpis/kpi";
import { requireShare } from "@liftledger/finance/share";
import { realisationFault, type RealisationShares } from "./realisation.ts";
import { attributionFault } from "./uncertain-attribution.ts";

/** What finance puts a price on. Decimal texts; a factor left out makes the benefit "not valued yet". */
export interface ValueFactors {
  /** Money per numerator unit at contribution margin. */
  unitValue?: string | undefined;
  attribution?: string | undefined;
  /** Standard deviation of the attribution where it is itself uncertain; certain where left out. */
  attributionDeviation?: string | undefined;
  confidence?: string | undefined;
  /** Margin of one outcome before its spend, where outcomes are priced instead of a spend numerator. */
  outcomeMargin?: string | undefined;
  /** Shares of the measured value by the furthest stage each reached; the rest is only claimed. */
  realisation?: RealisationShares | undefined;
}

/** The factors with every one of them there. */
export interface CompleteFactors {
  unitValue: string;
  attribution: string;
  attributionDeviation?: string | undefined;
  confidence: string;
  realisation: RealisationShares;
}

/**
 * Whether a benefit can be valued, and with what. A KPI that carries no money is "no money" (leading,
 * guardrail, model); a missing factor is "not valued yet" with the names of what is missing, never zero and
 * never a silent default. A spend numerator is money already: its unit value is 1; where outcomes are priced in its
 * place (`priced`), each is worth its margin.
 *
 * Throws a RangeError on shares that are none: outside 0 to 1, realised stages that exceed the whole, an attribution
 * too uncertain to stay between 0 and 1.
 */
export function completeFactors(
  kpi: Kpi,
  factors: ValueFactors,
  priced: "numerator" | "outcomes" = "numerator",
):
  | { kind: "complete"; factors: CompleteFactors }
  | { kind: "not-valued"; missing: string[] }
  | { kind: "no-money"; reason: string } {
  const rule = unitValueRule(kpi);
  if (rule.kind === "none") return { kind: "no-money", reason: rule.sentence };
  const byOutcome = rule.kind === "locked" && priced === "outcomes";
  const locked = rule.kind === "locked" ? rule.value : factors.unitValue;
  const unitValue = byOutcome ? factors.outcomeMargin : locked;
  const { attribution, attributionDeviation, confidence, realisation } = factors;
  if (
    unitValue !== undefined &&
    attribution !== undefined &&
    confidence !== undefined &&
    realisation !== undefined
  ) {
    const complete = { unitValue, attribution, confidence, realisation };
    refuseFaults(complete, attributionDeviation);
    const deviation = attributionDeviation === undefined ? {} : { attributionDeviation };
    return { kind: "complete", factors: { ...complete, ...deviation } };
  }
  const missing = [
    unitValue === undefined && whatUnitValueIsMissing(kpi, rule.kind, byOutcome),
    attribution === undefined && "this initiative's share",
    confidence === undefined && "the confidence",
    realisation === undefined && "how much has turned into money",
  ].filter((part) => part !== false);
  return { kind: "not-valued", missing };
}

function refuseFaults(
  { attribution, confidence, realisation }: CompleteFactors,
  attributionDeviation: string | undefined,
): void {
  requireShare(attribution, "attribution");
  requireShare(confidence, "confidence");
  const uncertain = { mean: Number(attribution), deviation: Number(attributionDeviation ?? 0) };
  const fault = realisationFault(realisation) ?? attributionFault(uncertain);
  if (fault !== null) throw new RangeError(fault);
}

function whatUnitValueIsMissing(kpi: Kpi, rule: string, byOutcome: boolean): string {
  if (byOutcome) return `the margin of one ${kpi.denominator.unit}`;
  return rule === "margin-rate" ? "the contribution margin" : `what one ${kpi.numerator.unit} is worth`;
}

/** Incremental units and the factors they are valued by; certain money may stand beside them under the same share. */
interface ValuedUnits {
  units: string;
  factors: CompleteFactors;
  /** Such as additional volume at its own margin; decimal text, none where left out. */
  beside?: string | undefined;
}

/**
 * The money measured in incremental units, and what of it was cashed or redeployed: V = U · unit value ·
 * attribution · confidence, rounded half-even to the currency's minor unit at the end. Amounts are decimal
 * text in the major unit; `places` is the number of minor digits of the currency. `besideMoney` is certain money
 * that stands beside the units under the same share, such as additional volume at its own margin.
 */
export function benefitValue(
  incrementalUnits: string,
  factors: CompleteFactors,
  places: number,
  besideMoney: string = "0",
) {
  return valueOfStretches([{ units: incrementalUnits, factors, beside: besideMoney }], places);
}

/**
 * The same of a benefit whose factors are not the same in all of its periods: what each stretch measured at its own
 * factors, added up exactly and rounded once. Dividing a stretch in two by the same factors changes nothing.
 */
export function valueOfStretches(stretches: readonly ValuedUnits[], places: number) {
  const measured = stretches.map(({ units, factors, beside = "0" }) => {
    const money = addDecimals(multiplyDecimals(units, factors.unitValue), beside);
    return [factors.attribution, factors.confidence].reduce(multiplyDecimals, money);
  });
  const share = (of: (factors: CompleteFactors) => string) =>
    roundHalfEven(
      sumDecimals(measured.map((money, place) => multiplyDecimals(money, of(factorsAt(stretches, place))))),
      places,
    );
  return {
    measured: share(() => "1"),
    cashed: share(({ realisation }) => realisation.cashed),
    redeployed: share(({ realisation }) => realisation.redeployed),
    accepted: share(({ realisation }) => realisation.accepted),
  };
}

function factorsAt(stretches: readonly ValuedUnits[], place: number): CompleteFactors {
  return (stretches[place] as ValuedUnits).factors;
}
