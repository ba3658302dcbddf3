import { describe, expect, it } from "vitest";
import { percentText } from "./percent-text.ts";

describe("percentText", () => {
  it.each([
    [0.824, [0], "82%"],
    [-0.041, [0], "−4%"],
    [12.4, [0], "1,240%"],
    [0, [0], "0%"],
    [-0.003, [0], "−0.3%"],
    [0.3, [0.3], "30%"],
    [0.299, [0.3], "29.9%"],
    [0.2999, [0.3], "29.99%"],
    [0.3049, [0.3], "30.5%"],
    [0.699, [0.3, 0.7], "69.9%"],
    [2.9996, [1, 3], "299.96%"],
  ])("writes %f with edges %j as %s", (ratio, edges, text) => {
    expect(percentText(ratio, edges)).toBe(text);
  });

  it("never writes a minus before zero", () => {
    expect(percentText(-1e-9)).toBe("0%");
  });
});
