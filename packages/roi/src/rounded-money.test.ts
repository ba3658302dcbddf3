import { describe, expect, it } from "vitest";
import { roundedMoney } from "./rounded-money.ts";

describe("roundedMoney", () => {
  it.each([
    ["76762.06", "EUR", "€76,762"],
    ["-1000.4", "EUR", "-€1,000"],
    ["999.5", "EUR", "€999.50"],
    ["0.01", "EUR", "€0.01"],
    ["1234567", "JPY", "JP¥1,234,567"],
    ["500", "JPY", "JP¥500"],
  ])("writes %s %s as %s", (amount, currency, text) => {
    expect(roundedMoney(amount, currency)).toBe(text);
  });
});
