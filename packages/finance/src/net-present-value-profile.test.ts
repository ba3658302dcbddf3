import { describe, expect, it } from "vitest";
import { netPresentValueProfile } from "./net-present-value-profile.ts";

describe("netPresentValueProfile", () => {
  it("gives a value a rate and every crossing, also between the rates asked for", () => {
    // Vector "irr-excelbanter-two-roots"; −28 + 53/1.5 − 8/2.25 = 34/9
    const profile = netPresentValueProfile(["-28", "53", "-8"], ["0", "0.5", 1]);
    expect(profile.points).toEqual([
      { rate: "0", netPresentValue: "17" },
      { rate: "0.5", netPresentValue: `3.${"7".repeat(32)}8` },
      { rate: 1, netPresentValue: "-3.5" },
    ]);
    expect(profile.crossings.status).toBe("multiple");
    expect(profile.crossings.roots[0]).toBeCloseTo(-0.8346045617, 10);
    expect(profile.crossings.roots[1]).toBeCloseTo(0.7274617046, 10);
  });
  it("takes the timing for the points and for the crossings", () => {
    const profile = netPresentValueProfile(["-10", "11"], ["0.21"], "mid_period");
    expect(profile.points).toEqual([{ rate: "0.21", netPresentValue: "0" }]);
    expect(profile.crossings.roots[0]).toBeCloseTo(0.21, 13);
  });
});
