import type { BridgePeriod } from "@liftledger/finance/bridge";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { planVersusActual } from "./plan-versus-actual.ts";

const march: BridgePeriod = {
  period: "2026-03",
  volume: "4000",
  adoption: "0.5",
  lift: "0.006",
  unitValue: "180",
  realisation: "1",
};

describe("planVersusActual", () => {
  it("explains the actual by the plan and one bar a cause", () => {
    // Plan 4000 × 0.5 × 0.006 × 180 = 2,160; volume 5000: +540; lift 0.004: −900; actual 1,800.
    const answer = planVersusActual({
      currency: "EUR",
      plan: [march],
      actual: [{ ...march, volume: "5000", lift: "0.004" }],
    });
    if (answer.kind === "no-bridge") throw new Error(answer.reason);
    expect([answer.planMinor, answer.actualMinor]).toEqual([216_000n, 180_000n]);
    expect(answer.tree.value).toBe("1800");
    const [total] = answer.tree.inputs;
    expect(total?.inputs.map(({ label, value }) => [label, value])).toEqual([
      ["Plan", "2160"],
      ["Volume", "540"],
      ["Adoption", "0"],
      ["Lift", "-900"],
      ["Unit value", "0"],
      ["Realisation", "0"],
      ["Timing", "0"],
      ["Exchange rate", "0"],
      ["One-off", "0"],
    ]);
  });

  it("has bars that sum exactly, and a tree that gives the actual from its leaves", () => {
    const factor = fc.integer({ min: 0, max: 5000 }).map((thousandths) => String(thousandths / 1000));
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100));
    const side = fc.record({
      volume: factor,
      adoption: share,
      lift: factor,
      unitValue: factor,
      realisation: share,
      running: share,
      oneOff: factor,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 4 }), (pairs) => {
        const periods = (place: 0 | 1) =>
          pairs.map((pair, month) => ({ period: `2026-0${month + 1}`, ...pair[place] }));
        const answer = planVersusActual({ currency: "EUR", plan: periods(0), actual: periods(1) });
        if (answer.kind === "no-bridge") throw new Error(answer.reason);
        const { planMinor, actualMinor, bars, tree } = answer;
        expect(bars.reduce((total, { amountMinor }) => total + amountMinor, planMinor)).toBe(actualMinor);
        expect(evaluateExplanation(tree)).toBe(tree.value);
        expect(Math.round(Number(tree.value) * 100)).toBe(Number(actualMinor));
        // Every bar of the tree is the bridge's own, to the last digit.
        const explained = tree.inputs[0]?.inputs.slice(1) ?? [];
        expect(explained.map(({ value }) => value)).toEqual(bars.map(({ amount }) => amount));
      }),
      { numRuns: 40 },
    );
  });

  it("has no bridge where a side lacks something, and says what", () => {
    const { lift: _, ...withoutLift } = march;
    expect(planVersusActual({ currency: "EUR", plan: [march], actual: [withoutLift] })).toEqual({
      kind: "no-bridge",
      reason: "The actual lacks lift of 2026-03: nothing is filled in.",
    });
    expect(planVersusActual({ currency: "EUR", plan: [march], actual: [] }).kind).toBe("no-bridge");
  });
});
