import { describe, expect, it } from "vitest";
import { pointMass, type StudentMixture } from "./student-mixture.ts";
import { withoutRounding } from "./without-rounding.ts";

describe("withoutRounding", () => {
  it("takes a difference within rounding of its terms for none, whichever way", () => {
    for (const difference of [8e-16, -8e-16]) {
      expect(withoutRounding(pointMass(difference), 5).components).toEqual([
        { weight: 1, location: 0, scale: 0 },
      ]);
    }
  });

  it("leaves real differences alone, whichever way, and those that have a width", () => {
    for (const difference of [1e-9, -1e-9, 3, -3]) {
      expect(withoutRounding(pointMass(difference), 5)).toEqual(pointMass(difference));
    }
    const wide: StudentMixture = {
      degreesOfFreedom: 5,
      components: [{ weight: 1, location: 1e-16, scale: 0.5 }],
    };
    expect(withoutRounding(wide, 5)).toEqual(wide);
  });
});
