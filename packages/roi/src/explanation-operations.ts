import type { BaselineDesign } from "@liftledger/baselines/baseline-design";
import { ratioLift } from "@liftledger/baselines/ratio-lift";
import { allocate } from "@liftledger/finance/allocate";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  numberToDecimal,
  roundHalfEven,
  subtractDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { chanceParameter, chanceStep } from "./chance-step.ts";
import { expectedOutcomes, type ResponseCurve } from "./response-curve.ts";
import { solvedStep, type SolvedParameter } from "./solved-step.ts";

/**
 * The steps of an explanation. "part" is one part of an amount that is divided by largest remainder, so that the parts
 * add up to it. Three steps are no arithmetic: "expected" is the counterfactual, recomputed from its own inputs; "chance" how
 * likely an amount reaches another, by the distribution of which its likely range is read; "solve" what is solved from all
 * inputs at once, a rate of return or a payback.
 */
export type Operation =
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "negate"
  | "round"
  | "part"
  | "expected"
  | "chance"
  | "solve";

/** Digits of a quotient: a day share of any sum of money is then right to the minor unit. */
const quotientDigits = 20;

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

/** What a "part" needs beside the amount and its weights: which of them it is, and the places of the amount. */
interface PartParameter {
  place: number;
  places: number;
}

/**
 * One step of an explanation on the values of its inputs, decimal text in and out; null where it has no value. Throws
 * where a "part" is asked of an amount that is finer than its places.
 */
export function operate(
  operation: Operation,
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
    case "part":
      return partOf(values, JSON.parse(parameter ?? "{}") as PartParameter);
    case "chance":
      return chanceStep(values, chanceParameter(parameter ?? "{}"));
    case "solve": {
      const answer = solvedStep(values, JSON.parse(parameter ?? "{}") as SolvedParameter);
      return answer.kind === "value" ? answer.value : null;
    }
    case "expected":
      return recomputed(
        values,
        JSON.parse(parameter ?? "{}") as ExpectedParameter | { curve: ResponseCurve },
      );
  }
}

/** One part of the first value, divided in proportion to the others in units of the last place. */
function partOf(
  [amount = "0", ...weights]: readonly string[],
  { place, places }: PartParameter,
): string | null {
  const one = `1${"0".repeat(places)}`;
  const units = multiplyDecimals(amount, one);
  if (units.includes(".")) throw new RangeError(`${amount} has more than ${places} decimals to divide`);
  // Something cannot be divided by nothing.
  if (units !== "0" && weights.every((weight) => compareDecimals(weight, "0") === 0)) return null;
  const parts = allocate(BigInt(units), weights);
  return divideDecimals(String(parts[place] ?? 0n), one, 1000);
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
