import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedForPhone } from "./folded-for-phone.ts";

describe("foldedForPhone", () => {
  it.each([
    { lengths: [4, 5, 5], shown: [4, 4, 1] },
    { lengths: [2, 6, 6], shown: [2, 6, 1] },
    { lengths: [3, 4, 3, 4], shown: [2, 3, 3, 1] },
    { lengths: [1, 2], shown: [1, 2] },
    { lengths: [14], shown: [9] },
    { lengths: [], shown: [] },
  ])("shows $shown of $lengths", ({ lengths, shown }) => {
    expect(foldedForPhone(lengths)).toEqual(shown);
  });

  it("never has more than nine lines, and folds no section away", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 4 });
    fc.assert(
      fc.property(lengths, (given) => {
        const shown = foldedForPhone(given);
        expect(shown.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(9);
        shown.forEach((count, place) => {
          expect(count).toBeGreaterThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(given[place] ?? 0);
        });
      }),
    );
  });
});
