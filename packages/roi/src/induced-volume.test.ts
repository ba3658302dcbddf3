import { describe, expect, it } from "vitest";
import { inducedVolumeValue } from "./induced-volume.ts";

/** 12 → 7 hours an asset, 60 → 100 assets a month, 65 an hour. */
const facts = {
  expectedRatio: "12",
  actualRatio: "7",
  expectedVolume: "60",
  actualVolume: "100",
  direction: "lower",
  unitValue: "65",
} as const;

describe("inducedVolumeValue", () => {
  it("saves on the expected volume only, with the change in cash beside it", () => {
    // 5 × 60 = 300 hours × 65 = 19,500. The bill: 720 → 700 hours, 20 × 65 = 1,300.
    expect(inducedVolumeValue(facts, 2)).toEqual({
      savedUnits: "300",
      saving: "19500",
      additionalVolume: "40",
      additionalValue: null,
      value: "19500",
      changeInCash: "1300",
    });
  });

  it("adds the additional volume at its own margin", () => {
    // 40 × 30 = 1,200.
    expect(inducedVolumeValue({ ...facts, additionalMargin: "30" }, 2)).toMatchObject({
      additionalValue: "1200",
      value: "20700",
    });
  });

  it("saves on the actual volume where that fell, and charges the lost volume at its margin", () => {
    // 5 × 50 × 65 = 16,250; 10 assets fewer at 30; the bill 720 → 350 hours, 370 × 65 = 24,050.
    expect(inducedVolumeValue({ ...facts, actualVolume: "50", additionalMargin: "30" }, 2)).toMatchObject({
      saving: "16250",
      additionalValue: "-300",
      value: "15950",
      changeInCash: "24050",
    });
  });

  it("mirrors for a KPI where more is better", () => {
    // Order value 50 → 55 at a margin of 40%, 100 orders expected and 130 seen: 500 × 0.4 = 200.
    const orders = {
      ...facts,
      expectedRatio: "50",
      actualRatio: "55",
      expectedVolume: "100",
      actualVolume: "130",
    };
    expect(inducedVolumeValue({ ...orders, direction: "higher", unitValue: "0.4" }, 2)).toMatchObject({
      saving: "200",
      changeInCash: "860",
    });
  });

  it("refuses a negative volume", () => {
    expect(() => inducedVolumeValue({ ...facts, actualVolume: "-1" }, 2)).toThrow("actualVolume is negative");
  });
});
