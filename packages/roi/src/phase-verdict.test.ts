import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, type Band } from "./benchmark.ts";
import { phaseVerdict } from "./phase-verdict.ts";

const pilots = bandOf("pilots") as Band;
const chances = (netBenefitPositive: number, atLeastFloor: number, atLeastCeiling: number | null) => ({
  netBenefitPositive,
  atLeastFloor,
  atLeastCeiling,
  inBand: atLeastFloor - (atLeastCeiling ?? 0),
});

describe("phaseVerdict", () => {
  it("takes 1 − 0.8 for the 20% it means", () => {
    // In doubles 1 − 0.8 is 0.19999999999999996 and 1 − (1 − 0.2) + 1e-16 may be over 0.2.
    expect(phaseVerdict(chances(1 - 0.2, 0.5, 0), 0.4, pilots, []).status).toBe("on-track");
    expect(phaseVerdict(chances(0.8 - 1e-9, 0.5, 0), 0.4, pilots, []).status).toBe("watch");
    expect(phaseVerdict(chances(0.3 - 0.2, 0.05, 0), -0.4, pilots, []).status).toBe("below");
  });

  it("never improves when a chance falls", () => {
    const order = ["losing-money", "below", "watch", "on-track", "above"];
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, chance, chance, (a, b, c, less) => {
        const [ceiling = 0, floor = 0, pays = 0] = [a, b, c].toSorted((x, y) => x - y);
        const rank = (...of: [number, number, number]) =>
          order.indexOf(phaseVerdict(chances(...of), 0.4, pilots, []).status);
        expect(rank(pays * less, floor * less, ceiling * less)).toBeLessThanOrEqual(
          rank(pays, floor, ceiling),
        );
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])("refuses a chance of %f", (p) => {
    expect(() => phaseVerdict(chances(p, 0.5, 0), 0.4, pilots, [])).toThrow(RangeError);
  });

  it("knows no ceiling to be above where there is none", () => {
    const transform = bandOf("transform") as Band;
    expect(phaseVerdict(chances(1, 1, null), 9, transform, []).status).toBe("on-track");
  });
});
