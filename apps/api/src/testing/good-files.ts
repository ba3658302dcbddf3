import { makeZip, rowsXml, workbookParts } from "@liftledger/files/testing/make-workbook";
import { addPeriods, firstDay } from "@liftledger/kpis/period";

/** A file that imports as it is, with the recipe that reads it. */
export interface GoodFile {
  readonly name: string;
  readonly recipe: object;
  readonly bytes: Buffer;
  /** Of a workbook the parts it is zipped from, so that one can be changed inside. */
  readonly parts?: Readonly<Record<string, string>>;
}

type Row = readonly (string | number)[];

const weeks: Row[] = [
  ["Day", "Shop", "Visits", "Orders"],
  ...Array.from({ length: 12 }, (_, age): Row => [
    firstDay(addPeriods("2026-W10", -age)),
    age % 2 === 0 ? "Web, and app" : "Town",
    1000 + age,
    10.5 + age,
  ]),
];
const initiatives: Row[] = [
  ["Name", "Unit", "Stage", "Since"],
  ["Chat desk", "Sales", "Pilots", "2026-01-05"],
  ["Chat desk", "Sales", "Pilots", "2026-01-05"],
  ["Search, by words", "Web", "In operation", "2025-06-02"],
  ["Prices", "Web", "Foundation", "2026-02-02"],
];
const costs: Row[] = [
  ["Initiative", "Category", "Month", "Amount"],
  ["Prices", "people", "2026-02", 1200.5],
  ["Prices", "people", "2026-02", 1200.5],
  ["Search, by words", "licences", "2026-03", 99],
];

const sum = (column: string) => ({ kind: "sum", columns: [column] });
const numbers = { decimal: ".", thousands: "" };
const recipes = {
  weeks: {
    name: "Weeks",
    source: "weeks",
    dateColumn: "Day",
    dateFormat: "yyyy-MM-dd",
    numbers,
    period: "week",
    segmentColumn: "Shop",
    scope: "All",
    measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
  },
  initiatives: {
    target: "initiatives",
    name: "Inventory",
    source: "inventory",
    fields: {
      name: { column: "Name" },
      team: { column: "Unit" },
      owner: { value: "Ada" },
      useCasePattern: { value: "other" },
      phase: { column: "Stage", values: { "In operation": "scale" }, unreadable: "foundation" },
      status: { value: "active" },
      startedOn: { column: "Since", format: "yyyy-MM-dd" },
    },
  },
  costs: {
    target: "cost-lines",
    name: "Costs",
    source: "costs",
    numbers,
    fields: {
      initiative: { column: "Initiative" },
      category: { column: "Category" },
      month: { column: "Month", format: "yyyy-MM" },
      amount: { column: "Amount" },
      currency: { value: "EUR" },
      kind: { value: "actual" },
    },
  },
};

/** A file of each kind as CSV and as workbook: figures, initiatives, and costs of these. */
export const goodFiles: readonly GoodFile[] = Object.entries({ weeks, initiatives, costs }).flatMap(
  ([kind, rows]): GoodFile[] => {
    const recipe = recipes[kind as keyof typeof recipes];
    const parts = workbookParts({ Sheet: rowsXml(rows) });
    return [
      { name: `${kind}.csv`, recipe, bytes: Buffer.from(csvOf(rows)) },
      { name: `${kind}.xlsx`, recipe, bytes: makeZip(parts), parts },
    ];
  },
);

function csvOf(rows: readonly Row[]): string {
  const cell = (value: string | number) => (String(value).includes(",") ? `"${value}"` : String(value));
  return `${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
