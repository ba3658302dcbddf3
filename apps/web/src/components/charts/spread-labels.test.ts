import { describe, expect, it } from "vitest";
import { spreadLabels } from "./spread-labels.ts";

describe("spreadLabels", () => {
  it("leaves labels alone that are apart already", () => {
    expect(spreadLabels([20, 80], 14, 0, 100)).toEqual([20, 80]);
  });

  it("pushes the lower one down, in their own order", () => {
    expect(spreadLabels([52, 50], 14, 0, 100)).toEqual([64, 50]);
  });

  it("stays within the ends, pushing the upper one up instead", () => {
    expect(spreadLabels([97, 99], 14, 0, 100)).toEqual([86, 100]);
  });
});
