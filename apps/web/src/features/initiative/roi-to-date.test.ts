import type { Band } from "@liftledger/contracts/evaluation";
import { describe, expect, it } from "vitest";
import { roiFinding, roiToDateSpec, type ToDatePoint } from "./roi-to-date.ts";

const band: Band = {
  phase: "pilots",
  floor: 0.3,
  ceiling: 0.7,
  publisher: "",
  basis: "unstated",
  span: "unstated",
  set: null,
  notComparable: null,
  caveat: "",
};
const point = (day: number, roi: number | null, judgeable = true): ToDatePoint => ({
  period: "2026-W10",
  lastDay: `2026-03-${String(day).padStart(2, "0")}`,
  value: "1",
  valueLow: "1",
  valueHigh: "1",
  cost: "1",
  roi,
  roiLow: roi === null ? null : roi - 0.2,
  roiHigh: roi === null ? null : roi + 0.2,
  judgeable,
});

describe("roiFinding", () => {
  it("says where it stands and since when without a break", () => {
    const points = [point(1, 0.8), point(8, 0.4), point(15, 0.75), point(22, 0.9)];
    expect(roiFinding(points, band)).toMatch(/^ROI has been above the Pilots benchmark since .*15.*2026/);
  });

  it("reads the band as half-open: the floor is inside, the ceiling above", () => {
    expect(roiFinding([point(1, 0.3)], band)).toBe(
      "ROI has been inside the Pilots benchmark since it could be judged",
    );
    expect(roiFinding([point(1, 0.7)], band)).toContain("above");
    expect(roiFinding([point(1, 0.29)], band)).toContain("below");
  });

  it("claims nothing while the verdict waits for something else", () => {
    expect(roiFinding([point(1, 0.9)], band, true)).toBe("ROI to date, not judged yet");
    expect(roiToDateSpec([point(1, 0.9)], band, true).lines[0]?.dashed).toBe(true);
  });

  it("waits while nothing can be judged", () => {
    expect(roiFinding([point(1, 0.9, false)], band)).toBe("ROI waits until there is enough to judge");
    expect(roiFinding([], null)).toBe("ROI waits until there is enough to judge");
  });
});

describe("roiToDateSpec", () => {
  it("hatches the first weeks up to the first that counts, and draws no line there", () => {
    const spec = roiToDateSpec(
      [point(1, 9, false), point(8, 5, false), point(15, 0.5), point(22, 0.6)],
      band,
    );
    expect(spec.boxes?.find((box) => box.look === "hatched")).toMatchObject({ from: 0, to: 2 });
    expect(spec.lines[0]?.values).toEqual([null, null, 0.5, 0.6]);
  });

  it("has an axis made for the judged weeks, with round ends around zero and the band", () => {
    const spec = roiToDateSpec([point(1, 90, false), point(8, 0.5), point(15, 0.6)], band);
    expect(spec.lowest).toBeLessThanOrEqual(0);
    expect(spec.highest).toBeGreaterThanOrEqual(0.8);
    expect(spec.highest).toBeLessThan(2);
  });
});
