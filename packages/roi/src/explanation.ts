import { ratioLift } from "@liftledger/baselines/ratio-lift";
import type { BaselineDesign } from "@liftledger/baselines/baseline-design";
import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  numberToDecimal,
  roundHalfEven,
  subtractDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { expectedOutcomes, type ResponseCurve } from "./response-curve.ts";

/** Where a leaf comes from: rows somebody logged, an assumption somebody approved, or a published figure. */
export interface ExplanationSource {
  kind: "measured" | "assumption" | "benchmark";
  text: string;
  seriesId?: string | undefined;
  period?: string | undefined;
  revision?: number | undefined;
  version?: number | undefined;
  importId?: string | null | undefined;
  fileName?: string | null | undefined;
  fileDigest?: string | null | undefined;
  lineFirst?: number | null | undefined;
  lineLast?: number | null | undefined;
  recordedAt?: string | undefined;
  recordedBy?: string | undefined;
  approvedBy?: string | null | undefined;
}

/**
 * How a figure came about. Every value is decimal text, so that a sum of money is exact to the minor unit.
 * "expected" is the one step that is no arithmetic: the counterfactual, recomputed from its own inputs.
 */
export interface Explanation {
  label: string;
  value: string | null;
  /** "ratio" (1 = 100%), "count", or an ISO 4217 code. */
  unit: string;
  operation: "leaf" | "sum" | "difference" | "product" | "quotient" | "negate" | "round" | "expected";
  parameter?: string | undefined;
  formula: string;
  reason?: string | undefined;
  source?: ExplanationSource | undefined;
  inputs: Explanation[];
}

/** Digits of a quotient: a day share of any sum of money is then right to the minor unit. */
const quotientDigits = 20;

export function leaf(label: string, value: string, unit: string, source: ExplanationSource): Explanation {
  return { label, value, unit, operation: "leaf", formula: value, source, inputs: [] };
}

/** A value that is not there, with the reason; whatever is made of it has no value either. */
export function absent(label: string, unit: string, reason: string): Explanation {
  return { label, value: null, unit, operation: "leaf", formula: "–", reason, inputs: [] };
}

export function sum(label: string, unit: string, inputs: Explanation[]): Explanation {
  const shown =
    inputs.length <= 4 ? inputs.map((input) => shownValue(input)).join(" + ") : `sum of ${inputs.length}`;
  return node(label, unit, "sum", inputs, inputs.length === 0 ? "0" : shown);
}

export function difference(label: string, unit: string, from: Explanation, less: Explanation): Explanation {
  return node(label, unit, "difference", [from, less], `${shownValue(from)} − ${shownValue(less)}`);
}

export function product(label: string, unit: string, inputs: Explanation[]): Explanation {
  return node(label, unit, "product", inputs, inputs.map((input) => shownValue(input)).join(" × "));
}

export function quotient(label: string, unit: string, over: Explanation, under: Explanation): Explanation {
  return node(label, unit, "quotient", [over, under], `${shownValue(over)} ÷ ${shownValue(under)}`);
}

/** Rounded half-even to a number of places: where an amount is posted to the minor unit. */
export function rounded(label: string, unit: string, places: number, input: Explanation): Explanation {
  return node(label, unit, "round", [input], `${shownValue(input)}, rounded`, String(places));
}

/** What the "expected" step of a baseline needs beside its inputs. */
export interface ExpectedParameter {
  design: BaselineDesign;
  /**
   * Integer times of the periods; the inputs are numerator and denominator of each pre period, then the denominators
   * after, then numerator and denominator of each period of each control series.
   */
  preIndices: readonly number[];
  postIndices: readonly number[];
  controls?: readonly (readonly [name: string, indices: readonly number[]])[];
}

/** The numerator expected without the initiative: Σ c·D, by the baseline's model, whose `value` is known already. */
export function expected(
  label: string,
  unit: string,
  parameter: ExpectedParameter,
  inputs: Explanation[],
  formula: string,
  value: string,
): Explanation {
  return { label, value, unit, operation: "expected", parameter: JSON.stringify(parameter), formula, inputs };
}

