import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvTable } from "./csv-table.ts";

// What means something in CSV or to a spreadsheet, and letters of one, two and four bytes.
const awkward = fc.constantFrom(..."=+-@\t\r\n\",;'| 1.ea", "é", "😀", "\u{feff}", "\0");

describe("csvTable", () => {
  it("takes nested fields apart, writes lists as JSON and leaves a missing field empty", () => {
    const rows = [
      { id: "1", outcome: { by: "2026-12-31", percent: "-15" }, tags: ["a", "b"] },
      { id: "2", outcome: null, isDemo: true },
    ];
    expect(csvTable(rows)).toBe(
      'id,outcome.by,outcome.percent,tags,outcome,isDemo\r\n1,2026-12-31,-15,"[""a"",""b""]",,\r\n2,,,,,true\r\n',
    );
  });

  it("keeps the columns it is given, in their order, and adds only those that hold something", () => {
    const rows = [{ b: 1, nothing: null, more: "x" }];
    expect(csvTable(rows, ["a", "b"])).toBe("a,b,more\r\n,1,x\r\n");
    expect(csvTable([], ["a", "b"])).toBe("a,b\r\n");
  });

  it("is empty without rows", () => {
    expect(csvTable([])).toBe("");
  });

  const formulas = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@sum(a1)",
    "=cmd|' /C calc'!A0",
    "-",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
  ];
  const afterBlanks = ["\tx", "\rx", "\nx", " =1+1", "\n=1+1", "\u{feff}=1+1", "\u{a0}+1"];

  it.each([...formulas, ...afterBlanks])("escapes %j, which a spreadsheet would run", (text) => {
    const [, row] = parse(csvTable([{ text }]));
    expect(row).toEqual([`'${text}`]);
  });

  it.each([-12.5, "-12.50", "-9007199254740993", 1e-7, "0"])("leaves the number %j as it is", (number) => {
    expect(csvTable([{ number }])).toBe(`number\r\n${number}\r\n`);
  });

  it("quotes a text with a line feed, whose next line would otherwise be a row that begins with a formula", () => {
    expect(csvTable([{ text: "fine\n=1+1" }, { text: "fine\r=1+1" }])).toBe(
      'text\r\n"fine\n=1+1"\r\n"fine\r=1+1"\r\n',
    );
  });

  it("is read back as it was written, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: awkward }), { minLength: 2, maxLength: 5 }), (texts) => {
        const [, ...rows] = parse(csvTable(texts.map((text) => ({ id: "x", text }))));
        const unescaped = rows.map(([, cell = ""], place) =>
          cell === `'${texts[place]}` ? cell.slice(1) : cell,
        );
        expect(unescaped).toEqual(texts);
      }),
    );
  });
});
