import { describe, expect, it } from "vitest";
import { readAmount, runningSums, sumPrecise, writeAmount } from "./amount.ts";

describe("readAmount", () => {
  it.each<[string | number | bigint, string]>([
    ["-40000", "-40000"],
    ["+1500.37", "1500.37"],
    ["007.50", "7.5"],
    [0.1, "0.1"],
    [1e21, "1000000000000000000000"],
    ["1.5e3", "1500"],
    ["25E-1", "2.5"],
    ["2e+2", "200"],
    ["1e-120", `0.${"0".repeat(119)}1`],
    [-0, "0"],
    [10n ** 500n, `1${"0".repeat(500)}`],
  ])("reads %s", (amount, plain) => {
    expect(readAmount(amount).toFixed()).toBe(plain);
  });

  it.each([
    "",
    " 1",
    "1 ",
    "1,5",
    ".5",
    "5.",
    "--1",
    "1e",
    "1e1234",
    "e5",
    "1.2.3",
    "0x1f",
    "12a",
    "a12",
    "1.a",
    "1ea",
  ])("refuses %j", (amount) => {
    expect(() => readAmount(amount)).toThrow("is not a decimal");
  });

  it("refuses what is no number, and text without end, of which it shows the beginning", () => {
    for (const amount of [Number.NaN, Infinity, -Infinity])
      expect(() => readAmount(amount)).toThrow(RangeError);
    expect(() => readAmount("7".repeat(401))).toThrow(new RangeError(`"${"7".repeat(40)}" is not a decimal`));
    expect(readAmount("7".repeat(400)).toFixed()).toBe("7".repeat(400));
  });
});

describe("writeAmount", () => {
  it("writes 34 significant digits, ties to even, and never an exponent or a negative zero", () => {
    expect(writeAmount(readAmount(`1.${"0".repeat(32)}15`))).toBe(`1.${"0".repeat(32)}2`);
    expect(writeAmount(readAmount(`1.${"0".repeat(32)}25`))).toBe(`1.${"0".repeat(32)}2`);
    expect(writeAmount(readAmount("1e-50"))).toBe(`0.${"0".repeat(49)}1`);
    expect(writeAmount(readAmount("1e50"))).toBe(`1${"0".repeat(50)}`);
    expect(writeAmount(readAmount("-1").times(0))).toBe("0");
  });
});

describe("runningSums", () => {
  const third = readAmount(1).dividedBy(3);

  it("takes what rounding leaves of a sum that cancels for zero, and nothing larger", () => {
    const sums = runningSums([third, third, third, readAmount(-1)]);
    expect(sums.map(writeAmount)).toEqual([
      "0.3333333333333333333333333333333333",
      "0.6666666666666666666666666666666667",
      "1",
      "0",
    ]);
    expect(
      writeAmount(sumPrecise([readAmount(1), readAmount("-0.999999999999999999999999999999999999999")])),
    ).toBe(`0.${"0".repeat(38)}1`);
    expect(sumPrecise([]).isZero()).toBe(true);
  });
});
