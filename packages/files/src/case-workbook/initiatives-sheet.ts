import { cellName, onSheet } from "../spreadsheet/cell-name.ts";
import type { NumberFormat } from "../spreadsheet/cell-look.ts";
import { newSheet, put, putHeads, putTexts, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { CaseParts } from "./case-workbook.ts";
import type { CaseWorkbookInput, WorkbookLine } from "./case-workbook-input.ts";
import { counts, type FlowFigures } from "./flow-figures.ts";
import { chosenIndex, flowsName } from "./flows-sheet.ts";
import { instantWords, moneyFormat } from "./sheet-shape.ts";

/** An initiative with the places of its lines among those of the case. */
export type InitiativeRow = {
  readonly name: string;
  readonly owner: string;
  readonly phase: string;
  readonly lines: readonly number[];
};

export const initiativesName = "Initiatives";
const firstRow = 4;
const noCost = "no cost";

type Sums = {
  readonly benefits: number;
  readonly costs: number;
  readonly pvBenefits: number;
  readonly pvCosts: number;
};

/** Each initiative in the chosen scenario, all together, and the spread of their returns. */
export function initiativesSheet(parts: CaseParts, rows: readonly InitiativeRow[]): SheetDraft {
  const { input, flows } = parts;
  const sheet = newSheet(initiativesName, {
    columnWidths: [38, 24, 18, 17, 17, 17, 13, 17, 17, 17, 15],
    frozen: { rows: firstRow, columns: 1 },
    tabColour: "1A7F37",
    summary: "Each initiative in the chosen scenario, the whole portfolio, and the spread of the returns.",
  });
  put(sheet, { row: 0, column: 0 }, { value: `${input.title}: initiatives`, look: "title" });
  const about = `Chosen scenario of Inputs · amounts in ${input.currency} · as of ${instantWords(input.asOf)}`;
  put(sheet, { row: 1, column: 0 }, { value: about, look: "subtitle" });
  putHeads(
    sheet,
    firstRow - 1,
    ["Initiative", "Owner", "Phase"],
    [
      "Benefits",
      "Costs",
      "Net benefit",
      "ROI, net",
      "PV of benefits",
      "PV of costs",
      "NPV",
      "ROI, net, on PV",
    ],
  );
  const shown = parts.figures[chosenIndex(input)];
  const sums = rows.map((row, index) => {
    const at = firstRow + index;
    putTexts(sheet, { row: at, column: 0 }, [row.name, row.owner, row.phase], "row-label");
    const sum = initiativeSums(input, flows.factors, row, shown);
    const sources = (kind: "benefit" | "cost", column: string) => chosenSum(parts, row, kind, column);
    putFigures(sheet, input, at, sum, "calculated", {
      benefits: sources("benefit", "D"),
      costs: sources("cost", "D"),
      pvBenefits: sources("benefit", "E"),
      pvCosts: sources("cost", "E"),
    });
    return sum;
  });
  putWhole(sheet, parts, sums);
  return sheet;
}

function putWhole(sheet: SheetDraft, { input }: CaseParts, sums: readonly Sums[]): void {
  const total = firstRow + sums.length;
  const add = (key: keyof Sums): number => sums.reduce((sum, row) => sum + row[key], 0);
  const down = (column: string): string => `SUM(${column}${firstRow + 1}:${column}${total})`;
  put(
    sheet,
    { row: total, column: 0 },
    { value: "All together (pooled, not the mean of returns)", look: "total" },
  );
  putTexts(sheet, { row: total, column: 1 }, ["", ""], "total");
  const whole = {
    benefits: add("benefits"),
    costs: add("costs"),
    pvBenefits: add("pvBenefits"),
    pvCosts: add("pvCosts"),
  };
  const formulas = { benefits: down("D"), costs: down("E"), pvBenefits: down("H"), pvCosts: down("I") };
  putFigures(sheet, input, total, whole, "total", formulas);
  const returns = sums.flatMap(({ benefits, costs }) => (costs > 0 ? [(benefits - costs) / costs] : []));
  const range = `G${firstRow + 1}:G${total}`;
  const spread = {
    "Lower quartile of the returns": 1,
    "Median of the returns": 2,
    "Upper quartile of the returns": 3,
  };
  Object.entries(spread).forEach(([label, quartile], index) => {
    const row = total + 2 + index;
    put(sheet, { row, column: 0 }, { value: label, look: "row-label" });
    put(
      sheet,
      { row, column: 6 },
      {
        value: quartileOf(returns, quartile) ?? noCost,
        formula: `IF(COUNT(${range})=0,"${noCost}",QUARTILE(${range},${quartile}))`,
        look: "calculated",
        format: { kind: "percent" },
      },
    );
  });
}

/** The figures of a row: the four sums from their formulas, the rest from them. */
function putFigures(
  sheet: SheetDraft,
  input: CaseParts["input"],
  row: number,
  { benefits, costs, pvBenefits, pvCosts }: Sums,
  look: "calculated" | "total",
  formulas: Record<keyof Sums, string>,
): void {
  const money = moneyFormat(input);
  const percent: NumberFormat = { kind: "percent" };
  const at = (column: number): string => cellName({ row, column });
  const ratio = (over: number, cost: number): number | string => (cost > 0 ? over / cost : noCost);
  const ratioFormula = (over: number, cost: number): string =>
    `IF(${at(cost)}>0,${at(over)}/${at(cost)},"${noCost}")`;
  const cells: readonly (readonly [number | string, string, NumberFormat])[] = [
    [benefits, formulas.benefits, money],
    [costs, formulas.costs, money],
    [benefits - costs, `${at(3)}-${at(4)}`, money],
    [ratio(benefits - costs, costs), ratioFormula(5, 4), percent],
    [pvBenefits, formulas.pvBenefits, money],
    [pvCosts, formulas.pvCosts, money],
    [pvBenefits - pvCosts, `${at(7)}-${at(8)}`, money],
    [ratio(pvBenefits - pvCosts, pvCosts), ratioFormula(9, 8), percent],
  ];
  cells.forEach(([value, formula, format], index) => {
    put(sheet, { row, column: 3 + index }, { value, formula, look, format });
  });
}

/** The sum of an initiative's lines in whichever scenario is chosen. */
function chosenSum(
  { input, inputs, flows }: CaseParts,
  { lines }: InitiativeRow,
  kind: "benefit" | "cost",
  column: string,
): string {
  const own = lines.filter((line) => input.lines[line]?.kind === kind);
  if (own.length === 0) return "0";
  const sums = flows.sections.map(({ lineRows }) =>
    own
      .map((line) => {
        const sum = onSheet(flowsName, `$${column}$${(lineRows[line] ?? 0) + 1}`);
        const counted = inputs.countsCells[line];
        return counted === undefined || kind === "cost" ? sum : `${counted}*${sum}`;
      })
      .join("+"),
  );
  return `CHOOSE(ResultNumber,${sums.join(",")})`;
}

/** What the lines of an initiative come to in one scenario, counted as the basis has it. */
export function initiativeSums(
  input: CaseWorkbookInput,
  factors: readonly number[],
  { lines }: InitiativeRow,
  figures: FlowFigures | undefined,
): Sums {
  const sum = (kind: "benefit" | "cost", weigh: (column: number) => number): number =>
    lines
      .filter((line) => input.lines[line]?.kind === kind && counts(input, input.lines[line] as WorkbookLine))
      .flatMap((line) =>
        (figures?.lines[line] ?? []).map((value, column) => Number(value ?? "0") * weigh(column)),
      )
      .reduce((total, value) => total + value, 0);
  const discount = (column: number): number => factors[column] ?? 0;
  return {
    benefits: sum("benefit", () => 1),
    costs: sum("cost", () => 1),
    pvBenefits: sum("benefit", discount),
    pvCosts: sum("cost", discount),
  };
}

/** Between neighbours at q·(n − 1)/4 from the lowest, as QUARTILE has it; undefined of nothing. */
function quartileOf(values: readonly number[], quartile: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (quartile / 4) * (sorted.length - 1);
  const low = sorted[Math.floor(position)];
  if (low === undefined) return undefined;
  const high = sorted[Math.floor(position) + 1] ?? low;
  return low + (position - Math.floor(position)) * (high - low);
}
