import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { outcomeValue, outcomeValueTree } from "./outcome-value.ts";

const facts = { margin: "140", outcomes: "1900", outcomesWithout: "1569", spend: "200000" };

describe("outcomeValue", () => {
  // Issue 3, case (c): 140 × (1,900 − 1,569) = 46,340.
  it("prices outcomes against those expected at the actual spend", () => {
    expect(outcomeValue(facts)).toBe("46340");
  });

  it("credits nothing for halving the spend with no effect of the initiative", () => {
    expect(outcomeValue({ ...facts, spend: "50000", outcomes: "637", outcomesWithout: "637" })).toBe("0");
  });

  it("counts a difference in spend where the outcomes are those of the other spend", () => {
    // 1,000 customers for 80,000 instead of 100,000: 20,000 saved.
    const saved = { margin: "140", outcomes: "1000", outcomesWithout: "1000", spend: "80000" };
    expect(outcomeValue({ ...saved, spendWithout: "100000" })).toBe("20000");
    // 140 × (1,900 − 1,000) − (200,000 − 100,000) = 26,000: here the decision to spend more is the initiative's own.
    expect(outcomeValue({ ...facts, outcomesWithout: "1000", spendWithout: "100000" })).toBe("26000");
  });

  it("rounds half-even where asked to", () => {
    expect(outcomeValue({ ...facts, outcomesWithout: "1569.168", margin: "140.005" }, 2)).toBe("46318.13");
  });
});

describe("outcomeValueTree", () => {
  it("has the value as its root, from the leaves", () => {
    const money = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => String(cents / 100));
    fc.assert(
      fc.property(
        money,
        money,
        money,
        money,
        fc.option(money, { nil: undefined }),
        (margin, outcomes, outcomesWithout, spend, spendWithout) => {
          const given = { margin, outcomes, outcomesWithout, spend, spendWithout };
          const source = { kind: "assumption", text: "version 1" } as const;
          const tree = outcomeValueTree(given, { currency: "EUR", places: 2, source });
          expect(tree.value).toBe(outcomeValue(given, 2));
          expect(evaluateExplanation(tree)).toBe(tree.value);
        },
      ),
    );
  });
});
