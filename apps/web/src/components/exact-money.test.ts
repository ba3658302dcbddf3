import { describe, expect, it } from "vitest";
import { exactMoney } from "./exact-money.ts";

describe("exactMoney", () => {
  it("shows cents with all of them or with none", () => {
    expect(exactMoney(["1500.00", "0.50", null], "EUR")("1500.00")).toBe("€1,500.00");
    expect(exactMoney(["1500.00", "2.00"], "EUR")("2.00")).toBe("€2");
    expect(exactMoney(["40000.5"], "EUR")("40000.5")).toBe("€40,000.50");
    expect(exactMoney(["0.0375", "2"], "EUR")("2")).toBe("€2.0000");
    expect(exactMoney(["1500"], "JPY")("1500")).toBe("JP¥1,500");
    expect(exactMoney([], "EUR")("0")).toBe("€0");
  });
});
