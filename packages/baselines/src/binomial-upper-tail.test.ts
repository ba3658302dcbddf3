import { describe, expect, it } from "vitest";
import { binomialUpperTail } from "./binomial-upper-tail.ts";

describe("binomialUpperTail", () => {
  // scipy 1.10, binom.sf(k − 1, n, p).
  it.each([
    [18, 1, 0.05, 0.6027856815417815],
    [18, 3, 0.05, 0.05812892908522134],
    [18, 4, 0.05, 0.010873223608926553],
    [12, 5, 0.2, 0.07255549952000004],
    [7, 0, 0.05, 1],
    [1, 1, 0.05, 0.05],
  ])("of %i trials gives %i or more at %d with the chance %d", (trials, successes, probability, chance) => {
    expect(binomialUpperTail(trials, successes, probability)).toBeCloseTo(chance, 12);
  });
});
