import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleCase } from "../testing/sample-case.ts";
import { boardPdf, type BoardReport } from "./board-pdf.ts";

const { lines, ...shared } = sampleCase;
const asOf = sampleCase.asOf;
const report: BoardReport = {
  title: "Board, November",
  organisation: "Łódź Überland plc",
  asOf,
  portfolio: {
    ...shared,
    title: "All initiatives",
    initiatives: [
      { name: "Assistant", owner: "Ana", phase: "Pilots", lines: lines.slice(0, 3) },
      { name: "Scribe", owner: "Ben", phase: "Scale", lines: lines.slice(3) },
    ],
  },
  cases: [{ ...sampleCase, currency: "GBP", organisation: "Łódź Überland plc" }],
};

/** What a PDF says, page by page: its streams unpacked, its glyphs turned into letters by its own tables. */
function textOf(pdf: Uint8Array): string[] {
  const raw = Buffer.from(pdf).toString("latin1");
  const objects = new Map(
    [...raw.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [id, body]),
  );
  const letters = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1] ?? "";
      return [name, lettersOf(unpacked(objects.get(table) ?? ""))];
    }),
  );
  const drawn = [...raw.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id = ""]) =>
    unpacked(objects.get(id) ?? ""),
  );
  return drawn.map((stream) => {
    let font: Map<number, string> | undefined;
    return [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\bET\b/g)]
      .map(([, name, glyphs]) => {
        if (name !== undefined) font = letters.get(name);
        if (glyphs === undefined) return name === undefined ? "\n" : "";
        return (glyphs.match(/.{4}/g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? "").join("");
      })
      .join("");
  });
}

function unpacked(body: string): string {
  const packed = /stream\r?\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? "";
  return packed === "" ? "" : inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
}

/** The letters of a font by glyph, from the table that makes its text extractable. */
function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = "", list = ""] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f]+)>/g)].forEach(([, code = ""], index) => {
      const units = (code.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
      letters.set(parseInt(first, 16) + index, String.fromCharCode(...units));
    });
  }
  return letters;
}

describe("boardPdf", () => {
  let pdf: Uint8Array;
  let pages: string[];
  beforeAll(async () => {
    pdf = await boardPdf(report);
    pages = textOf(pdf);
  });

  it("gives the same bytes for the same report, whenever it is asked", async () => {
    const again = await boardPdf(report);
    expect(Buffer.compare(Buffer.from(pdf), Buffer.from(again))).toBe(0);
    const later = await boardPdf({ ...report, asOf: "2026-11-23T00:00:00.000Z" });
    expect(Buffer.compare(Buffer.from(pdf), Buffer.from(later))).not.toBe(0);
  });

  it("has a page for the portfolio and one for each case, in the order in which they are read", () => {
    expect(pages.length).toBe(2);
    expect(pages[0]).toMatch(
      /All initiatives[\s\S]*Net present value[\s\S]*Initiatives by net present value[\s\S]*Page 1 of 2/,
    );
    expect(pages[1]).toMatch(
      /Service assistant[\s\S]*Scenarios side by side[\s\S]*More orders[\s\S]*Page 2 of 2/,
    );
  });

  it("says the workbook's figures with their basis and instant, in letters and currencies of any language", () => {
    expect(pages[1]).toContain("£70,487");
    expect(pages[0]).toContain("€");
    expect(pages[1]).toContain("Łódź Überland plc");
    expect(pages[1]).toContain("−£88,215");
    expect(pages[1]).toContain("As of 22 November 2026 21:30 UTC");
    expect(pages[1]).toMatch(/Base, after risk, cash and capacity\.[\s\S]*Discounted at 10\.0% a year/);
  });

  it("is tagged, titled and in a language, with its charts told in words", () => {
    const raw = Buffer.from(pdf).toString("latin1");
    expect(raw).toContain("/MarkInfo");
    expect(raw).toContain("/Lang (en-GB)");
    expect(raw).toContain("/DisplayDocTitle true");
    expect(raw.match(/\/S \/Figure/g)?.length).toBe(4);
    expect(raw.match(/\/Alt /g)?.length).toBe(4);
    expect(raw).not.toContain("/Subtype /Image");
  });

  it("keeps a page a page, however long the names and however many the lines", async () => {
    const long =
      "Predictive lead scoring for the sales teams of all countries, with partners and resellers, ".repeat(3);
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...sampleCase.lines[3],
      name: `${long} ${index}`,
    }));
    const crowded = { ...sampleCase, title: long, subtitle: long, lines: many as typeof sampleCase.lines };
    const initiatives = Array.from({ length: 60 }, (_, index) => ({
      name: `${long} ${index}`,
      owner: long,
      phase: "Pilots",
      lines: sampleCase.lines.slice(2),
    }));
    const portfolio = { ...shared, title: long, initiatives };
    const written = textOf(await boardPdf({ ...report, portfolio, cases: [crowded] }));
    expect(written.length).toBe(2);
    expect(written[0]).toContain("34 more together");
    expect(written[1]).toContain("and 28 more, in the workbook");
  });

  it("refuses a report of nothing", async () => {
    await expect(boardPdf({ title: "", organisation: "", asOf, cases: [] })).rejects.toThrow(
      "a portfolio or a case",
    );
  });
});
