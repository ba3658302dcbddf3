import { addDecimals, multiplyDecimals, roundHalfEven } from "@liftledger/numerics/decimal";
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
  const { unitValue, attribution, confidence } = factors;
  const money = addDecimals(multiplyDecimals(incrementalUnits, unitValue), besideMoney);
  const measured = [attribution, confidence].reduce(multiplyDecimals, money);
  const share = (part: string) => roundHalfEven(multiplyDecimals(measured, part), places);
  return {
    measured: roundHalfEven(measured, places),
    cashed: share(factors.realisation.cashed),
    redeployed: share(factors.realisation.redeployed),
    accepted: share(factors.realisation.accepted),
  };
}
