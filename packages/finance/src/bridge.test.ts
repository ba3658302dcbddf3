import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bridgeCauses, planToActualBridge, type Bridge, type BridgePeriod } from "./bridge.ts";

const planned = { volume: "4000", adoption: "0.8", lift: "0.005", unitValue: "180", realisation: "0.5" };
const achieved = { volume: "3000", adoption: "0.6", lift: "0.006", unitValue: "200", realisation: "0.4" };

function amounts(bridge: Bridge): Record<string, string> {
  if (bridge.kind !== "bridge") throw new Error(bridge.reason);
  return Object.fromEntries(bridge.bars.map(({ cause, amount }) => [cause, amount]));
}

describe("planToActualBridge", () => {
  it("goes from plan to actual in eight named steps", () => {
    // March, plan: 4,000 × 0.8 × 0.005 × 180 × 0.5 = 1,440 dollars, at a budget rate of 0.9: 1,296 euro.
    // 3,000 leads: 1,080 dollars; adoption 0.6: 810; lift 0.006: 972; 200 a lead: 1,080; realised 0.4: 864;
    // ran half the month: 432; at 0.95: 410.40 euro; 50 once: 460.40.
    const bridge = planToActualBridge({
      currency: "EUR",
      plan: [{ period: "2026-03", ...planned, exchangeRate: "0.9" }],
      actual: [{ period: "2026-03", ...achieved, running: "0.5", exchangeRate: "0.95", oneOff: "50" }],
    });
    expect(bridge).toMatchObject({ kind: "bridge", planMinor: 129_600n, actualMinor: 46_040n });
    expect(amounts(bridge)).toEqual({
      volume: "-324", // −360 × 0.9
      adoption: "-243", // −270 × 0.9
      lift: "145.8", // 162 × 0.9
      unitValue: "97.2", // 108 × 0.9
      realisation: "-194.4", // −216 × 0.9
      timing: "-388.8", // −432 × 0.9
      exchange: "21.6", // 432 × 0.05
      oneOff: "50",
    });
  });
  it("books a month lost by a late start under timing alone, and one gained by an early start too", () => {
    const late = planToActualBridge({
      currency: "EUR",
      plan: [
        { period: "2026-03", ...planned },
        { period: "2026-04", ...planned },
      ],
      actual: [
        { period: "2026-03", running: "0" },
        { period: "2026-04", ...planned },
      ],
    });
    expect(amounts(late)).toMatchObject({ timing: "-1440", volume: "0", adoption: "0", lift: "0" });
    const early = planToActualBridge({
      currency: "EUR",
      plan: [{ period: "2026-03", running: "0" }],
      actual: [{ period: "2026-03", ...planned, exchangeRate: "0.9" }],
    });
    expect(amounts(early)).toMatchObject({ timing: "1296", exchange: "0", volume: "0" });
  });
  it("adds up to the minor unit, whatever the drivers", () => {
    const someNumber = fc.integer({ min: -(10 ** 7), max: 10 ** 7 }).map((units) => String(units / 10 ** 4));
    const someShare = fc.nat(1000).map((units) => String(units / 1000));
    const someFactors = fc.record({
      volume: someNumber,
      adoption: someShare,
      lift: someNumber,
      unitValue: someNumber,
      realisation: someShare,
      credit: someShare,
      running: someShare,
      exchangeRate: fc.integer({ min: 1, max: 99999 }).map((units) => String(units / 10 ** 4)),
      oneOff: someNumber,
    });
    const somePeriods = fc.array(fc.tuple(someFactors, someFactors), { maxLength: 8 });
    fc.assert(
      fc.property(somePeriods, fc.constantFrom("EUR", "JPY", "KWD"), (pairs, currency) => {
        const bridge = planToActualBridge({
          currency,
          plan: pairs.map(([plan], index) => ({ period: String(index), ...plan })),
          actual: pairs.map(([, actual], index) => ({ period: String(index), ...actual })),
        });
        if (bridge.kind !== "bridge") throw new Error(bridge.reason);
        const moved = bridge.bars.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        expect(bridge.planMinor + moved).toBe(bridge.actualMinor);
        expect(bridge.bars.map(({ cause }) => cause)).toEqual(
          bridgeCauses.filter((cause) => cause !== "credit" || bridge.bars.length === 9),
        );
      }),
    );
  });
  it("moves nothing when everything went as planned, and rounds plan and actual as one", () => {
    const thirds: BridgePeriod = { period: "2026-03", ...planned, lift: "0.005333333333" };
    const bridge = planToActualBridge({ currency: "JPY", plan: [thirds], actual: [thirds] });
    expect(bridge).toMatchObject({ planMinor: 1536n, actualMinor: 1536n });
    expect(Object.values(amounts(bridge))).toEqual(Array.from({ length: 8 }, () => "0"));
  });
  it("rounds the bars by largest remainder", () => {
    // Plan 0; three bars of 0.4, 0.4 and 0.4 cents under an actual of 1.2: 1 cent, for the first of the ties.
    const bridge = planToActualBridge({
      currency: "EUR",
      plan: [
        { period: "1", volume: "0", adoption: "1", lift: "1", unitValue: "1", realisation: "1" },
        { period: "2", volume: "1", adoption: "0", lift: "1", unitValue: "1", realisation: "1" },
      ],
      actual: [
        { period: "1", volume: "0.004", adoption: "1", lift: "1", unitValue: "1", realisation: "1" },
        {
          period: "2",
          volume: "1",
          adoption: "0.004",
          lift: "1",
          unitValue: "1",
          realisation: "1",
          oneOff: "0.004",
        },
      ],
    });
    expect(bridge.kind === "bridge" && bridge.bars.map(({ amountMinor }) => amountMinor)).toEqual([
      1n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
      0n,
    ]);
  });
  it("shows credit as a bar of its own only where it differs", () => {
    const side = (credit: string) => [{ period: "2026-03", ...planned, credit }];
    const bridge = planToActualBridge({ currency: "EUR", plan: side("0.6"), actual: side("0.5") });
    expect(amounts(bridge)).toMatchObject({ credit: "-144", timing: "0" });
    expect(
      amounts(planToActualBridge({ currency: "EUR", plan: side("0.6"), actual: side("0.6") })),
    ).not.toHaveProperty("credit");
  });
  it("fills nothing in: a missing period, driver or rate is named", () => {
    const plan = [
      { period: "2026-03", ...planned, exchangeRate: "0.9" },
      { period: "2026-04", ...planned, exchangeRate: "0.9" },
    ];
    const bridge = planToActualBridge({
      currency: "EUR",
      plan,
      actual: [{ period: "2026-03", ...achieved, lift: null }],
    });
    expect(bridge).toEqual({
      kind: "no-bridge",
      gaps: [
        { side: "actual", period: "2026-03", missing: "lift" },
        { side: "actual", period: "2026-03", missing: "exchangeRate" },
        { side: "actual", period: "2026-04", missing: "period" },
      ],
      reason: "The actual lacks lift of 2026-03, and 2 more: nothing is filled in.",
    });
    expect(
      planToActualBridge({
        currency: "EUR",
        plan: plan.slice(1),
        actual: [{ ...plan[1], adoption: null, period: "2026-04" }],
      }),
    ).toEqual({
      kind: "no-bridge",
      gaps: [{ side: "actual", period: "2026-04", missing: "adoption" }],
      reason: "The actual lacks adoption of 2026-04: nothing is filled in.",
    });
    const reversed = planToActualBridge({ currency: "EUR", plan: [], actual: plan });
    expect(reversed).toMatchObject({
      reason: "The plan lacks the whole period of 2026-03, and 1 more: nothing is filled in.",
    });
  });
  it("says so when the drivers do not give what the ledger holds", () => {
    const side = [{ period: "2026-03", ...planned }];
    const ask = (recordedActualMinor: bigint) =>
      planToActualBridge({ currency: "EUR", plan: side, actual: side, recordedActualMinor });
    expect(ask(144_000n).kind).toBe("bridge");
    expect(ask(144_001n)).toMatchObject({
      kind: "no-bridge",
      gaps: [],
      reason: "The drivers of the actual give 144000, but 144001 is recorded (minor units).",
    });
  });
  it("refuses a period that stands twice, a share above 1 and a rate of 0", () => {
    const side = [{ period: "2026-03", ...planned }];
    const ask = (actual: BridgePeriod[]) => planToActualBridge({ currency: "EUR", plan: actual, actual });
    expect(() => ask([...side, ...side])).toThrow("stands twice in the plan");
    expect(() => ask([{ period: "1", ...planned, running: "1.5" }])).toThrow(
      "in which the benefit ran is a share",
    );
    expect(() => ask([{ period: "1", ...planned, credit: "60" }])).toThrow("credit of 1 is a share");
    expect(() => ask([{ period: "1", ...planned, exchangeRate: "0" }])).toThrow("exchange rate of 1");
    expect(() => ask([{ period: "1", ...planned, volume: "many" }])).toThrow(
      'The driver "volume" is a decimal, not "many"',
    );
    expect(() => planToActualBridge({ currency: "euro", plan: side, actual: side })).toThrow("ISO 4217");
  });
});
