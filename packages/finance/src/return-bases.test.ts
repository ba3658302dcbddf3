import { describe, expect, it } from "vitest";
import { returnBases } from "./return-bases.ts";

describe("returnBases", () => {
  // The "roi-basis" vectors of the finance reference set.
  it("reads 544 percent net as 6.44 back", () => {
    expect(returnBases({ netRoiPercent: "544" })).toEqual({
      kind: "value",
      netRoiPercent: "544",
      grossReturnPerUnit: "6.44",
      netGainPerUnit: "5.44",
    });
  });
  it("reads 5.44 for every dollar as 444 percent net", () => {
    expect(returnBases({ grossReturnPerUnit: "5.44" })).toEqual({
      kind: "value",
      netRoiPercent: "444",
      grossReturnPerUnit: "5.44",
      netGainPerUnit: "4.44",
    });
  });
  it("divides benefits by costs (Phillips: BCR 1.76 : 1, ROI 76 %)", () => {
    const bases = returnBases({ benefits: "750000", costs: "425000" });
    if (bases.kind !== "value") throw new Error(bases.reason);
    expect(Number(bases.netRoiPercent)).toBeCloseTo(76.4705882352941, 12);
    expect(Number(bases.grossReturnPerUnit)).toBeCloseTo(1.76470588235294, 13);
  });
  it("is undefined without a cost above zero", () => {
    expect(returnBases({ benefits: 1, costs: 0 }).kind).toBe("undefined");
    expect(returnBases({ benefits: 1, costs: -1 }).kind).toBe("undefined");
  });
  it("refuses what is no decimal", () => {
    expect(() => returnBases({ netRoiPercent: "544 %" })).toThrow(RangeError);
  });
});
