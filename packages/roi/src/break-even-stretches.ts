import { compareDecimals, numberToDecimal } from "@liftledger/numerics/decimal";
import type { BreakEvenValue, ValueDrivers } from "./break-even-values.ts";
import type { Valued, ValuedPart } from "./break-even.ts";
import {
  difference,
  leaf,
  product,
  quotient,
  sum,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";
import { stretchLabel } from "./factor-stretches.ts";
import { countedShares } from "./realisation.ts";

/**
 * `breakEvenValues` of a benefit whose factors are not the same in all of its periods: one lift, or one worth of a unit, in
 * every stretch, each of which brings it at what else counts in it.
 */
export function stretchBreakEven(
  question: ValueDrivers,
  valued: Valued,
): Record<"lift" | "unitValue" | "cost", BreakEvenValue> {
  const { currency, liftUnit = "ratio" } = question;
  const other = leaf("Value of other benefits", question.otherValue ?? "0", currency, given);
  const cost = question.trees?.cost ?? leaf("Cost", question.cost, currency, given);
  const target = difference("To be brought", currency, cost, other);
  const each = (label: string, factors: (part: ValuedPart) => Explanation[]) =>
    sum(
      label,
      currency,
      valued.stretches.map((part) => product(stretchLabel(part.stretch), currency, factors(part))),
    );
  const measured = measuredAs(valued);
  const units = (part: ValuedPart) =>
    leaf("Difference measured", numberToDecimal(part.units), "count", measured);
  const needed = (label: string, unit: string, brings: Explanation): BreakEvenValue => {
    if (compareDecimals(target.value ?? "0", "0") <= 0)
      return { kind: "none", reason: "The other benefits pay the cost already." };
    if (compareDecimals(brings.value ?? "0", "0") <= 0)
      return { kind: "none", reason: "It brings nothing, or only adds to the loss." };
    const tree = quotient(label, unit, target, brings);
    return { kind: "value", value: tree.value ?? "0", tree };
  };
  const value = each("Value", (part) => [units(part), worth(part, question), ...shares(part, valued)]);
  const affordable = sum("Cost at which it breaks even", currency, [value, other]);
  return {
    lift: needed(
      "Lift at which it breaks even",
      liftUnit,
      each("What one of it brings", (part) => [
        leaf("Volume", numberToDecimal(part.volume ?? part.units), "count", measured),
        worth(part, question),
        ...shares(part, valued),
      ]),
    ),
    unitValue: needed(
      "Unit value at which it breaks even",
      question.trees?.unitValue?.unit ?? currency,
      each("What one of it brings", (part) => [units(part), ...shares(part, valued)]),
    ),
    cost:
      compareDecimals(affordable.value ?? "0", "0") <= 0
        ? { kind: "none", reason: "It brings nothing, so no cost would break even." }
        : { kind: "value", value: affordable.value ?? "0", tree: affordable },
  };
}

const given = { kind: "measured", text: "given" } as const;

function measuredAs({ benefit: { input } }: Valued): ExplanationSource {
  return { kind: "measured", text: `${input.kpi.name} (${input.scope})` };
}

function worth({ stretch }: ValuedPart, { trees, currency }: ValueDrivers): Explanation {
  const { label = "Worth of one", unit = currency } = trees?.unitValue ?? {};
  return leaf(label, stretch.value.factors.unitValue, unit, stretch.source);
}

function shares({ stretch }: ValuedPart, { benefit }: Valued): Explanation[] {
  const { attribution, confidence, realisation } = stretch.value.factors;
  const realised = countedShares(realisation, benefit.input.realisation ?? {}).cashed;
  return [
    leaf("Our share", attribution, "ratio", stretch.source),
    leaf("Confidence", confidence, "ratio", stretch.source),
    leaf("Turned into money", realised, "ratio", stretch.source),
  ];
}
