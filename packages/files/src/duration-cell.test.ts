import { describe, expect, it } from "vitest";
import { readDuration, type DurationUnit } from "./duration-cell.ts";
import { exactToDecimal } from "./exact-number.ts";

function read(text: string, unit: DurationUnit = "seconds"): string | undefined {
  const into = { mantissa: 0, scale: 0 };
  return readDuration(text, unit, into) ? exactToDecimal(into) : undefined;
}

describe("readDuration", () => {
  it.each([
    ["0:02:23", "143"],
    ["2:23", "143"],
    ["36:00:00", "129600"],
    ["0:00:01.25", "1.25"],
  ])("reads %s as %s seconds", (text, seconds) => {
    expect(read(text)).toBe(seconds);
  });

  it("gives minutes and hours", () => {
    expect(read("0:02:30", "minutes")).toBe("2.5");
    expect(read("0:20:00", "hours")).toBe("0.333333333");
  });

  it.each(["", "143", "0:60:00", "0:00:60", "-0:01:00", "1:2:3"])("reads no duration in %j", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
