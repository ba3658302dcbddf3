import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { cellName } from "../spreadsheet/cell-name.ts";
import { sampleCase } from "../testing/sample-case.ts";
import { readWrittenWorkbook, type WrittenWorkbook } from "../testing/written-workbook.ts";
import { caseSpreadsheet, caseWorkbook } from "./case-workbook.ts";
import type { CaseWorkbookInput, WorkbookLine } from "./case-workbook-input.ts";

/** Amounts as a line, for small cases. */
function line(kind: WorkbookLine["kind"], values: readonly (string | null)[], share?: string): WorkbookLine {
  const quantity = {
    name: "Amount",
    unit: "EUR",
    source: "",
    role: "times",
    format: "money",
    values,
  } as const;
  const risk = share === undefined ? {} : { risk: { share, reason: "" } };
  return { name: kind, kind, group: "", quantities: [quantity], ...risk };
}

function smallCase(change: Partial<CaseWorkbookInput> & Pick<CaseWorkbookInput, "lines">): CaseWorkbookInput {
  const { dates: _, ...undated } = sampleCase;
  return {
    ...undated,
    scenarios: sampleCase.scenarios.slice(0, 1),
    columns: ["Start", "Year 1", "Year 2"],
    ...change,
  };
}

/** The cells of the row of Results that begins with a label. */
function resultRow(book: WrittenWorkbook, label: string): { row: number; value: (column: string) => string } {
  const [cell = ""] =
    [...book.values].find(([name, value]) => name.startsWith("Results!A") && value === label) ?? [];
  const row = Number(cell.slice("Results!A".length));
  return { row, value: (column) => book.values.get(`Results!${column}${row}`) ?? "" };
}

