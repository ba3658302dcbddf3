import { describe, expect, it } from "vitest";
import { chanceInWords } from "./chance.ts";

describe("chanceInWords", () => {
  it("speaks in tenths where a tenth is fine enough", () => {
    expect(chanceInWords(0.71)).toBe("7 in 10 chance");
    expect(chanceInWords(0.5)).toBe("5 in 10 chance");
  });

  it("speaks in hundredths near the verdict's thresholds", () => {
    expect(chanceInWords(0.06)).toBe("6 in 100 chance");
    expect(chanceInWords(0.97)).toBe("97 in 100 chance");
  });

  it("never claims certainty", () => {
    expect(chanceInWords(0)).toBe("under 1 in 100 chance");
    expect(chanceInWords(1)).toBe("over 99 in 100 chance");
  });
});
