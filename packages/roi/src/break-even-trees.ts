import { numberToDecimal } from "@liftledger/numerics/decimal";
import { capitalised, withinSentence } from "@liftledger/kpis/within-sentence";
import { breakEvenValues, type BreakEvenValue, type ValueDrivers } from "./break-even-values.ts";
import {
  breakEven,
  breakEvenFacts,
  ofUnits,
  type BreakEvenFacts,
  type BreakEvenQuestion,
} from "./break-even.ts";
import { stretchBreakEven } from "./break-even-stretches.ts";
import { leaf, quotient, type Explanation, type ExplanationSource } from "./explanation.ts";
import { countedShares } from "./realisation.ts";

/** The explanations of what `breakEven` finds; null where it finds nothing, and where the other benefits pay alone. */
export interface BreakEvenTrees {
  liftNeeded: Explanation | null;
  unitValueNeeded: Explanation | null;
  monthlyCostAffordable: Explanation | null;
}

/**
 * The break-even of an initiative explained: (cost − value of the others) ÷ the product of the other factors, and the
 * value spread over the months that the cost was. The trees are not rounded; the figures are, to the minor unit.
 */
export function breakEvenTrees(question: BreakEvenQuestion): BreakEvenTrees | null {
  const [found, facts] = [breakEven(question), breakEvenFacts(question)];
  const asked = facts === null ? null : driversOf(question, facts);
  if (found === null || facts === null || asked === null) return null;
  const values =
    facts.main.stretches.length === 1 ? breakEvenValues(asked) : stretchBreakEven(asked, facts.main);
  const treeOf = (value: BreakEvenValue) => (value.kind === "value" ? value.tree : null);
  const cost = treeOf(values.cost);
  return {
    liftNeeded: found.liftNeeded === null ? null : treeOf(values.lift),
    unitValueNeeded: found.unitValueNeeded === null ? null : treeOf(values.unitValue),
    monthlyCostAffordable:
      found.monthlyCostAffordable === null || cost === null
        ? null
        : quotient(
            "Cost a month at which it breaks even",
            question.currency,
            cost,
            leaf("Months", numberToDecimal(facts.months), "count", {
              kind: "measured",
              text: `calendar, ${question.from} to ${question.until}`,
            }),
          ),
  };
}

/** The drivers of the benefit that is moved, the others at what they bring; null while it is not valued. */
function driversOf(
  { currency, cost, costTree }: BreakEvenQuestion,
  { main, total }: BreakEvenFacts,
): ValueDrivers | null {
  const { input, measure } = main.benefit;
  const last = main.stretches.at(-1)?.stretch;
  if (last === undefined || measure.kind !== "measured") return null;
  const { unitValue, attribution, confidence, realisation } = last.value.factors;
  // Outcomes that are compared with outcomes have no volume of their own: each of them is one.
  const volume = numberToDecimal(main.volume ?? 1);
  const lift = numberToDecimal(main.units / (main.volume ?? 1));
  const realised = countedShares(realisation, input.realisation ?? {}).cashed;
  const { kpi, scope } = input;
  const factorsSource = last.source;
  const { measure: counts, unit } = measure.counted;
  const measured: ExplanationSource = { kind: "measured", text: `${kpi.name} (${scope})` };
  const liftUnit = kpi.display === "percent" ? "ratio" : counts === "spend" ? currency : "count";
  const [worth, worthUnit] =
    counts === "revenue" ? ["Contribution margin", "ratio"] : [`Worth of one ${unit}`, currency];
  return {
    currency,
    lift,
    liftUnit,
    volume,
    unitValue,
    attribution,
    confidence,
    realised,
    cost,
    otherValue: numberToDecimal(total - ofUnits(main)),
    trees: {
      ...(costTree === undefined ? {} : { cost: costTree }),
      lift: leaf(`Difference in ${withinSentence(kpi.name)}`, lift, liftUnit, measured),
      volume: leaf(capitalised(kpi.denominator.counts), volume, "count", measured),
      unitValue: leaf(worth, unitValue, worthUnit, factorsSource),
      attribution: leaf("Our share", attribution, "ratio", factorsSource),
      confidence: leaf("Confidence", confidence, "ratio", factorsSource),
      realised: leaf("Turned into money", realised, "ratio", factorsSource),
    },
  };
}
