import { describe, expect, it } from "vitest";
import { laggedProducts } from "./lagged-products.ts";

describe("laggedProducts", () => {
  it("gathers the products of rows and the rows before them by their distance in time, in lower triangles", () => {
    // Rows (1, 4), (2, 5) a period later and (3, 6) two periods later; multiplied out by hand.
    const products = laggedProducts(Float64Array.of(1, 2, 3, 4, 5, 6), 2, Int32Array.of(0, 1, 3));
    expect(products).toEqual({
      first: [1, 4, 16],
      byGap: [
        {
          gap: 1,
          count: 1,
          later: Float64Array.of(4, 10, 25),
          earlier: Float64Array.of(1, 4, 16),
          across: Float64Array.of(4, 13, 40),
        },
        {
          gap: 2,
          count: 1,
          later: Float64Array.of(9, 18, 36),
          earlier: Float64Array.of(4, 10, 25),
          across: Float64Array.of(12, 27, 60),
        },
      ],
    });
  });
});
