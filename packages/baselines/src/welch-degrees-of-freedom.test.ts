import { describe, expect, it } from "vitest";
import { welchDegreesOfFreedom } from "./welch-degrees-of-freedom.ts";

describe("welchDegreesOfFreedom", () => {
  it("are those of the noisy side alone where the other has none, however few items that has", () => {
    expect(welchDegreesOfFreedom(0, 1, 0.5, 10)).toBeCloseTo(9, 12);
    expect(welchDegreesOfFreedom(0.5, 10, 0, 1)).toBeCloseTo(9, 12);
  });

  it("are none without noise on either side, or with a single item on a noisy one", () => {
    expect(welchDegreesOfFreedom(0, 10, 0, 10)).toBeNull();
    expect(welchDegreesOfFreedom(0, 1, 0, 1)).toBeNull();
    expect(welchDegreesOfFreedom(0.5, 1, 0.5, 10)).toBeNull();
    expect(welchDegreesOfFreedom(0.5, 10, 0.5, 1)).toBeNull();
  });

  it("are counted in shares of the sum, so that tiny errors keep theirs", () => {
    expect(welchDegreesOfFreedom(1e-200, 10, 1e-200, 10)).toBeCloseTo(18, 12);
  });
});
