import { addDays, monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, lastDay } from "@liftledger/kpis/period";
import { numberToDecimal } from "@liftledger/numerics/decimal";
import { monthsOf } from "./break-even.ts";
import { firstSpendOrStart } from "./cost-tree.ts";
import type { InitiativeResult } from "./evaluate-initiative.ts";
import { absent, difference, leaf, quotient, rounded, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure } from "./figure.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { initiativeTrees } from "./initiative-trees.ts";

/** An outlook is made from so many of the last months. */
const outlookMonths = 3;

/**
 * What stopping an initiative would cost a month: the value it turned into money in its last three months less what it
 * cost in them, by the month. Below zero stopping saves money. What was spent before is spent either way and stays
 * out. It is an outlook at the pace of those months, not a measurement, so it has no likely range and no verdict.
 *
 * @example
 * // 4,320 a month come back and 9,000 a month are spent: stopping saves 4,680 a month.
 * costOfStopping(input, evaluateInitiative(input)).figure.value // "-4680"
 */
export function costOfStopping(input: InitiativeInput, result: InitiativeResult): ExplainedFigure {
  const { initiativeId, asOf, currency, places } = input;
  const { countedUntil: until } = result;
  const context = { until, asOf, grade: result.figures.netRoi.figure.grade, currency, places };
  return explainedFigure(context, {
    figureId: `initiative/${initiativeId}/cost-of-stopping`,
    label: "Cost of stopping, a month",
    sentence: `What stopping would give up a month, at the pace of the last ${outlookMonths} months: the value turned into money less the cost. Below 0 stopping saves money. What was spent before stays spent and does not count here; an outlook has no likely range.`,
    tree: stoppingTree(input, result),
    distribution: null,
    basis: "net",
    span: "point",
  });
}

function stoppingTree(input: InitiativeInput, result: InitiativeResult): Explanation {
  const { currency, places, costs, startedOn } = input;
  const { countedUntil: until, figures } = result;
  const label = "Cost of stopping, a month";
  const carriers = result.benefits.filter(({ value }) => value.kind !== "no-money");
  if (figures.realisedValue.tree.value === null)
    return absent(label, currency, figures.realisedValue.tree.reason ?? "not valued yet");
  const first = firstSpendOrStart(costs, startedOn);
  const back = dayMonthsBefore(until, outlookMonths);
  const from = back < first ? first : addDays(back, 1);
  const before = initiativeTrees(carriers, costs, { day: addDays(from, -1), currency, places });
  // Nothing due by then is no value before; one that was due and could not be valued leaves the pace unknown.
  if (before.realised.value === null && before.realised.inputs.length > 0)
    return absent(label, currency, before.realised.reason ?? "not valued three months ago");
  const months = leaf("Months", numberToDecimal(monthsOf(from, until)), "count", {
    kind: "measured",
    text: `calendar, ${from} to ${until}`,
  });
  const monthly = (name: string, now: Explanation, then: Explanation) =>
    quotient(
      `${name} a month`,
      currency,
      then.value === null || then.inputs.length === 0
        ? { ...now, label: `${name} since ${from}` }
        : difference(`${name} since ${from}`, currency, now, { ...then, label: `${name} before` }),
      months,
    );
  const net = difference(
    `${label}, before rounding`,
    currency,
    monthly("Value turned into money", figures.realisedValue.tree, before.realised),
    monthly("Cost", figures.cost.tree, before.cost),
  );
  return rounded(label, currency, places, net);
}

/** The same day so many months before; the last day of a month stays the last, and so does one that is missing. */
function dayMonthsBefore(day: string, months: number): string {
  const month = addPeriods(monthOf(day), -months);
  const last = lastDay(month);
  const same = `${month}-${day.slice(8)}`;
  return day === lastDay(monthOf(day)) || same > last ? last : same;
}
