import { seededRandom } from "@liftledger/numerics/seeded-random";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDesign, FLAT_DESIGN } from "./baseline-design.ts";
import { minimumDetectableEffect, type DetectableRequest } from "./minimum-detectable-effect.ts";
import { ratioLift } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import { mixtureInterval } from "./student-mixture.ts";
import { answerOf } from "./testing/answer-of.ts";

function rates(count: number, seed: number, from = 0): RatioPoint[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => ({
    index: from + i,
    numerator: 1000 * (0.1 + 0.005 * random.normal()),
    denominator: 1000,
  }));
}

function found(request: Partial<DetectableRequest> = {}) {
  return answerOf(
    minimumDetectableEffect({
      pre: rates(40, 1),
      design: FLAT_DESIGN,
      direction: 1,
      periodsAfter: 8,
      ...request,
    }),
  );
}

describe("minimumDetectableEffect", () => {
  it("is what the textbook has for independent noise, and a little more for not knowing that it is", () => {
    const pre = rates(400, 2);
    const mean = pre.reduce((sum, { numerator }) => sum + numerator, 0) / 400;
    const squares = pre.reduce((sum, { numerator }) => sum + (numerator - mean) ** 2, 0);
    // Normal quantiles of 90 and 80 %, times the deviation of eight weeks and of what is expected of them.
    const textbook = (1.2816 + 0.8416) * Math.sqrt((squares / 399) * (8 + 64 / 400));
    const { units } = found({ pre });
    expect(units / textbook).toBeGreaterThan(0.98);
    expect(units / textbook).toBeLessThan(1.15);
  });

  it("says why there is none: no history, or a control series that never moved", () => {
    const asked = { design: FLAT_DESIGN, direction: 1, periodsAfter: 8, volumePerPeriod: 100 } as const;
    expect(minimumDetectableEffect({ ...asked, pre: [] })).toEqual({
      kind: "no-value",
      reason: "there is no period before the start",
    });
    const pre = rates(40, 1);
    const still = pre.map(({ index }) => ({ index, numerator: 1, denominator: 1 }));
    const design = composeDesign({ controls: ["north"] });
    expect(minimumDetectableEffect({ ...asked, design, pre, controls: { north: still } })).toEqual({
      kind: "no-value",
      reason: "the control series north did not move before the start",
    });
  });

  it("is seen about as often as promised", () => {
    let seen = 0;
    const replications = 200;
    for (let i = 0; i < replications; i += 1) {
      const pre = rates(40, 100 + i);
      const { ratioChange } = found({ pre });
      const post = rates(8, 5000 + i, 40).map((p) => ({
        ...p,
        numerator: p.numerator + ratioChange * p.denominator,
      }));
      const lift = answerOf(ratioLift({ pre, post, direction: 1, design: FLAT_DESIGN }));
      if (mixtureInterval(lift.incrementalUnitsDistribution(), 0.8).low > 0) seen += 1;
    }
    // The distribution is wider than independent noise needs, so it promises rather too little.
    expect(seen / replications).toBeGreaterThan(0.76);
    expect(seen / replications).toBeLessThan(0.97);
  });

  it("gives the same lift as units, as change of the ratio and as a share", () => {
    const { units, ratioChange, relative } = found({ volumePerPeriod: 500 });
    expect(units).toBeCloseTo(ratioChange * 8 * 500, 8);
    expect(relative).toBeCloseTo(ratioChange / 0.1, 2);
  });

  it("asks for more where the level or the power is higher, and a smaller ratio over more periods", () => {
    const { units, ratioChange } = found();
    expect(found({ level: 0.95 }).units).toBeGreaterThan(units);
    expect(found({ power: 0.9 }).units).toBeGreaterThan(units);
    expect(found({ periodsAfter: 26 }).ratioChange).toBeLessThan(ratioChange);
    expect(found({ wideningFactor: 2 }).units).toBeCloseTo(2 * units, 8);
  });

  it("is the same either way where the history is symmetric, and grows with the unit of the series", () => {
    const symmetric = Array.from({ length: 20 }, (_, index) => ({
      index,
      numerator: 100 + (index % 2 === 0 ? 3 : -3),
      denominator: 1,
    }));
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (unit) => {
        const pre = symmetric.map((p) => ({ ...p, numerator: unit * p.numerator }));
        const up = found({ pre }).units;
        expect(up / unit).toBeCloseTo(found({ pre: symmetric }).units, 6);
        expect(found({ pre, direction: -1 }).units / up).toBeGreaterThan(0.5);
      }),
      { numRuns: 20 },
    );
  });

  it("carries control series on at their mean", () => {
    const pre = rates(40, 3);
    const north = rates(40, 4);
    const controlled = found({ pre, design: composeDesign({ controls: ["north"] }), controls: { north } });
    expect(controlled.units / found({ pre }).units).toBeGreaterThan(0.9);
    expect(controlled.units / found({ pre }).units).toBeLessThan(1.2);
  });

  it("has no share of next to nothing, and no value without noise, an interval or a history", () => {
    const around = rates(40, 5).map((p) => ({ ...p, numerator: p.numerator - 100 }));
    expect(found({ pre: around }).relative).toBeNull();
    const none = (pre: RatioPoint[]) =>
      minimumDetectableEffect({
        pre,
        design: FLAT_DESIGN,
        direction: 1,
        periodsAfter: 8,
        volumePerPeriod: 1,
      });
    const still = Array.from({ length: 9 }, (_, index) => ({ index, numerator: 5, denominator: 10 }));
    expect(none(still)).toMatchObject({ kind: "no-value", reason: expect.stringContaining("no noise") });
    expect(none(rates(2, 1))).toMatchObject({ kind: "no-value" });
    expect(none([])).toMatchObject({ kind: "no-value" });
    const unseen = composeDesign({ controls: ["north"] });
    const request = { pre: rates(9, 1), design: unseen, direction: 1 as const, periodsAfter: 8 };
    expect(minimumDetectableEffect({ ...request, controls: { north: [] } })).toMatchObject({
      kind: "no-value",
    });
  });

  it("may be asked for one period", () => {
    expect(found({ periodsAfter: 1 })).toMatchObject({ units: expect.any(Number) });
  });

  it("refuses levels, powers, volumes and numbers of periods that are none", () => {
    const wrong: [request: object, message: string][] = [
      [{ level: 0 }, "level and power lie between 0 and 1, got 0"],
      [{ level: 1 }, "level and power lie between 0 and 1, got 1"],
      [{ power: 0 }, "level and power lie between 0 and 1, got 0"],
      [{ power: 1 }, "level and power lie between 0 and 1, got 1"],
      [{ power: Number.NaN }, "level and power lie between 0 and 1, got NaN"],
      [{ periodsAfter: 0 }, "at least one period, not 0"],
      [{ periodsAfter: 1.5 }, "at least one period, not 1.5"],
      [{ volumePerPeriod: 0 }, "a volume above 0, not 0"],
      [{ volumePerPeriod: Infinity }, "a volume above 0, not Infinity"],
    ];
    for (const [request, message] of wrong) expect(() => found(request)).toThrow(new RegExp(`${message}$`));
  });
});
