import { describe, expect, it } from "vitest";
import { spellCell, type ColumnSpelling } from "./cell-spelling.ts";
import type { SheetCell } from "./sheet-rows.ts";

const plain: ColumnSpelling = { decimal: ".", dates: undefined, isDateColumn: false };
const dates: ColumnSpelling = { ...plain, isDateColumn: true };
const cell = (kind: SheetCell["kind"], value: string): SheetCell => ({ kind, value, isFormula: false });

describe("spellCell", () => {
  // The stored texts are those of a workbook written by Excel; what it shows for them is on the right.
  it.each([
    ["1000", "1000"],
    ["-0.5", "-0.5"],
    ["0.10000000000000001", "0.1"],
    ["9600.0000000000091", "9600"],
    ["346924.31999999902", "346924.32"],
    ["-5.8207660913467407E-11", "0"],
    ["1E-3", "0.0010"],
    ["1.5E+3", "1500"],
    // Three decimals get a zero more: 1.234 could be thousands.
    ["1.234", "1.2340"],
  ])("spells the number %s as %s", (stored, spelled) => {
    expect(spellCell(cell("number", stored), plain, false)).toBe(spelled);
  });

  it("writes the decimal sign that the recipe reads", () => {
    expect(spellCell(cell("number", "1234.5"), { ...plain, decimal: "," }, false)).toBe("1234,5");
  });

  // Day numbers as the specification gives them: 1900 system with its leap-year bug, and 1904.
  it.each([
    ["45698", false, "2025-02-10"],
    ["44236", true, "2025-02-10"],
    ["1", false, "1900-01-01"],
    ["60", false, "1900-02-29"],
    ["61", false, "1900-03-01"],
    ["45698.5", false, "2025-02-10 12:00:00"],
    ["45698.999999999", false, "2025-02-11"],
  ])("spells day %s (1904: %s) as %s", (stored, is1904, spelled) => {
    expect(spellCell(cell("date", stored), plain, is1904)).toBe(spelled);
  });

  it("spells a date as the recipe's format has it", () => {
    const spelled = (format: ColumnSpelling["dates"]) =>
      spellCell(cell("date", "45698"), { ...dates, dates: format }, false);
    expect(spelled("dd.MM.yyyy")).toBe("10.02.2025");
    expect(spelled("MM/dd/yy")).toBe("02/10/25");
    expect(spelled("dd MMM yyyy")).toBe("10 Feb 2025");
    expect(spelled("MMM dd, yyyy")).toBe("Feb 10, 2025");
    expect(spelled("yyyy-MM")).toBe("2025-02");
    expect(spelled("yyyy-Www")).toBe("2025-W07");
    expect(spelled("excel-serial")).toBe("45698");
  });

  it.each([
    ["45697.999999999993", "45698", "2025-02-10"],
    ["45697.99999", "45697", "2025-02-09 23:59:59"],
    ["45698.00000000001", "45698", "2025-02-10"],
  ])("finds day %s the same in every format", (stored, serial, iso) => {
    const spelled = (format: ColumnSpelling["dates"]) =>
      spellCell(cell("date", stored), { ...dates, dates: format }, false);
    expect([spelled("excel-serial"), spelled("yyyy-MM-dd")]).toEqual([serial, iso]);
  });

  it("takes a bare number for a day in a column of dates alone, and only a plausible one", () => {
    expect(spellCell(cell("number", "45698"), dates, false)).toBe("2025-02-10");
    expect(spellCell(cell("number", "45698"), plain, false)).toBe("45698");
    expect(spellCell(cell("number", "20250210"), dates, false)).toBe("20250210");
  });

  it("spells a time or a duration by the clock", () => {
    expect(spellCell(cell("time", "1.6550925925925926E-3"), plain, false)).toBe("0:02:23");
    expect(spellCell(cell("time", "1.5"), plain, false)).toBe("36:00:00");
  });
});
