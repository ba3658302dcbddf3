import { seededRandom } from "@liftledger/numerics/seeded-random";
import { describe, expect, it } from "vitest";
import { FLAT_DESIGN, YEARLY_SEASON } from "./baseline-design.ts";
import { placeboCheck } from "./placebo-check.ts";
import { ratioLift } from "./ratio-lift.ts";
import type { RatioPoint } from "./ratio-point.ts";
import { mixtureInterval } from "./student-mixture.ts";
import { answerOf } from "./testing/answer-of.ts";

const series = (values: readonly number[]): RatioPoint[] =>
  values.map((numerator, index) => ({ index, numerator, denominator: 1 }));

function quietSeries(length: number, seed: number): RatioPoint[] {
  const random = seededRandom(seed);
  return series(Array.from({ length }, () => 100 + 5 * random.normal()));
}

/** Quiet for sixty periods, then growth that no flat baseline foresees. */
function growingSeries(): RatioPoint[] {
  return series(Array.from({ length: 110 }, (_, i) => 100 + (i % 3) + Math.max(0, i - 60) ** 2));
}

describe("placeboCheck", () => {
  it("says how much history is missing", () => {
    const flat = placeboCheck({ pre: quietSeries(33, 1), design: FLAT_DESIGN });
    expect(flat).toEqual({ kind: "not-enough-history", needed: 34, found: 33 });
    const season = placeboCheck({ pre: quietSeries(59, 1), design: YEARLY_SEASON });
    expect(season).toEqual({ kind: "not-enough-history", needed: 60, found: 59 });
  });

  it("tries every start with enough history before and a whole horizon after it", () => {
    expect(placeboCheck({ pre: quietSeries(34, 1), design: FLAT_DESIGN })).toMatchObject({ folds: 1 });
    expect(placeboCheck({ pre: quietSeries(104, 1), design: FLAT_DESIGN })).toMatchObject({ folds: 18 });
    expect(placeboCheck({ pre: quietSeries(104, 1), design: YEARLY_SEASON })).toMatchObject({ folds: 12 });
    expect(
      placeboCheck({ pre: quietSeries(50, 1), design: FLAT_DESIGN, horizon: 12, step: 12 }),
    ).toMatchObject({
      folds: 2,
    });
  });

  it("tries folds of a single period", () => {
    expect(placeboCheck({ pre: quietSeries(28, 1), design: FLAT_DESIGN, horizon: 1 })).toMatchObject({
      folds: 2,
    });
    expect(placeboCheck({ pre: quietSeries(36, 1), design: FLAT_DESIGN, step: 1 })).toMatchObject({
      folds: 3,
    });
  });

  it("leaves out folds without a lift, and has too little history where none has one", () => {
    // Nothing is counted in the first 40: the starts at 40, 36, 32 and 28 have no baseline.
    const late = quietSeries(60, 1).map((point, i) => (i < 40 ? { ...point, denominator: 0 } : point));
    expect(placeboCheck({ pre: late, design: FLAT_DESIGN })).toMatchObject({ kind: "checked", folds: 3 });
    const never = late.map((point) => ({ ...point, denominator: 0 }));
    expect(placeboCheck({ pre: never, design: FLAT_DESIGN })).toEqual({
      kind: "not-enough-history",
      needed: 34,
      found: 60,
    });
  });

  it("hears no alarm in a series that never moves, and passes it", () => {
    expect(placeboCheck({ pre: series(Array(60).fill(7)), design: FLAT_DESIGN })).toMatchObject({
      folds: 7,
      falseAlarms: 0,
      wideningFactor: 1,
      passed: true,
    });
  });

  it("is as often wrong, and as much too narrow, in a series turned upside down", () => {
    const up = placeboCheck({ pre: growingSeries(), design: FLAT_DESIGN });
    const down = placeboCheck({
      pre: growingSeries().map((point) => ({ ...point, numerator: 5000 - point.numerator })),
      design: FLAT_DESIGN,
    });
    if (up.kind !== "checked" || down.kind !== "checked") throw new Error("not checked");
    expect(down.falseAlarms).toBe(up.falseAlarms);
    expect(down.wideningFactor / up.wideningFactor).toBeCloseTo(1, 8);
  });

  it("counts every interval that leaves zero out, one too short to hold its own mean as well", () => {
    const pre = quietSeries(60, 3).map((point, i) => ({ ...point, numerator: point.numerator + i }));
    const level = 0.001;
    const check = placeboCheck({ pre, design: FLAT_DESIGN, level, step: 1 });
    let outside = 0;
    let meanOnTheWay = 0;
    for (let start = 26; start <= 52; start += 1) {
      const fold = { pre: pre.slice(0, start), post: pre.slice(start, start + 8) };
      const lift = answerOf(ratioLift({ ...fold, direction: 1, design: FLAT_DESIGN }));
      const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), level);
      const mean = lift.incrementalUnits;
      if (low > 0 || high < 0) outside += 1;
      if ((low > 0 && mean < low) || (high < 0 && mean > high)) meanOnTheWay += 1;
    }
    expect(meanOnTheWay).toBeGreaterThan(0);
    expect(check).toMatchObject({ folds: 27, falseAlarms: outside });
  });

  it("passes series in which nothing happens, and leaves their interval alone", () => {
    let alarms = 0;
    let folds = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const check = placeboCheck({ pre: quietSeries(104, seed), design: FLAT_DESIGN });
      if (check.kind !== "checked") throw new Error(check.kind);
      alarms += check.falseAlarms;
      folds += check.folds;
      expect(check.wideningFactor > 1).toBe(check.falseAlarmRate > 0.05);
    }
    expect(alarms / folds).toBeLessThan(0.05);
  });

  it("fails a series that outgrows its history, with the factor that would have kept its promise", () => {
    const pre = growingSeries();
    const check = placeboCheck({ pre, design: FLAT_DESIGN, level: 0.8 });
    if (check.kind !== "checked") throw new Error(check.kind);
    expect(check.falseAlarmRate).toBeGreaterThan(0.2);
    expect(check.passed).toBe(false);
    expect(check.wideningFactor).toBeGreaterThan(1);

    const alarmsWith = (wideningFactor: number): number => {
      let alarms = 0;
      for (let start = pre.length - 8; start >= 26; start -= 4) {
        const post = pre.slice(start, start + 8);
        const lift = answerOf(
          ratioLift({
            pre: pre.slice(0, start),
            post,
            direction: 1,
            design: FLAT_DESIGN,
            wideningFactor,
          }),
        );
        const { low, high } = mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
        if (low > 0 || high < 0) alarms += 1;
      }
      return alarms;
    };
    const allowed = Math.floor(check.folds * 0.2 + 1e-9);
    expect(alarmsWith(1)).toBe(check.falseAlarms);
    expect(alarmsWith(check.wideningFactor)).toBe(allowed);
    expect(alarmsWith(check.wideningFactor * 0.999)).toBe(allowed + 1);
  });

  it("tells its rate, and a Wilson interval on the folds that do not overlap", () => {
    const check = placeboCheck({ pre: growingSeries(), design: FLAT_DESIGN, level: 0.8 });
    if (check.kind !== "checked") throw new Error(check.kind);
    const { falseAlarms, folds, falseAlarmRate, falseAlarmInterval } = check;
    expect([falseAlarms, folds, check.level]).toEqual([12, 20, 0.8]);
    expect(falseAlarmRate).toBe(falseAlarms / folds);
    // Every second fold shares nothing with its neighbours: 6 of 10, Wilson by hand at z = 1.959963984540054.
    const z2 = 1.959963984540054 ** 2;
    const middle = (6 + z2 / 2) / (10 + z2);
    const reach = (Math.sqrt(z2) / (10 + z2)) * Math.sqrt((6 * 4) / 10 + z2 / 4);
    expect(falseAlarmInterval.low).toBeCloseTo(middle - reach, 12);
    expect(falseAlarmInterval.high).toBeCloseTo(middle + reach, 12);
  });

  it("fails, with a finite factor, where a history without noise is followed by a step", () => {
    const check = placeboCheck({
      pre: series(Array.from({ length: 60 }, (_, i) => (i < 40 ? 7 : 9))),
      design: FLAT_DESIGN,
    });
    if (check.kind !== "checked") throw new Error(check.kind);
    expect(check.falseAlarms).toBeGreaterThan(0);
    expect(Number.isFinite(check.wideningFactor)).toBe(true);
  });

  it("refuses a horizon or step that is no number of periods", () => {
    expect(() => placeboCheck({ pre: quietSeries(60, 1), design: FLAT_DESIGN, horizon: 0 })).toThrow(
      RangeError,
    );
    for (const step of [1.5, 0, -1]) {
      expect(() => placeboCheck({ pre: quietSeries(60, 1), design: FLAT_DESIGN, step })).toThrow(RangeError);
    }
  });
});
