import { numberToDecimal } from "@liftledger/numerics/decimal";
import { leaf, product, sum, type Explanation, type ExplanationSource } from "./explanation.ts";
import { uncertainProduct, type Moments } from "./uncertain-attribution.ts";

/**
 * The mean and the variance of `uncertainProduct` as explanations, the value in a currency: mean = a · V, and
 * Var(aV) = a² Var V + V² Var a + Var a · Var V, whose root is the standard deviation. Throws a RangeError where that
 * function does.
 *
 * @example
 * const { variance } = uncertainProductTrees({ mean: 0.6, deviation: 0.1 }, { mean: 100, deviation: 20 }, "EUR", source);
 * variance.value // "248"
 */
export function uncertainProductTrees(
  share: Moments,
  value: Moments,
  currency: string,
  source: ExplanationSource,
): { mean: Explanation; variance: Explanation } {
  uncertainProduct(share, value);
  const text = (label: string, x: number, unit: string) => leaf(label, numberToDecimal(x), unit, source);
  const [a, v] = [text("Our share", share.mean, "ratio"), text("Value", value.mean, currency)];
  const ofShare = text("Standard deviation of our share", share.deviation, "ratio");
  const ofValue = text("Standard deviation of the value", value.deviation, currency);
  const squared = (label: string, ...factors: Explanation[]) =>
    product(label, "count", [...factors, ...factors]);
  return {
    mean: product("Our share of the value", currency, [a, v]),
    variance: sum("Variance of our share of the value", "count", [
      squared("From the value", a, ofValue),
      squared("From our share", v, ofShare),
      squared("From both", ofShare, ofValue),
    ]),
  };
}
