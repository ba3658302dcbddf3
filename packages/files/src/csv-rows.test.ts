import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmbiguousColumn } from "./csv-header.ts";
import { readCsvRows, type CsvOptions } from "./csv-rows.ts";

type Row = { cells: string[]; fieldCount: number; line: number };

async function rowsOf(
  file: string | Uint8Array,
  columns: string[],
  options: Partial<CsvOptions> & { chunk?: number } = {},
): Promise<Row[]> {
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  const size = options.chunk ?? Math.max(1, bytes.length);
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const rows: Row[] = [];
  await readCsvRows(chunks(), { ...options, columns }, (cells, fieldCount, line) => {
    rows.push({ cells: cells.slice(0, columns.length), fieldCount, line });
  });
  return rows;
}

/** The error a file is refused with. */
async function refusal(
  file: string | Uint8Array,
  columns = ["a", "b"],
  options: Partial<CsvOptions> = {},
): Promise<unknown> {
  try {
    await rowsOf(file, columns, options);
  } catch (error) {
    return error;
  }
  throw new Error("the file was read");
}

describe("readCsvRows", () => {
  it("hands on the wanted columns in the order asked, with line and field count", async () => {
    expect(await rowsOf("a,b,c\n1,2,3\n4,5,6\n", ["c", "a"])).toEqual([
      { cells: ["3", "1"], fieldCount: 3, line: 2 },
      { cells: ["6", "4"], fieldCount: 3, line: 3 },
    ]);
  });

  it("matches headings without case, quotes and surrounding space", async () => {
    const file = 'Date,  of   Purchase,"Spend [USD]"\n1,2,3\n';
    expect((await rowsOf(file, ["OF PURCHASE", " spend [usd] "]))[0]?.cells).toEqual(["2", "3"]);
  });

  it.each([",", ";", "\t", "|"])("finds the delimiter %j", async (delimiter) => {
    const file = ["a", "b"].join(delimiter) + "\n" + ["1;|,", "2"].map((cell) => `"${cell}"`).join(delimiter);
    expect((await rowsOf(file, ["a", "b"]))[0]?.cells).toEqual(["1;|,", "2"]);
  });

  it("finds the headings below titles", async () => {
    const file = 'Campaign report\n"July 8, 2025 - July 31, 2025"\nCampaign,Cost\nA,1\n';
    expect(await rowsOf(file, ["Campaign", "Cost"])).toEqual([{ cells: ["A", "1"], fieldCount: 2, line: 4 }]);
  });

  it("counts the lines of cells that hold line breaks, headings too", async () => {
    const file = 'a,"b\n(EUR)"\n"x\r\ny",1\nz,2\n';
    expect(await rowsOf(file, ["a", "b (EUR)"])).toEqual([
      { cells: ["x\r\ny", "1"], fieldCount: 2, line: 3 },
      { cells: ["z", "2"], fieldCount: 2, line: 5 },
    ]);
  });

  it.each([
    ["\n", 3],
    ["\r\n", 3],
    ["\r", 3],
  ])("reads line ends %j, the last one missing", async (end, line) => {
    const rows = await rowsOf(`a,b${end}1,2${end}3,4`, ["a", "b"], { chunk: 1 });
    expect(rows.map((row) => row.cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(rows.at(-1)?.line).toBe(line);
  });

  it("passes over blank lines and rows of empty cells, and counts them", async () => {
    const rows = await rowsOf('a,b\n\n1,2\n,\n"",""\n  \n3,4\n', ["a", "b"]);
    expect(rows.map(({ cells, line }) => [...cells, line])).toEqual([
      ["1", "2", 3],
      ["3", "4", 7],
    ]);
  });

  it("hands a ragged row on with the fields it has", async () => {
    expect(await rowsOf("a,b,c\n1,2\n1,2,3,4\n", ["c"])).toEqual([
      { cells: [""], fieldCount: 2, line: 2 },
      { cells: ["3"], fieldCount: 4, line: 3 },
    ]);
  });

  it("reads UTF-16 by its byte order mark, UTF-8 with one, and windows-1252 when told", async () => {
    const text = "a,b\n€,ü\n";
    const expected = [{ cells: ["€", "ü"], fieldCount: 2, line: 2 }];
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    const big = Buffer.from(little).swap16();
    const western = Buffer.from([...Buffer.from("a,b\n"), 0x80, 0x2c, 0xfc, 0x0a]);
    for (const chunk of [1, 3, 100]) {
      expect(await rowsOf(little, ["a", "b"], { chunk })).toEqual(expected);
      expect(await rowsOf(big, ["a", "b"], { chunk })).toEqual(expected);
      expect(await rowsOf(`\ufeff${text}`, ["a", "b"], { chunk })).toEqual(expected);
      expect(await rowsOf(western, ["a", "b"], { chunk, encoding: "windows-1252" })).toEqual(expected);
    }
  });

  it("agrees with csv-parse on any table, however it is quoted and cut into chunks", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "€", "😀", ",", '"', "\n", "\r\n", " ", "1"),
      maxLength: 6,
    });
    const row = fc.tuple(fc.constant("k"), cell, cell);
    const styles = { needed: (text: string) => /[",\r\n]/.test(text), always: () => true };
    const parameters = [
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom<keyof typeof styles>("needed", "always"),
      fc.constantFrom("\n", "\r\n"),
    ] as const;
    const quoted = (text: string, style: keyof typeof styles) =>
      styles[style](text) ? `"${text.replaceAll('"', '""')}"` : text;
    await fc.assert(
      fc.asyncProperty(...parameters, async (table, chunk, style, end) => {
        const lines = [["x", "y", "z"], ...table].map((cells) =>
          cells.map((text) => quoted(text, style)).join(","),
        );
        const file = lines.join(end) + end;
        const rows = await rowsOf(file, ["x", "y", "z"], { chunk });
        const judged = parse(file, { from: 2, record_delimiter: ["\r\n", "\n"] });
        expect(rows.map(({ cells }) => cells)).toEqual(judged);
        expect(
          rows.every(({ line }, index) => line === 2 + lineEnds(lines.slice(1, index + 1).join("")) + index),
        ).toBe(true);
      }),
    );
  });

  it("refuses what is no CSV", async () => {
    expect(await refusal("")).toMatchObject({ rule: "empty-file", message: "The file is empty." });
    expect(await refusal(" \n\n")).toMatchObject({ rule: "empty-file" });
    expect(await refusal("PK\u0003\u0004........")).toMatchObject({ rule: "not-csv" });
    expect(await refusal("<!DOCTYPE html><table><tr>")).toMatchObject({ rule: "not-csv" });
  });

  it("refuses broken bytes by their line", async () => {
    const file = Buffer.concat([Buffer.from("a,b\n1,é\n2,"), Buffer.from([0xc0, 0xae]), Buffer.from("\n")]);
    expect(await refusal(file)).toMatchObject({ place: "line 3", rule: "broken-encoding" });
    expect(await refusal(Buffer.from("a,b\n1,\u00e9", "latin1"))).toMatchObject({
      place: "line 2",
      rule: "broken-encoding",
    });
    expect(await refusal("a,b\n1,2\n3,\0\n")).toMatchObject({
      message: "Line 3 has a NUL byte; the file is damaged or not text.",
    });
  });

  it("refuses an unclosed quote where it was opened, not where the file ends", async () => {
    const file = `a,b\n1,2\n"x\ny",2\n1,"2\n${"1,2\n".repeat(50)}`;
    expect(await refusal(file)).toMatchObject({
      place: "line 5",
      rule: "unclosed-quote",
      message: "The quote opened on line 5 is never closed.",
    });
  });

  it("refuses quotes that stand inside a field", async () => {
    expect(await refusal('a,b\n1,2\n3,5" screen\n')).toMatchObject({ place: "line 3", rule: "broken-quote" });
    expect(await refusal('a,b\n1,"2"3\n')).toMatchObject({ place: "line 2", rule: "broken-quote" });
  });

  it("refuses cells over 32,767 characters, quoted or not, and takes one of that length", async () => {
    const message = "Line 2 has a cell over 32,767 characters.";
    expect(await refusal(`a,b\n1,${"x".repeat(32_768)}\n`)).toMatchObject({ message });
    expect(await refusal(`a,b\n1,"${"x".repeat(32_768)}"\n`)).toMatchObject({ message });
    expect(await rowsOf(`a,b\n1,${"x".repeat(32_767)}\n`, ["a"])).toHaveLength(1);
  });

  it("gives up on a cell that never ends without reading the whole file into memory", async () => {
    let chunks = 0;
    async function* endless() {
      yield Buffer.from('a,b\n1,"');
      while (true) {
        chunks += 1;
        yield Buffer.alloc(65_536, "x");
      }
    }
    const reading = readCsvRows(endless(), { columns: ["a", "b"] }, () => {});
    await expect(reading).rejects.toMatchObject({ place: "line 2", rule: "cell-too-long" });
    expect(chunks).toBeLessThan(5);
  });

  it("refuses more than 500 columns", async () => {
    const wide = Array.from({ length: 501 }, (_, index) => `c${index}`).join(",");
    expect(await refusal(`${wide}\n`, ["c1"])).toMatchObject({ rule: "too-many-columns" });
  });

  it("names the missing column and what is there", async () => {
    expect(await refusal("a,c\n1,2\n")).toMatchObject({
      rule: "missing-column",
      message: 'There is no column "b"; line 1 has "a", "c".',
    });
  });

  it("refuses rows divided otherwise than the headings", async () => {
    expect(await refusal("a;b\n1,2\n", ["b"])).toMatchObject({
      message: 'The headings are divided by ";", but line 2 by ",".',
    });
  });

  it("asks which of two columns with one heading is meant, and takes the answer", async () => {
    const file = "a,b,b \n1,2,3\n";
    await expect(rowsOf(file, ["b"])).rejects.toBeInstanceOf(AmbiguousColumn);
    expect((await rowsOf(file, ["b [column 3]"]))[0]?.cells).toEqual(["3"]);
  });

  it("stops when it is aborted", async () => {
    expect(
      await refusal("a,b\n1,2\n", ["a"], { signal: AbortSignal.abort(new Error("enough")) }),
    ).toMatchObject({ message: "enough" });
  });
});

function lineEnds(text: string): number {
  return text.match(/\r\n|\n/g)?.length ?? 0;
}