/** The outcomes that a declared response curve expects at a spend, whose `value` is known already. */
export function curveOutcomes(
  label: string,
  curve: ResponseCurve,
  value: string,
  spend: Explanation,
  source: ExplanationSource,
): Explanation {
  const formula = `the response curve at ${shownValue(spend)}`;
  const parameter = JSON.stringify({ curve });
  return { label, value, unit: "count", operation: "expected", parameter, formula, source, inputs: [spend] };
}

/** The opposite of a value. */
export function negated(label: string, unit: string, input: Explanation): Explanation {
  return node(label, unit, "negate", [input], `−${shownValue(input)}`);
}

/**
 * The value of a tree computed anew from its leaves; null when a leaf has none. It equals the root's
 * `value`, to the letter.
 */
export function evaluateExplanation(tree: Explanation): string | null {
  if (tree.operation === "leaf") return tree.value;
  const values: string[] = [];
  for (const input of tree.inputs) {
    const value = evaluateExplanation(input);
    if (value === null) return null;
    values.push(value);
  }
  return operate(tree.operation, values, tree.parameter);
}

function node(
  label: string,
  unit: string,
  operation: Exclude<Explanation["operation"], "leaf">,
  inputs: Explanation[],
  formula: string,
  parameter?: string,
): Explanation {
  const missing = inputs.find((input) => input.value === null);
  const values = inputs.map((input) => input.value ?? "0");
  const value = missing === undefined ? operate(operation, values, parameter) : null;
  const tree: Explanation = { label, value, unit, operation, formula, inputs };
  if (parameter !== undefined) tree.parameter = parameter;
  if (value === null) {
    tree.reason =
      missing?.reason ?? (missing === undefined ? "division by zero" : `${missing.label} has no value`);
  }
  return tree;
}

function operate(
  operation: Exclude<Explanation["operation"], "leaf">,
  values: readonly string[],
  parameter: string | undefined,
): string | null {
  const [first = "0", second = "0"] = values;
  switch (operation) {
    case "sum":
      return sumDecimals(values);
    case "difference":
      return subtractDecimals(first, second);
    case "product":
      return values.reduce((left, right) => multiplyDecimals(left, right), "1");
    case "quotient":
      return Number(second) === 0 ? null : divideDecimals(first, second, quotientDigits);
    case "negate":
      return subtractDecimals("0", first);
    case "round":
      return roundHalfEven(first, Number(parameter ?? "0"));
    case "expected":
      return recomputed(
        values,
        JSON.parse(parameter ?? "{}") as ExpectedParameter | { curve: ResponseCurve },
      );
  }
}

function recomputed(values: readonly string[], parameter: ExpectedParameter | { curve: ResponseCurve }) {
  if (!("curve" in parameter)) return expectedNumerator(values, parameter);
  const answer = expectedOutcomes(parameter.curve, Number(values[0]));
  return answer.kind === "value" ? numberToDecimal(answer.outcomes, 15) : "0";
}

/** Runs the baseline on the leaves: what the numerator would have been at the denominators seen. */
function expectedNumerator(
  values: readonly string[],
  { design, preIndices, postIndices, controls = [] }: ExpectedParameter,
) {
  const numbers = values.map(Number);
  let place = 0;
  const next = () => numbers[place++] ?? Number.NaN;
  const pairs = (indices: readonly number[]) =>
    indices.map((index) => ({ index, numerator: next(), denominator: next() }));
  const pre = pairs(preIndices);
  const post = postIndices.map((index) => ({ index, numerator: 0, denominator: next() }));
  const series = Object.fromEntries(controls.map(([name, indices]) => [name, pairs(indices)]));
  const lift = ratioLift({ pre, post, direction: 1, design, controls: series });
  if (lift.kind === "no-baseline") return null;
  return lift.periods.map(expectedText).reduce(addDecimals, "0");
}

/** The numerator expected of one period as decimal text; such texts add up exactly, in any order. */
export function expectedText({ expectedNumerator }: { expectedNumerator: number }): string {
  return numberToDecimal(expectedNumerator, 15);
}

function shownValue({ value }: Explanation): string {
  if (value === null) return "?";
  const places = value.split(".")[1]?.length ?? 0;
  const short = places > 4 ? roundHalfEven(value, 4) : value;
  return short.startsWith("-") ? `(${short.replace("-", "−")})` : short;
}
