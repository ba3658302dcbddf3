import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createExactSum, productError } from "./exact-product.ts";

describe("productError", () => {
  it("is what whole-number arithmetic says was rounded away", () => {
    const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 }).map((n) => n * 4_194_301);
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const exact = BigInt(a) * BigInt(b) - BigInt(a * b);
        expect(BigInt(productError(a, b, a * b))).toBe(exact);
      }),
      { seed: 6 },
    );
  });
});

describe("createExactSum", () => {
  it("keeps what a plain sum forgets", () => {
    const sum = createExactSum();
    for (const term of [1e16, 1, -1e16]) sum.add(term);
    expect(sum.value()).toBe(1);
    const products = createExactSum();
    products.addProduct(1e8 + 1, 1e8 + 1);
    products.addProduct(-1e8, 1e8);
    products.add(-2e8);
    expect(products.value()).toBe(1);
  });
});
