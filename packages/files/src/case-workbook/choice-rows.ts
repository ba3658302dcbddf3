import { cellName, onSheet, rangeName } from "../spreadsheet/cell-name.ts";
import type { CellLook, NumberFormat } from "../spreadsheet/cell-look.ts";
import { put, putHeading, putTexts, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { basisNumber, tellsTiers } from "./flow-figures.ts";
import { dayOfSheet, periodWords } from "./sheet-shape.ts";

/** A name of the workbook and the cell it stands for, with its sheet. */
type NamedCell = { readonly name: string; readonly range: string };

/** What the choices are called in formulas. */
export type ChoicePlaces = { readonly names: readonly NamedCell[] };

/** Whether figures are after risk or before it, in the words of the list. */
export const riskChoices = ["After risk", "Before risk"] as const;

/** Which benefits every figure counts, in the words of the list. */
const basisWords = ["Cash", "Cash plus capacity", "All"] as const;

type Choice = {
  readonly label: string;
  readonly name?: string;
  readonly value: string | number;
  readonly formula?: string;
  readonly look: CellLook;
  readonly format?: NumberFormat;
  readonly note: string;
};

/** Below this, in money, nothing is left: binary arithmetic leaves such rests where decimals give zero. */
const nearZero = 0.000_001;

const timingWords: Record<CaseWorkbookInput["timing"], readonly [short: string, long: string]> = {
  t0_then_end: [
    "start, then period ends",
    "The first column is not discounted; each later one from its period's end",
  ],
  mid_period: [
    "start, then mid-period",
    "The first column is not discounted; each later one from its period's middle",
  ],
  excel_npv: ["period ends", "Every column is discounted from the end of its period, the first one too"],
};

/** The choices: scenario, risk and rates, each under a name; then the list of scenarios. */
export function putChoices(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  ratePerPeriod: string,
  row: number,
  width: number,
): { readonly places: ChoicePlaces; readonly nextRow: number } {
  putHeading(sheet, row, "Choices", width);
  const choices = choicesOf(input, ratePerPeriod, scenarioList(input, row));
  const names = choices.flatMap((choice, index): NamedCell[] => {
    const at = row + 1 + index;
    const place = { row: at, column: 1 };
    const { label, name, note, ...cell } = choice;
    put(sheet, { row: at, column: 0 }, { value: label, look: "row-label" });
    put(sheet, place, cell);
    put(sheet, { row: at, column: 2 }, { value: note, look: "note" });
    return name === undefined ? [] : [{ name, range: onSheet(sheet.name, cellName(place, "both")) }];
  });
  const list = scenarioList(input, row);
  sheet.choices.push(
    {
      cell: cellName({ row: row + 1, column: 1 }),
      from: list.names,
      prompt: "Choose a scenario of the list below.",
    },
    {
      cell: cellName({ row: row + 2, column: 1 }),
      from: `"${riskChoices.join(",")}"`,
      prompt: "After or before risk.",
    },
  );
  putHeading(sheet, list.row - 2, "Scenarios", width);
  putTexts(sheet, { row: list.row - 1, column: 0 }, ["Scenario", "What it changes"], "column-head");
  input.scenarios.forEach(({ name, description }, index) => {
    putTexts(sheet, { row: list.row + index, column: 0 }, [name, description], "row-label");
  });
  const basisRow = choices.findIndex(({ name }) => name === "Basis");
  if (basisRow >= 0) {
    const cell = cellName({ row: row + 1 + basisRow, column: 1 });
    sheet.choices.push({
      cell,
      from: `"${basisWords.join(",")}"`,
      prompt: "Which benefits every figure counts.",
    });
  }
  return { places: { names }, nextRow: list.row + input.scenarios.length + 1 };
}

/** Where the list of scenarios stands: under the choices. */
function scenarioList(input: CaseWorkbookInput, row: number): { row: number; names: string } {
  const first = row + 1 + countChoices(input) + 3;
  const last = first + input.scenarios.length - 1;
  return { row: first, names: rangeName({ row: first, column: 0 }, { row: last, column: 0 }) };
}

function countChoices(input: CaseWorkbookInput): number {
  return choicesOf(input, "0", { names: "" }).length;
}

function choicesOf(
  input: CaseWorkbookInput,
  ratePerPeriod: string,
  list: { readonly names: string },
): readonly Choice[] {
  const scenarioNames = input.scenarios.map(({ name }) => name);
  const chosen = input.chosenScenario ?? scenarioNames[0] ?? "";
  const risk = riskChoices[input.opensAfterRisk === false ? 1 : 0];
  const number: NumberFormat = { kind: "whole" };
  return [
    {
      label: "Scenario",
      name: "Scenario",
      value: chosen,
      look: "input",
      note: "Choose: every result follows",
    },
    {
      label: "Risk",
      name: "RiskChoice",
      value: risk,
      look: "input",
      note: "Choose: after risk or before it",
    },
    ...(tellsTiers(input) ? basisChoices(input) : []),
    {
      label: "Number of the scenario",
      name: "ScenarioNumber",
      value: scenarioNames.indexOf(chosen) + 1,
      formula: `MATCH(Scenario,${list.names},0)`,
      look: "calculated",
      format: number,
      note: "Its place in the list below",
    },
    {
      label: "Number of the result",
      name: "ResultNumber",
      value: scenarioNames.indexOf(chosen) + 1 + (risk === riskChoices[0] ? 0 : scenarioNames.length),
      formula: `ScenarioNumber+IF(RiskChoice="${riskChoices[0]}",0,${scenarioNames.length})`,
      look: "calculated",
      format: number,
      note: "Its place among the columns of Results",
    },
    ...rateChoices(input, ratePerPeriod),
    ...settledChoices(input),
  ];
}

function basisChoices(input: CaseWorkbookInput): readonly Choice[] {
  const number = basisNumber(input);
  return [
    {
      label: "Benefits that count",
      name: "Basis",
      value: basisWords[number - 1] ?? basisWords[0],
      look: "input",
      note: "Choose: saved time is capacity, and no cash until somebody says how it becomes cash",
    },
    {
      label: "Number of the basis",
      name: "BasisNumber",
      value: number,
      formula: `IF(Basis="${basisWords[0]}",1,IF(Basis="${basisWords[1]}",2,3))`,
      look: "calculated",
      format: { kind: "whole" },
      note: "How many kinds of benefit count: cash, capacity, losses avoided",
    },
  ];
}

function rateChoices(input: CaseWorkbookInput, ratePerPeriod: string): readonly Choice[] {
  const { annualRate, rateSource, period, financeRate, reinvestRate } = input;
  const { one } = periodWords(input);
  const percent: NumberFormat = { kind: "percent" };
  const own = (rate: string | undefined): Pick<Choice, "value" | "look" | "formula"> =>
    rate === undefined
      ? { value: Number(ratePerPeriod), look: "calculated", formula: "PeriodRate" }
      : { value: Number(rate), look: "input" };
  return [
    {
      label: "Discount rate a year",
      name: "AnnualRate",
      value: Number(annualRate),
      look: "input",
      format: percent,
      note: rateSource,
    },
    {
      label: `Discount rate a column (${one})`,
      name: "PeriodRate",
      value: Number(ratePerPeriod),
      formula: period === "month" ? "(1+AnnualRate)^(1/12)-1" : "AnnualRate",
      look: "calculated",
      format: percent,
      note: period === "month" ? "Compounds to the annual rate; never a twelfth of it" : "A column is a year",
    },
    {
      label: `Finance rate a ${one}`,
      name: "FinanceRate",
      ...own(financeRate),
      format: percent,
      note: "What is paid out is financed at it, in the modified rate of return",
    },
    {
      label: `Reinvestment rate a ${one}`,
      name: "ReinvestRate",
      ...own(reinvestRate),
      format: percent,
      note: "What comes in earns it until the end, in the modified rate of return",
    },
  ];
}

function settledChoices({
  timing,
  prices,
  currency,
  dates,
  valuationDate,
}: CaseWorkbookInput): readonly Choice[] {
  const standsAt = valuationDate ?? dates?.[0];
  const dated: Choice[] =
    standsAt === undefined
      ? []
      : [
          {
            label: "Valuation date",
            name: "ValuationDate",
            value: dayOfSheet(standsAt),
            look: "input",
            format: { kind: "day" },
            note: "What the dated present value stands at",
          },
        ];
  return [
    ...dated,
    {
      label: "Near zero",
      name: "NearZero",
      value: nearZero,
      look: "calculated",
      format: { kind: "number" },
      note: "A cumulative flow nearer to zero than this is zero: the rest is rounding",
    },
    { label: "Currency", value: currency, look: "calculated", note: "Of every amount in this workbook" },
    {
      label: "Prices",
      value: prices,
      look: "calculated",
      note: "Of the flows and of the discount rate alike",
    },
    { label: "Timing", value: timingWords[timing][0], look: "calculated", note: timingWords[timing][1] },
  ];
}
