import { newSheet, put, putTexts, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { WorkbookBenchmark, WorkbookProvenance } from "./case-workbook-input.ts";

type Table = {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly tabColour: string;
  readonly columns: readonly (readonly [head: string, width: number])[];
  readonly rows: readonly (readonly string[])[];
  /** What stands where there are no rows. */
  readonly none: string;
};

/** The published figures the case is held against, each with what it says to this one. */
export function benchmarksSheet(title: string, benchmarks: readonly WorkbookBenchmark[]): SheetDraft {
  return tableSheet({
    name: "Benchmarks",
    title: `${title}: benchmarks`,
    subtitle: "Comparability first: a figure of another basis or span says nothing about this case.",
    summary: "Published figures with basis, span, source and caveat, and what each says to this case.",
    tabColour: "8250DF",
    columns: [
      ["Benchmark", 34],
      ["Figure", 20],
      ["Basis", 16],
      ["Span", 16],
      ["What it says to this case", 48],
      ["Source", 44],
      ["Caveat", 48],
    ],
    rows: benchmarks.map((row) => [
      row.name,
      row.figure,
      row.basis,
      row.span,
      row.saysToThisCase,
      row.source,
      row.caveat,
    ]),
    none: "No benchmark has been set against this case.",
  });
}

/** Where each number comes from. */
export function provenanceSheet(
  title: string,
  subtitle: string,
  provenance: readonly WorkbookProvenance[],
): SheetDraft {
  return tableSheet({
    name: "Provenance",
    title: `${title}: provenance`,
    subtitle,
    summary: "Where each number comes from: evidence, source and owner.",
    tabColour: "8250DF",
    columns: [
      ["What", 34],
      ["Field", 30],
      ["Value", 30],
      ["Evidence", 18],
      ["Source", 60],
      ["Owner", 26],
    ],
    rows: provenance.map((row) => [row.subject, row.field, row.value, row.evidence, row.source, row.owner]),
    none: "No source has been given for any number of this case.",
  });
}

function tableSheet({ name, title, subtitle, summary, tabColour, columns, rows, none }: Table): SheetDraft {
  const columnWidths = columns.map(([, width]) => width);
  const sheet = newSheet(name, { columnWidths, frozen: { rows: 4, columns: 1 }, tabColour, summary });
  put(sheet, { row: 0, column: 0 }, { value: title, look: "title" });
  put(sheet, { row: 1, column: 0 }, { value: subtitle, look: "subtitle" });
  putTexts(
    sheet,
    { row: 3, column: 0 },
    columns.map(([head]) => head),
    "column-head",
  );
  rows.forEach((row, index) => putTexts(sheet, { row: 4 + index, column: 0 }, row, "text"));
  if (rows.length === 0) put(sheet, { row: 4, column: 0 }, { value: none, look: "note" });
  return sheet;
}