describe("caseWorkbook", () => {
  let book: WrittenWorkbook;
  beforeAll(async () => {
    book = await readWrittenWorkbook(await caseWorkbook(sampleCase));
  });

  it("has the six sheets, in the order in which they are read", () => {
    expect(book.sheets).toEqual(["Inputs", "Flows", "Results", "Check", "Benchmarks", "Provenance"]);
  });

  it("gives the same bytes for the same case", async () => {
    const digest = async (): Promise<string> =>
      createHash("sha256")
        .update(await caseWorkbook(sampleCase))
        .digest("hex");
    expect(await digest()).toBe(await digest());
  });

  it("names what formulas and readers refer to", () => {
    const names = [
      "AnnualRate",
      "PeriodRate",
      "Scenario",
      "RiskChoice",
      "NetFlows",
      "FlowDates",
      "NetPresentValue",
    ];
    for (const name of names) expect([...book.names.keys()]).toContain(name);
    expect(book.names.get("Scenario")).toBe("Inputs!$B$6");
    expect(book.values.get("Inputs!B6")).toBe("Base");
  });

  it("shows in every formula's cell what the engine says it comes to", () => {
    const drafted = caseSpreadsheet(sampleCase).sheets.flatMap((sheet) =>
      [...sheet.cells].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { formula, value }]) =>
          formula === undefined
            ? []
            : [[`${sheet.name}!${cellName({ row, column })}`, formula, String(value)]],
        ),
      ),
    );
    expect(drafted.length).toBeGreaterThan(1000);
    for (const [cell = "", formula, value] of drafted) {
      expect([cell, book.formulas.get(cell), book.values.get(cell) ?? ""]).toEqual([cell, formula, value]);
    }
    const npv = resultRow(book, "Net present value");
    // 3 years at 10 %: worked in exact fractions from the sample's lines.
    expect(Number(npv.value("G"))).toBeCloseTo(presentValueByHand(), 8);
    expect(book.values.get(`Results!B${npv.row}`)).toBe(npv.value("D"));
  });

  it("discounts with NPV from the second flow on and gives IRR and XIRR the engine's value to begin with", () => {
    const at = (label: string, column: string): string =>
      book.formulas.get(`Results!${column}${resultRow(book, label).row}`) ?? "";
    expect(at("Net present value", "D")).toMatch(
      /^Flows!\$F\$(\d+)\+NPV\(PeriodRate,Flows!\$G\$\1:\$I\$\1\)$/,
    );
    const rate = resultRow(book, "Internal rate of return a year").value("D");
    expect(at("Internal rate of return a year", "D")).toMatch(`IRR(${flowsRange(book, "D")},${rate})`);
    expect(at("Internal rate of return by dates", "D")).toMatch(
      /^IFERROR\(XIRR\(Flows!\S+,Flows!\$F\$5:\$I\$5,0\.348\d+\),/,
    );
    expect(at("Net present value", "B")).toMatch(/^INDEX\(\$D\d+:\$I\d+,1,ResultNumber\)$/);
  });

  it("has no formula that reckons anew by itself, none that reaches outside, and no array that spills", () => {
    for (const formula of book.formulas.values()) {
      expect(formula).not.toMatch(/\b(NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT|CELL|INFO)\(|\[|_xlfn|#/);
    }
  });

  it("writes zeros and never leaves a flow blank", () => {
    const spreadsheet = caseSpreadsheet(sampleCase);
    const flows = spreadsheet.sheets[1];
    const rows = [...(flows?.cells ?? [])].filter(([, cells]) => cells.get(0)?.value === "Net flow");
    expect(rows.length).toBe(7);
    for (const [, cells] of rows) {
      for (const column of [5, 6, 7, 8]) expect(typeof cells.get(column)?.value).toBe("number");
    }
  });

  it("takes the organisation's words as words, whatever they begin with", async () => {
    const title = '=HYPERLINK("http://example.org")\u0007 & <b>';
    const written = await readWrittenWorkbook(await caseWorkbook({ ...sampleCase, title }));
    expect(written.values.get("Inputs!A1")).toBe('=HYPERLINK("http://example.org")  & <b>');
    expect(written.formulas.has("Inputs!A1")).toBe(false);
  });
});

/** What the lines of the sample come to before risk in the base, line by line as a person would. */
function presentValueByHand(): number {
  const orders = [0, 400_000 * 0.6, 440_000 * 0.8, 480_000 * 0.9].map(
    (visits) => visits * 0.012 * 38.5 * 0.9,
  );
  const hours = [0, 25_000, 40_000, -1500];
  const costs = [110_000, 60_000.5, 48_000, 48_000];
  return orders.reduce(
    (sum, order, year) => sum + (order + (hours[year] ?? 0) - (costs[year] ?? 0)) / 1.1 ** year,
    0,
  );
}

/** The range of net flows the present value in a column is of. */
function flowsRange(book: WrittenWorkbook, column: string): string {
  const formula = book.formulas.get(`Results!${column}${resultRow(book, "Net present value").row}`) ?? "";
  const row = /\$F\$(\d+)/.exec(formula)?.[1] ?? "";
  return `Flows!$F$${row}:$I$${row}`;
}

describe("caseWorkbook, where something is missing", () => {
  it("writes words and no formula where the rate of return is not the only one", async () => {
    // 1.1 and 1.2 both make it 0: (x − 1.1)(x − 1.2) = x² − 2.3 x + 1.32.
    const lines = [line("benefit", ["0", "2.3", "0"]), line("cost", ["1", "0", "1.32"])];
    const book = await readWrittenWorkbook(await caseWorkbook(smallCase({ lines })));
    const rate = resultRow(book, "Internal rate of return a year");
    expect(rate.value("D")).toBe("not unique: 2 rates (10.00%, 20.00%)");
    expect(book.formulas.has(`Results!D${rate.row}`)).toBe(false);
    expect(book.formulas.has(`Results!D${resultRow(book, "Modified rate of return a year").row}`)).toBe(true);
  });

  it("keeps a line that is not valued yet out of the sums, and counts it", async () => {
    const lines = [line("benefit", ["0", null, "50"]), line("cost", ["10", "0", "0"])];
    const book = await readWrittenWorkbook(await caseWorkbook(smallCase({ lines })));
    expect(resultRow(book, "Line amounts not valued yet").value("D")).toBe("1");
    expect(resultRow(book, "Benefits").value("D")).toBe("50");
    expect(
      [...book.values].filter(([cell, value]) => cell.startsWith("Flows!G") && value === "not valued yet")
        .length,
    ).toBe(2);
  });

  it("says no cost where there is none, and nothing to pay back", async () => {
    const book = await readWrittenWorkbook(
      await caseWorkbook(smallCase({ lines: [line("benefit", ["0", "5", "5"])] })),
    );
    expect(resultRow(book, "ROI, net, undiscounted").value("D")).toBe("no cost");
    expect(resultRow(book, "Payback, years").value("D")).toBe("nothing to pay back");
    expect(resultRow(book, "Internal rate of return a year").value("D")).toBe("none: no change of sign");
  });

  it("makes a loss larger by its risk, a benefit smaller and a cost larger", async () => {
    const lines = [line("benefit", ["-100", "100", "0"], "0.2"), line("cost", ["10", "0", "0"], "0.5")];
    const book = await readWrittenWorkbook(await caseWorkbook(smallCase({ lines })));
    expect(resultRow(book, "Benefits").value("D")).toBe("-40");
    expect(resultRow(book, "Costs").value("D")).toBe("15");
    expect(resultRow(book, "Benefits").value("E")).toBe("0");
  });

  it("refuses columns, scenarios and values that do not fit together", async () => {
    const lines = [line("benefit", ["0", "5"])];
    await expect(caseWorkbook(smallCase({ lines }))).rejects.toThrow(
      'a value of "Amount" for each of the 3 columns',
    );
    const whole = [line("cost", ["1", "1", "1"])];
    await expect(caseWorkbook(smallCase({ lines: whole, chosenScenario: "Best" }))).rejects.toThrow(
      "chosen scenario",
    );
    await expect(caseWorkbook(smallCase({ lines: whole, dates: ["2026-01-01"] }))).rejects.toThrow(
      "its date",
    );
    await expect(caseWorkbook(smallCase({ lines: [line("cost", ["-1", "0", "0"])] }))).rejects.toThrow(
      "not below 0",
    );
  });
});
