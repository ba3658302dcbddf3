import { beforeAll, describe, expect, it } from "vitest";
import { sampleCase } from "../testing/sample-case.ts";
import { readWrittenWorkbook, type WrittenWorkbook } from "../testing/written-workbook.ts";
import { portfolioWorkbook, type PortfolioWorkbookInput } from "./portfolio-workbook.ts";

const { lines, ...shared } = sampleCase;
const [orders, hours, licences, build] = lines;

/** Two initiatives of the sample's lines, and one that has cost nothing yet. */
const portfolio: PortfolioWorkbookInput = {
  ...shared,
  title: "Portfolio",
  opensAfterRisk: false,
  initiatives: [
    {
      name: "Assistant",
      owner: "Ana",
      phase: "Pilots",
      lines: [orders, licences].filter((line) => line !== undefined),
    },
    {
      name: "Scribe",
      owner: "Ben",
      phase: "Scale",
      lines: [build, hours].filter((line) => line !== undefined),
    },
    { name: "Idea", owner: "Cleo", phase: "Foundation", lines: [] },
  ],
};

describe("portfolioWorkbook", () => {
  let book: WrittenWorkbook;
  beforeAll(async () => {
    book = await readWrittenWorkbook(await portfolioWorkbook(portfolio));
  });
  const number = (cell: string): number => Number(book.values.get(`Initiatives!${cell}`));

  it("adds a sheet of the initiatives to those of a case", () => {
    expect(book.sheets).toEqual([
      "Inputs",
      "Flows",
      "Results",
      "Initiatives",
      "Check",
      "Benchmarks",
      "Provenance",
    ]);
    expect(["A5", "B6", "C7"].map((cell) => book.values.get(`Initiatives!${cell}`))).toEqual([
      "Assistant",
      "Ben",
      "Foundation",
    ]);
  });

  it("pools the returns, net over all costs, and tells their spread beside it", () => {
    // Before risk: hours 63,500 and build 102,000.50; licences 164,000.
    const assistant = (number("D5") - 164_000) / 164_000;
    const scribe = (63_500 - 102_000.5) / 102_000.5;
    expect(number("G5")).toBeCloseTo(assistant, 12);
    expect(number("G6")).toBeCloseTo(scribe, 12);
    expect(number("G8")).toBeCloseTo((number("D5") + 63_500 - 266_000.5) / 266_000.5, 12);
    expect(number("G11")).toBeCloseTo((assistant + scribe) / 2, 12);
    expect(number("J8")).toBeCloseTo(Number(book.values.get("Results!B6")), 6);
  });

  it("has no return for an initiative that has cost nothing, and leaves it out of the spread", () => {
    expect(book.values.get("Initiatives!G7")).toBe("no cost");
    expect(book.formulas.get("Initiatives!G11")).toBe('IF(COUNT(G5:G7)=0,"no cost",QUARTILE(G5:G7,2))');
  });

  it("has one switch an initiative, which its other lines follow", () => {
    const counts = [...book.values].filter(
      ([cell, value]) => cell.startsWith("Inputs!B") && value.startsWith("Counts"),
    );
    const cells = counts.map(([cell]) => book.formulas.get(cell.replace("!B", "!F")));
    // Benefits first: the assistant's, the scribe's; then the costs of both follow.
    expect(cells.filter((formula) => formula === undefined).length).toBe(2);
    expect(cells.filter((formula) => formula !== undefined).length).toBe(2);
  });

  it("refuses two initiatives of one name", async () => {
    const twice = [...portfolio.initiatives, ...portfolio.initiatives];
    await expect(portfolioWorkbook({ ...portfolio, initiatives: twice })).rejects.toThrow("share a name");
  });
});
