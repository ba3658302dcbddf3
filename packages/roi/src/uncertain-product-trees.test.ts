import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { uncertainProduct } from "./uncertain-attribution.ts";
import { uncertainProductTrees } from "./uncertain-product-trees.ts";

const source = { kind: "assumption", text: "version 1" } as const;

describe("uncertainProductTrees", () => {
  it("is 0.36 · 400 + 10,000 · 0.01 + 0.01 · 400 = 248 for 60% ± 10 points of 100 ± 20", () => {
    const trees = uncertainProductTrees(
      { mean: 0.6, deviation: 0.1 },
      { mean: 100, deviation: 20 },
      "EUR",
      source,
    );
    expect(evaluateExplanation(trees.variance)).toBe("248");
    expect(evaluateExplanation(trees.mean)).toBe("60");
  });

  it("gives the moments of the product", () => {
    const moments = fc.record({
      mean: fc.integer({ min: -1e9, max: 1e9 }).map((x) => x / 1000),
      deviation: fc.nat(1e9).map((x) => x / 1000),
    });
    fc.assert(
      fc.property(moments, moments, (share, value) => {
        const { mean, variance } = uncertainProductTrees(share, value, "EUR", source);
        const product = uncertainProduct(share, value);
        const near = (x: number, y: number) => Math.abs(x - y) <= 1e-12 * Math.abs(y);
        expect(near(Number(evaluateExplanation(mean)), product.mean)).toBe(true);
        expect(near(Math.sqrt(Number(evaluateExplanation(variance))), product.deviation)).toBe(true);
      }),
    );
  });

  it("refuses what is no deviation", () => {
    const none = { mean: 1, deviation: -1 };
    expect(() => uncertainProductTrees(none, none, "EUR", source)).toThrow(RangeError);
  });
});
