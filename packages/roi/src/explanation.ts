import { roundHalfEven } from "@liftledger/numerics/decimal";
import { chanceText, type ChanceParameter } from "./chance-step.ts";
import type { Distribution } from "./distribution.ts";
import { operate, type ExpectedParameter, type Operation } from "./explanation-operations.ts";
import type { ResponseCurve } from "./response-curve.ts";
import { solvedStep, type SolvedParameter } from "./solved-step.ts";
import { whenAsked } from "./when-asked.ts";

/** Where a leaf comes from: rows somebody logged, an assumption somebody approved, or a published figure. */
export interface ExplanationSource {
  kind: "measured" | "assumption" | "benchmark";
  text: string;
  seriesId?: string | undefined;
  /** As people call it, where it is not the series that the figure is of: one that is compared with. */
  series?: string | undefined;
  period?: string | undefined;
  revision?: number | undefined;
  version?: number | undefined;
  /** Of what a hold-out brought; `revision` is then the hold-out's. */
  holdOutId?: string | undefined;
  /** Of an assumption, the benefit it is made for; of a cost, its line. */
  benefitId?: string | undefined;
  costLineId?: string | undefined;
  /** Of a count of initiatives, the one that is counted. */
  initiativeId?: string | undefined;
  importId?: string | null | undefined;
  fileName?: string | null | undefined;
  fileDigest?: string | null | undefined;
  lineFirst?: number | null | undefined;
  lineLast?: number | null | undefined;
  recordedAt?: string | undefined;
  recordedBy?: string | undefined;
  approvedBy?: string | null | undefined;
}

/** How a figure came about. Every value is decimal text, so that a sum of money is exact to the minor unit. */
export interface Explanation {
  label: string;
  value: string | null;
  /** "ratio" (1 = 100%), "count", or an ISO 4217 code. */
  unit: string;
  operation: "leaf" | Operation;
  parameter?: string | undefined;
  formula: string;
  reason?: string | undefined;
  source?: ExplanationSource | undefined;
  inputs: Explanation[];
}

export function leaf(label: string, value: string, unit: string, source: ExplanationSource): Explanation {
  return { label, value, unit, operation: "leaf", formula: value, source, inputs: [] };
}

/** A value that is not there, with the reason; whatever is made of it has no value either. */
export function absent(label: string, unit: string, reason: string): Explanation {
  return { label, value: null, unit, operation: "leaf", formula: "–", reason, inputs: [] };
}

export function sum(label: string, unit: string, inputs: Explanation[]): Explanation {
  const shown =
    inputs.length <= mostShown
      ? inputs.map((input) => shownValue(input)).join(" + ")
      : `sum of ${inputs.length}`;
  return node(label, unit, "sum", inputs, inputs.length === 0 ? "0" : shown);
}

/** More inputs than these are counted in a formula rather than shown. */
const mostShown = 4;

/** The same sum of many values that are known already: its inputs are made when somebody looks into it. */
export function longSum(
  label: string,
  unit: string,
  values: readonly (string | null)[],
  inputs: () => Explanation[],
): Explanation {
  if (values.length <= mostShown || values.includes(null)) return sum(label, unit, inputs());
  const value = operate("sum", values as readonly string[], undefined);
  const known = { label, value, unit, operation: "sum" as const, formula: `sum of ${values.length}` };
  return whenAsked<typeof known, Pick<Explanation, "inputs">>(known, { inputs });
}

/** The same tree under another name; what is made when it is asked for still is. */
export function labelled(tree: Explanation, label: string): Explanation {
  const fields = Object.getOwnPropertyDescriptors(tree);
  return Object.defineProperties({}, { ...fields, label: { ...fields.label, value: label } }) as Explanation;
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

/**
 * The numerator expected without the initiative: Σ c·D, by the baseline's model, whose `value` is known already; what it is
 * made of is put together when somebody looks into the step.
 */
export function expected(
  label: string,
  unit: string,
  { parameter, inputs }: { parameter: () => ExpectedParameter; inputs: () => Explanation[] },
  formula: string,
  value: string,
): Explanation {
  const known = { label, value, unit, operation: "expected" as const, formula };
  return whenAsked<typeof known, { parameter: string; inputs: Explanation[] }>(known, {
    parameter: () => JSON.stringify(parameter()),
    inputs,
  });
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

/**
 * One part of an amount that is divided in proportion to weights, in units of the last of `places`, by largest
 * remainder (ties to the earlier part): all parts add up to the amount, which no rounding of each would give.
 *
 * @example part("Share of Chat", "EUR", 2, { amount, weights, place: 0 })
 */
export function part(
  label: string,
  unit: string,
  places: number,
  { amount, weights, place }: { amount: Explanation; weights: readonly Explanation[]; place: number },
): Explanation {
  const shown = weights.map(shownValue).join(" : ");
  const formula = `part ${place + 1} of ${shownValue(amount)} divided ${shown}`;
  return node(label, unit, "part", [amount, ...weights], formula, JSON.stringify({ place, places }));
}

/**
 * The chance that an amount is at least another, of whose `distribution` its value is; the parts of it are made when
 * somebody looks into the step.
 *
 * @example chanceOf("Chance of a gain", { amount, atLeast: nothing }, distribution, () => ({ seed: 1, parts }))
 */
export function chanceOf(
  label: string,
  { amount, atLeast }: { amount: Explanation; atLeast: Explanation },
  distribution: Distribution,
  parameter: () => ChanceParameter,
): Explanation {
  if (amount.value === null) return absent(label, "ratio", amount.reason ?? "no value");
  if (atLeast.value === null) return absent(label, "ratio", atLeast.reason ?? "no value");
  const known = {
    label,
    value: chanceText(distribution, atLeast.value),
    unit: "ratio",
    operation: "chance" as const,
    formula: `chance that ${shownValue(amount)}, with its likely range, is at least ${shownValue(atLeast)}`,
    inputs: [amount, atLeast],
  };
  return whenAsked<typeof known, { parameter: string }>(known, {
    parameter: () => JSON.stringify(parameter()),
  });
}

/** What is solved from all its inputs at once; without a value it says why. `formula` says in words what is sought. */
export function solved(
  label: string,
  unit: string,
  { parameter, formula }: { parameter: SolvedParameter; formula: string },
  inputs: Explanation[],
): Explanation {
  const tree = node(label, unit, "solve", inputs, formula, JSON.stringify(parameter));
  if (tree.value !== null || inputs.some(({ value }) => value === null)) return tree;
  const answer = solvedStep(
    inputs.map(({ value }) => value ?? "0"),
    parameter,
  );
  return answer.kind === "none" ? { ...tree, reason: answer.reason } : tree;
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
  operation: Operation,
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

function shownValue({ value }: Explanation): string {
  if (value === null) return "?";
  const places = value.split(".")[1]?.length ?? 0;
  const short = places > 4 ? roundHalfEven(value, 4) : value;
  return short.startsWith("-") ? `(${short.replace("-", "−")})` : short;
}
