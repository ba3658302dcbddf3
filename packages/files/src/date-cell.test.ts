import { dateFormats, type DateFormat } from "@liftledger/contracts/import-recipe";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "./date-cell.ts";

describe("readDate", () => {
  const days: [text: string, format: DateFormat, date: string][] = [
    ["2026-01-05", "yyyy-MM-dd", "2026-01-05"],
    ["5.08.2019", "dd.MM.yyyy", "2019-08-05"],
    ["26-02-2018 19:58", "dd-MM-yyyy", "2018-02-26"],
    ["02/03/2026", "dd/MM/yyyy", "2026-03-02"],
    ["02/03/2026", "MM/dd/yyyy", "2026-02-03"],
    ["2/3/26", "dd/MM/yy", "2026-03-02"],
    ["Thu, 5 Feb 2026", "dd MMM yyyy", "2026-02-05"],
    ["5-Sept-2026", "dd MMM yyyy", "2026-09-05"],
    ["July 8, 2025", "MMM dd, yyyy", "2025-07-08"],
    ["20240229", "yyyyMMdd", "2024-02-29"],
    ["2026-10-25T02:30:00+02:00", "yyyy-MM-dd", "2026-10-25"],
    ["2026-03-29T03:30:00[Europe/Berlin]", "yyyy-MM-dd", "2026-03-29"],
    ["2026-01-05 11:59 PM", "yyyy-MM-dd", "2026-01-05"],
    // The 1900 date system: Microsoft documents serial 1 as 1 January 1900 and 39448 as 1 January 2008.
    ["1", "excel-serial", "1900-01-01"],
    ["39448", "excel-serial", "2008-01-01"],
    ["45698", "excel-serial", "2025-02-10"],
    ["45698.75", "excel-serial", "2025-02-10"],
    ["45697.9999999999", "excel-serial", "2025-02-10"],
  ];
  it.each(days)("reads %j as %s on %s", (text, format, date) => {
    expect(readDate(text, format)).toEqual({ kind: "day", date });
  });

  it.each([
    ["2026-W53", "yyyy-Www"],
    ["2026-03", "yyyy-MM"],
  ] as const)("reads %j as a whole period", (text, format) => {
    expect(readDate(text, format)).toEqual({ kind: "period", period: text });
  });

  it.each([
    ["2026-02-30", "yyyy-MM-dd"],
    ["2025-02-29", "yyyy-MM-dd"],
    ["2026-13-01", "yyyy-MM-dd"],
    ["0000-00-00", "yyyy-MM-dd"],
    ["1899-12-31", "yyyy-MM-dd"],
    ["31.04.2026", "dd.MM.yyyy"],
    ["2025-W53", "yyyy-Www"],
    ["2026-W00", "yyyy-Www"],
    ["2026-13", "yyyy-MM"],
    ["60", "excel-serial"],
    ["0", "excel-serial"],
    ["2026-03-29T02:30:00[Europe/Berlin]", "yyyy-MM-dd"],
    ["2026-03-29T02:30:00[Mars/Olympus]", "yyyy-MM-dd"],
  ] as const)("refuses %j, which never was", (text, format) => {
    expect(readDate(text, format)).toMatchObject({ kind: "wrong", rule: "impossible-date" });
  });

  it.each([
    ["", "yyyy-MM-dd"],
    ["soon", "yyyy-MM-dd"],
    ["05/01/2026", "yyyy-MM-dd"],
    ["5 Foo 2026", "dd MMM yyyy"],
    ["2026-01-05 25:00", "yyyy-MM-dd"],
    ["2026-01-05 1:75", "yyyy-MM-dd"],
  ] as const)("refuses %j, which is no date written as %s", (text, format) => {
    expect(readDate(text, format)).toMatchObject({ kind: "wrong", rule: "not-a-date" });
  });

  it("reads every day back from every format that can write it", () => {
    const writers: Partial<Record<DateFormat, (y: string, m: string, d: string) => string>> = {
      "yyyy-MM-dd": (y, m, d) => `${y}-${m}-${d}`,
      "yyyy/MM/dd": (y, m, d) => `${y}/${m}/${d}`,
      "yyyy.MM.dd": (y, m, d) => `${y}.${m}.${d}`,
      yyyyMMdd: (y, m, d) => `${y}${m}${d}`,
      "dd-MM-yyyy": (y, m, d) => `${d}-${m}-${y}`,
      "MM-dd-yyyy": (y, m, d) => `${m}-${d}-${y}`,
      "dd/MM/yyyy": (y, m, d) => `${d}/${m}/${y}`,
      "MM/dd/yyyy": (y, m, d) => `${m}/${d}/${y}`,
      "dd.MM.yyyy": (y, m, d) => `${d}.${m}.${y}`,
      "dd/MM/yy": (y, m, d) => `${d}/${m}/${y.slice(2)}`,
      "MM/dd/yy": (y, m, d) => `${m}/${d}/${y.slice(2)}`,
      "dd.MM.yy": (y, m, d) => `${d}.${m}.${y.slice(2)}`,
    };
    const formats = dateFormats.filter((format) => writers[format] !== undefined);
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...formats), (date, format) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = "", m = "", d = ""] = iso.split("-");
        expect(readDate(writers[format]?.(y, m, d) ?? "", format)).toEqual({ kind: "day", date: iso });
      }),
    );
  });
});
