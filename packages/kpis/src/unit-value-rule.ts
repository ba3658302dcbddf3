import type { Kpi } from "./kpi.ts";

/** What one unit of a KPI's numerator may be worth, always with a plain sentence. */
export type UnitValueRule =
  | { readonly kind: "locked"; readonly value: "1"; readonly sentence: string }
  | { readonly kind: "margin-rate"; readonly sentence: string }
  | { readonly kind: "money-per-unit"; readonly per: string; readonly sentence: string }
  | { readonly kind: "none"; readonly sentence: string };

type ValuedKpi = Pick<Kpi, "role" | "direction" | "numerator" | "denominator">;

/**
 * The rule for the unit value of a KPI. Units are dictated by the KPI and never free: spend is money
 * already (locked at 1), revenue takes the contribution margin as a rate between 0 and 1, durations take
 * money per item and hour or day, counts take money per item. Only an outcome carries money at all.
 *
 *     unitValueRule(leadCycleTime)
 *     // { kind: "money-per-unit", per: "lead and day", sentence: "What one day less is worth for …" }
 */
export function unitValueRule(kpi: ValuedKpi): UnitValueRule {
  if (kpi.role !== "outcome") return { kind: "none", sentence: whyNoMoney[kpi.role] };
  const { unit, measure } = kpi.numerator;
  if (measure === "spend") {
    return {
      kind: "locked",
      value: "1",
      sentence: "Spend is money already: its unit value is 1 and cannot be changed.",
    };
  }
  if (measure === "revenue") {
    return {
      kind: "margin-rate",
      sentence:
        "The contribution margin as a rate between 0 and 1: revenue counts at margin, not at turnover.",
    };
  }
  if (measure === "count") {
    return {
      kind: "money-per-unit",
      per: unit,
      sentence: `What one ${kpi.direction === "higher" ? "more" : "fewer"} ${unit} is worth, at contribution margin.`,
    };
  }
  return durationRule(kpi);
}

const whyNoMoney = {
  leading: "A leading KPI moves first and carries no money: the money is counted where it arrives.",
  guardrail: "A guardrail carries no money: when it worsens it holds the verdict at watch.",
  model: "A model metric never carries money: it says how good the model is, not what it earns.",
} as const;

function durationRule({ direction, numerator, denominator }: ValuedKpi): UnitValueRule {
  // A total of hours has no item to spread over: an hour is an hour.
  const item = denominator.kind === "period" ? null : denominator.unit;
  const where = item === null ? "" : ` for one ${item}`;
  const sentence =
    direction === "higher"
      ? `What one more ${numerator.unit} is worth${where}.`
      : `What one ${numerator.unit} less is worth${where}. ${timeIsCapacity}`;
  return {
    kind: "money-per-unit",
    per: item === null ? numerator.unit : `${item} and ${numerator.unit}`,
    sentence,
  };
}

const timeIsCapacity = "Time saved is capacity, not cash, until it is recorded how it turns into money.";
