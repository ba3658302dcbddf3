import { describe, expect, it } from "vitest";
import { capitalised, withinSentence } from "./within-sentence.ts";

describe("withinSentence", () => {
  it.each([
    ["Conversion rate", "conversion rate"],
    ["A share cannot be more than 100%", "a share cannot be more than 100%"],
    ["Öffnungsrate", "öffnungsrate"],
    ["ROAS", "ROAS"],
    ["B2B leads", "B2B leads"],
    ["leads", "leads"],
    ["", ""],
  ])("writes “%s” as “%s”", (text, within) => {
    expect(withinSentence(text)).toBe(within);
  });
});

describe("capitalised", () => {
  it.each([
    ["new customers", "New customers"],
    ["ROAS", "ROAS"],
    ["", ""],
  ])("writes “%s” as “%s”", (text, begun) => {
    expect(capitalised(text)).toBe(begun);
  });
});
