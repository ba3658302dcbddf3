import type { CellLook, NumberFormat } from "../spreadsheet/cell-look.ts";
import { onSheet } from "../spreadsheet/cell-name.ts";
import { put, putHeading, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import { notValued } from "./assumption-rows.ts";
import type { CaseWorkbookInput, WorkbookLine } from "./case-workbook-input.ts";
import { riskIn, type FlowFigures, valuesIn } from "./flow-figures.ts";
import type { TimeRows } from "./flows-sheet.ts";
import { inputsName, type InputPlaces } from "./inputs-sheet.ts";
import { acrossTime, atTime, firstTime, moneyFormat } from "./sheet-shape.ts";

/** The rows of one scenario, before or after risk. */
export type SectionPlaces = {
  readonly lineRows: readonly number[];
  readonly benefits: number;
  readonly costs: number;
  readonly net: number;
  readonly discounted: number;
  readonly cumulative: number;
  readonly cumulativeDiscounted: number;
  /** Where the flow so far comes up to zero, undiscounted and discounted. */
  readonly crossings: number;
  readonly discountedCrossings: number;
  /** The numbers of the columns in which anything is spent or earned. */
  readonly active: number;
  /** The last sign of the net flow up to each column. */
  readonly sign: number;
  /** The net flows a half period apart, where they lie in the middle of their periods. */
  readonly halves: number | undefined;
  readonly nextRow: number;
};

type SectionInput = {
  readonly sheet: SheetDraft;
  readonly input: CaseWorkbookInput;
  readonly inputs: InputPlaces;
  readonly rows: TimeRows;
  readonly scenario: number;
  readonly figures: FlowFigures;
  readonly row: number;
  readonly width: number;
  /** The section before risk, of which this one is made; without it this is that one. */
  readonly before?: SectionPlaces;
};

/** Writes the flows of one scenario: each line, the totals and what results are read from. */
export function flowSection(section: SectionInput): SectionPlaces {
  const { sheet, input, row, width, before, figures } = section;
  const scenario = input.scenarios[section.scenario]?.name ?? "";
  putHeading(sheet, row, `${scenario}: ${before === undefined ? "before risk" : "after risk"}`, width);
  const benefits = input.lines.flatMap((line, index) => (line.kind === "benefit" ? [index] : []));
  const costs = input.lines.flatMap((line, index) => (line.kind === "cost" ? [index] : []));
  const lineRows: number[] = [];
  let next = row + 1;
  const putSide = (lines: readonly number[], name: string, sums: readonly string[]): number => {
    const first = next;
    for (const line of lines) {
      lineRows[line] = next;
      putLine(section, line, next);
      next += 1;
    }
    const total = next;
    putRow(
      section,
      { row: total, label: name, look: "subtotal", withSums: true },
      sums.map(Number),
      (column) => sumFormula(section, lines, `${atTime(first, column)}:${atTime(total - 1, column)}`),
    );
    next += 1;
    return total;
  };
  const benefitRow = putSide(benefits, "Benefits", figures.benefits);
  const costRow = putSide(costs, "Costs", figures.costs);
  return {
    lineRows,
    benefits: benefitRow,
    costs: costRow,
    ...putResultRows(section, benefitRow, costRow, next),
  };
}

/** The sum of a side; of the benefits only those that count on the chosen basis. */
function sumFormula({ input, inputs }: SectionInput, lines: readonly number[], range: string): string {
  if (lines.length === 0) return "0";
  const isBenefits = input.lines[lines[0] ?? 0]?.kind === "benefit";
  return isBenefits && inputs.countsRange !== undefined
    ? `SUMPRODUCT(${inputs.countsRange},${range})`
    : `SUM(${range})`;
}

type RowShape = {
  readonly row: number;
  readonly label: string;
  readonly look: CellLook;
  readonly format?: NumberFormat;
  /** The sum and the present value in front. */
  readonly withSums?: boolean;
  readonly group?: string;
};

/** One row over time, with its sum and present value where it is an amount. */
function putRow(
  { sheet, input, rows }: SectionInput,
  { row, label, look, withSums = false, group, format = moneyFormat(input) }: RowShape,
  values: readonly (number | string)[],
  formula: (column: number) => string,
): void {
  const isLined = look === "subtotal" || look === "total";
  put(sheet, { row, column: 0 }, { value: label, look: isLined ? look : "row-label" });
  if (group !== undefined) put(sheet, { row, column: 1 }, { value: group, look: "row-label" });
  else if (isLined) put(sheet, { row, column: 1 }, { value: "", look });
  if (isLined) put(sheet, { row, column: 2 }, { value: "", look });
  if (withSums) {
    const numbers = values.map((value) => (typeof value === "number" ? value : 0));
    const present = numbers.reduce((sum, value, column) => sum + value * factorAt(sheet, rows, column), 0);
    const across = acrossTime(row, rows.columns);
    const sum = numbers.reduce((total, value) => total + value, 0);
    put(sheet, { row, column: 3 }, { value: sum, formula: `SUM(${across})`, look, format });
    const discounting = `SUMPRODUCT(${across},${acrossTime(rows.factor, rows.columns)})`;
    put(sheet, { row, column: 4 }, { value: present, formula: discounting, look, format });
  }
  values.forEach((value, column) => {
    put(sheet, { row, column: firstTime + column }, { value, formula: formula(column), look, format });
  });
}

function factorAt(sheet: SheetDraft, rows: TimeRows, column: number): number {
  return Number(sheet.cells.get(rows.factor)?.get(firstTime + column)?.value ?? 0);
}

function putLine(section: SectionInput, index: number, row: number): void {
  const { input, sheet, figures, before, inputs, scenario } = section;
  const line = input.lines[index] as WorkbookLine;
  const values = (figures.lines[index] ?? []).map((value) => (value === null ? notValued : Number(value)));
  const shape = { row, label: line.name, look: "calculated", withSums: true, group: line.group } as const;
  if (before === undefined) {
    putRow(section, shape, values, (column) => lineFormula(section, index, column));
    return;
  }
  const risk = `$C${row + 1}`;
  const share = Number(riskIn(line, input.scenarios[scenario]?.name ?? ""));
  const cell = inputs.riskCells[index]?.[scenario] ?? "";
  put(
    sheet,
    { row, column: 2 },
    { value: share, formula: cell, look: "calculated", format: { kind: "percent" } },
  );
  putRow(section, shape, values, (column) => {
    const plain = atTime(before.lineRows[index] ?? 0, column);
    // A benefit below zero is a loss, and risk makes it larger.
    const adjusted = line.kind === "cost" ? `${plain}*(1+${risk})` : `${plain}*(1-SIGN(${plain})*${risk})`;
    return values.includes(notValued) ? `IF(ISNUMBER(${plain}),${adjusted},${plain})` : adjusted;
  });
}

/** The product of a line's quantities; words while one of them is missing. */
function lineFormula({ input, inputs, scenario }: SectionInput, index: number, column: number): string {
  const name = input.scenarios[scenario]?.name ?? "";
  const quantities = input.lines[index]?.quantities ?? [];
  const cells = quantities.map(({ role }, quantity) => {
    const row = inputs.quantityRows[index]?.[quantity]?.[scenario] ?? 0;
    return { role, cell: onSheet(inputsName, atTime(row, column)) };
  });
  const product = cells.map(({ role, cell }) => (role === "less-share" ? `(1-${cell})` : cell)).join("*");
  const mayMiss = quantities.some((quantity) => valuesIn(quantity, name).includes(null));
  if (!mayMiss) return product;
  const counted = cells.map(({ cell }) => cell).join(",");
  const whole = `IF(COUNT(${counted})<${cells.length},"${notValued}",${product})`;
  const switched = cells.filter(({ role }) => role === "switch").map(({ cell }) => `${cell}=0`);
  return switched.length === 0 ? whole : `IF(OR(${switched.join(",")}),0,${whole})`;
}

type ResultRows = Omit<SectionPlaces, "lineRows" | "benefits" | "costs">;

function putResultRows(section: SectionInput, benefits: number, costs: number, first: number): ResultRows {
  const { rows, figures, input } = section;
  const isHalved = input.timing === "mid_period";
  const places = {
    net: first,
    cumulative: first + 1,
    discounted: first + 2,
    cumulativeDiscounted: first + 3,
    crossings: first + 4,
    discountedCrossings: first + 5,
    active: first + 6,
    sign: first + 7,
    halves: isHalved ? first + 8 : undefined,
    nextRow: first + (isHalved ? 10 : 9),
  };
  const net = figures.net.map(Number);
  const discounted = figures.discounted.map(Number);
  putRow(
    section,
    { row: places.net, label: "Net flow", look: "total", withSums: true },
    net,
    (column) => `${atTime(benefits, column)}-${atTime(costs, column)}`,
  );
  putSoFar(section, places.cumulative, "Net flow so far", places.net, figures.cumulative);
  putRow(
    section,
    { row: places.discounted, label: "Net flow, discounted", look: "calculated" },
    discounted,
    (column) => `${atTime(places.net, column)}*${atTime(rows.factor, column, "row")}`,
  );
  const soFar = "Net flow, discounted, so far";
  putSoFar(section, places.cumulativeDiscounted, soFar, places.discounted, figures.cumulativeDiscounted);
  putCrossings(
    section,
    places.crossings,
    "Back at zero after periods",
    places.cumulative,
    figures.cumulative,
  );
  const label = "The same, discounted";
  putCrossings(
    section,
    places.discountedCrossings,
    label,
    places.cumulativeDiscounted,
    figures.cumulativeDiscounted,
  );
  const isActive = net.map(
    (_, column) => Number(figures.benefits[column]) !== 0 || Number(figures.costs[column]) !== 0,
  );
  const plain = { look: "calculated", format: { kind: "number" } } as const;
  const shownActive = isActive.map((active, column) => (active ? column : ""));
  putRow(
    section,
    { row: places.active, label: "Columns with a flow", ...plain },
    shownActive,
    (column) =>
      `IF(OR(${atTime(benefits, column)}<>0,${atTime(costs, column)}<>0),${atTime(rows.number, column, "row")},"")`,
  );
  putSigns(section, places.sign, places.net, net);
  if (places.halves !== undefined) putHalves(section, places.halves, places.net, net);
  return places;
}

function putSoFar(
  section: SectionInput,
  row: number,
  label: string,
  of: number,
  values: readonly string[],
): void {
  putRow(section, { row, label, look: "calculated" }, values.map(Number), (column) =>
    column === 0 ? atTime(of, 0) : `${atTime(row, column - 1)}+${atTime(of, column)}`,
  );
}

/** In the column in which a flow so far comes up to zero, the time of it on a straight line; else an empty text. */
function putCrossings(
  section: SectionInput,
  row: number,
  label: string,
  of: number,
  sums: readonly string[],
): void {
  const numbers = sums.map(Number);
  const values = numbers.map((after, column) => {
    const before = numbers[column - 1];
    return before === undefined || before >= 0 || after < 0 ? "" : column - 1 - before / (after - before);
  });
  const format = { kind: "months" } as const;
  putRow(section, { row, label, look: "calculated", format }, values, (column) => {
    if (column === 0) return '""';
    const [before, after] = [atTime(of, column - 1), atTime(of, column)];
    const number = atTime(section.rows.number, column - 1, "row");
    return `IF(AND(${before}<-NearZero,${after}>=-NearZero),${number}-${before}/(${after}-${before}),"")`;
  });
}

/** The sign of the net flow, a zero keeping the one before it, so that changes can be counted. */
function putSigns(section: SectionInput, row: number, net: number, values: readonly number[]): void {
  let last = 0;
  const signs = values.map((value) => (last = value === 0 ? last : Math.sign(value)));
  const format = { kind: "number" } as const;
  putRow(section, { row, label: "Sign of the net flow", look: "calculated", format }, signs, (column) => {
    const own = atTime(net, column);
    return column === 0 ? `SIGN(${own})` : `IF(${own}=0,${atTime(row, column - 1)},SIGN(${own}))`;
  });
}

/** IRR knows whole periods only: in half ones the flows after the first lie at the odd numbers. */
function putHalves(section: SectionInput, row: number, net: number, values: readonly number[]): void {
  const columns = Math.max(1, 2 * values.length - 2);
  const columnAt = (half: number): number | undefined =>
    half === 0 ? 0 : half % 2 === 1 ? (half + 1) / 2 : undefined;
  const halves = Array.from({ length: columns }, (_, half) => values[columnAt(half) ?? -1] ?? 0);
  putRow(section, { row, label: "Net flow a half period apart", look: "calculated" }, halves, (half) => {
    const column = columnAt(half);
    return column === undefined ? "0" : atTime(net, column);
  });
}
