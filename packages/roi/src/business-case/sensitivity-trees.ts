import { currencyExponent } from "@liftledger/finance/currency";
import { compareDecimals } from "@liftledger/numerics/decimal";
import {
  absent,
  difference,
  labelled,
  leaf,
  product,
  quotient,
  rounded,
  sum,
  type Explanation,
  type ExplanationSource,
} from "../explanation.ts";
import { caseLines, type UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, LineField } from "./case-plan.ts";
import { caseSensitivity, type LineBreakEven } from "./case-sensitivity.ts";
import { discountSums } from "./discount-sums.ts";
import { explainedLines, type ExplainedLines } from "./explained-lines.ts";
import { factorTree, lineTree, unitOf, type ExplainedLine } from "./line-tree.ts";

/** A figure of `caseSensitivity`: an end or the length of a bar, or what a line or a field of it breaks even at. */
export type SensitivityFigure =
  | { lineId: string; of: "low" | "high" | "distance" | "multiple" }
  | { lineId: string; of: "field"; field: LineField };

/**
 * How a figure of the sensitivity came about: the present value of every line, the one in question as many times as its
 * range says; or what that line would have to be worth for the others to come out at nothing, over what it is worth.
 * Without a value where the sensitivity has none, with its reason; undefined where it has no such figure.
 */
export function sensitivityTree(
  plan: CasePlan,
  figure: SensitivityFigure,
  unsignedEstimates?: UnsignedEstimates,
): Explanation | undefined {
  const estimates = unsignedEstimates === undefined ? {} : { unsignedEstimates };
  const explained = explainedLines(plan, { basis: "cash", ...estimates });
  const moved = explained.lines.find(({ line }) => line.lineId === figure.lineId);
  const isWhole = explained.lines.every(({ line }) => line.missing === null);
  if (moved === undefined || !isWhole) return undefined;
  if (figure.of === "low" || figure.of === "high" || figure.of === "distance")
    return barTree(explained, moved, figure.of);
  const { breakEvens } = caseSensitivity(plan, caseLines(plan, null, unsignedEstimates));
  const found = breakEvens.find(({ lineId }) => lineId === figure.lineId);
  if (found === undefined) return undefined;
  const multiple = multipleTree(explained, moved, found);
  if (figure.of !== "field") return multiple;
  return fieldTree(plan, moved, { found, field: figure.field, multiple });
}

function barTree(
  explained: ExplainedLines,
  moved: ExplainedLine,
  of: "low" | "high" | "distance",
): Explanation | undefined {
  const { currency } = explained.plan;
  const { planned, line } = moved;
  const { estimate } = planned;
  if (estimate.kind === "point") return undefined;
  const inMoney = (tree: Explanation) => rounded(tree.label, currency, currencyExponent(currency), tree);
  const end = (side: "low" | "high") =>
    worthWith(explained, moved, {
      label: `Worth with ${line.name} at its ${side}`,
      times: leaf(`Times as planned, at its ${side}`, estimate[side], "count", rangeSource(estimate)),
    });
  if (of !== "distance") return inMoney(end(of));
  const [low, high] = [end("low"), end("high")];
  const isRising = compareDecimals(high.value ?? "0", low.value ?? "0") >= 0;
  const [from, less] = isRising ? [high, low] : [low, high];
  return inMoney(difference(`How far ${line.name} moves the worth`, currency, from, less));
}

function rangeSource({
  kind,
  low,
  mode,
  high,
}: {
  kind: string;
  low: string;
  mode: string;
  high: string;
}): ExplanationSource {
  return {
    kind: "assumption",
    text: `the range of the line, ${kind}: ${low} to ${high} times as planned, ${mode} most likely`,
  };
}

/** The net present value with one line so many times as planned. */
function worthWith(
  explained: ExplainedLines,
  moved: ExplainedLine,
  { label, times }: { label: string; times: Explanation },
): Explanation {
  const { currency } = explained.plan;
  const side = (kind: "benefit" | "cost") => {
    const trees = explained.lines
      .filter(({ line }) => line.kind === kind)
      .map((one) => {
        const present = presentTree(explained.plan, one);
        return one === moved ? product(`${present.label}, moved`, currency, [present, times]) : present;
      });
    return sum(kind === "benefit" ? "Benefits" : "Costs", currency, trees);
  };
  return difference(label, currency, side("benefit"), side("cost"));
}

function presentTree(plan: CasePlan, explained: ExplainedLine): Explanation {
  return lineTree(plan, explained, { afterRisk: false, weightOf: discountSums(plan) });
}

/** What the line would be multiplied by: what it would have to be worth, over what it is worth. */
function multipleTree(
  { plan, lines }: ExplainedLines,
  moved: ExplainedLine,
  { multiple, reason }: LineBreakEven,
): Explanation {
  const { currency } = plan;
  const { name, kind } = moved.line;
  const label = `${name}, times as planned to come out at nothing`;
  if (multiple === null) return absent(label, "count", reason ?? "no value");
  const others = (side: "benefit" | "cost") =>
    lines.filter((one) => one.line.kind === side && one !== moved).map((one) => presentTree(plan, one));
  const benefits = sum(kind === "benefit" ? "Other benefits" : "Benefits", currency, others("benefit"));
  const costs = sum(kind === "cost" ? "Other costs" : "Costs", currency, others("cost"));
  const needed =
    kind === "benefit"
      ? difference("What it would have to be worth", currency, costs, benefits)
      : difference("What it might cost", currency, benefits, costs);
  return quotient(label, "count", needed, labelled(presentTree(plan, moved), `${name}, as planned`));
}

function fieldTree(
  plan: CasePlan,
  { planned, line }: ExplainedLine,
  { found, field, multiple }: { found: LineBreakEven; field: LineField; multiple: Explanation },
): Explanation | undefined {
  const told = found.fields.find((one) => one.field === field);
  if (told === undefined) return undefined;
  const label = `${line.name}, ${told.name} to come out at nothing`;
  const unit = unitOf(field, planned.currency ?? plan.currency);
  if (told.value === null) return absent(label, unit, told.reason ?? "no value");
  const base = factorTree(plan, planned, { field, value: told.base });
  if (field !== "overlap") return product(label, unit, [base, multiple]);
  const whole = leaf("The whole", "1", "ratio", { kind: "assumption", text: "what there is to share" });
  return difference(
    label,
    unit,
    whole,
    product("Not counted elsewhere, so many times", unit, [base, multiple]),
  );
}
