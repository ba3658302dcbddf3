import { describe, expect, it } from "vitest";
import { quasiBinomial } from "./quasi-binomial.ts";

describe("quasiBinomial", () => {
  it("takes the scatter from the other side where nobody or everybody was counted on one", () => {
    // Shares 0 and 8/20: χ² = 2 · (3 − 4)² / (10 · 0.24) over 4 − 2, by hand.
    const nobody = quasiBinomial({
      numeratorsBefore: [0, 0],
      denominatorsBefore: [10, 10],
      numeratorsAfter: [3, 5],
      denominatorsAfter: [10, 10],
    });
    expect(nobody).toMatchObject({
      kind: "lift",
      lift: 0.4,
      dispersion: expect.closeTo(1 / 2.4, 12),
      binomialError: expect.closeTo(Math.sqrt(0.24 / 20), 12),
    });
    const everybody = quasiBinomial({
      numeratorsBefore: [3, 5],
      denominatorsBefore: [10, 10],
      numeratorsAfter: [10, 10],
      denominatorsAfter: [10, 10],
    });
    expect(everybody).toMatchObject({ lift: 0.6, dispersion: expect.closeTo(1 / 2.4, 12) });
  });
});
