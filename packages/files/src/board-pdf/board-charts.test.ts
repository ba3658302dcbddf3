import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { ticksOf } from "./board-charts.ts";

describe("ticksOf", () => {
  it("steps in round numbers from below the lowest to above the highest", () => {
    expect(ticksOf(-91_234, 210_000)).toEqual([-100_000, 0, 100_000, 200_000, 300_000]);
    expect(ticksOf(0, 4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticksOf(0, 0)).toEqual([0, 0.2]);
  });

  it("holds every value, with few lines, for any range", () => {
    assert(
      property(
        integer({ min: -1e14, max: 0 }),
        integer({ min: 0, max: 1e14 }),
        (lowestCents, highestCents) => {
          const [lowest, highest] = [lowestCents / 100, highestCents / 100];
          const ticks = ticksOf(lowest, highest);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(8);
          expect(ticks[0]).toBeLessThanOrEqual(lowest);
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        },
      ),
    );
  });
});
