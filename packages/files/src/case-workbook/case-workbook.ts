import type { SheetDraft, Spreadsheet } from "../spreadsheet/sheet-draft.ts";
import { writeSpreadsheet } from "../spreadsheet/write-spreadsheet.ts";
import { requireWholeCase, type CaseWorkbookInput, type WorkbookProvenance } from "./case-workbook-input.ts";
import { checkSheet } from "./check-sheet.ts";
import { scenarioFigures, type FlowFigures } from "./flow-figures.ts";
import { flowRange, flowsSheet, type FlowPlaces } from "./flows-sheet.ts";
import { inputsSheet, type InputPlaces } from "./inputs-sheet.ts";
import { benchmarksSheet, provenanceSheet } from "./reference-sheets.ts";
import { instantWords } from "./sheet-shape.ts";
import { resultsSheet, type ResultPlaces } from "./results-sheet.ts";

/**
 * A business case as a workbook (.xlsx) a finance person can go on with: Inputs, Flows, Results, Check, Benchmarks and
 * Provenance. Every result is a live formula over named inputs, and what stands in its cell is the engine's value, so
 * that a viewer that never reckons shows the right one. The scenario and the risk chosen on Inputs change everything.
 * The same input gives the same bytes.
 *
 * Throws a RangeError where columns, dates, quantities and scenarios do not fit together, and on what the engine
 * refuses (a cost below 0, a rate of −100 percent).
 *
 *     await writeFile("case.xlsx", await caseWorkbook(input))
 */
export async function caseWorkbook(input: CaseWorkbookInput): Promise<Uint8Array> {
  return writeSpreadsheet(caseSpreadsheet(input));
}

/** What a sheet of its own, between Results and Check, is made from. */
export type CaseParts = {
  readonly input: CaseWorkbookInput;
  readonly inputs: InputPlaces;
  readonly flows: FlowPlaces;
  /** After risk by scenario, then before risk by scenario. */
  readonly figures: readonly FlowFigures[];
};

/** The workbook before it is written: every cell with its value and formula. */
export function caseSpreadsheet(
  given: CaseWorkbookInput,
  ownSheets: (parts: CaseParts) => readonly SheetDraft[] = () => [],
): Spreadsheet {
  requireWholeCase(given);
  const input = { ...given, lines: given.lines.toSorted((a, b) => a.kind.localeCompare(b.kind)) };
  const figures = scenarioFigures(input);
  const ratePerPeriod = figures[0]?.after.metrics.periodRate ?? "0";
  const inputs = inputsSheet(input, ratePerPeriod);
  const flows = flowsSheet(input, figures, inputs.places);
  const results = resultsSheet(input, figures, inputs.places, flows.places);
  const { title, organisation, subtitle, asOf, engineVersion } = input;
  const about = `As of ${instantWords(asOf)}, by Liftledger engine ${engineVersion}; ${subtitle}`;
  return {
    title,
    description: about,
    company: organisation,
    createdAt: asOf,
    sheets: [
      inputs.sheet,
      flows.sheet,
      results.sheet,
      ...ownSheets({ input, inputs: inputs.places, flows: flows.places, figures: results.places.figures }),
      checkSheet(input, flows.places, results.places),
      benchmarksSheet(title, input.benchmarks),
      provenanceSheet(title, about, provenanceRows(input)),
    ],
    names: [
      ...inputs.places.choices.names,
      ...flowNames(input, flows.places),
      ...results.places.metrics.map(({ key, name }) => ({ name, range: results.places.chosenCellOf(key) })),
      { name: "NetPresentValues", range: presentValueRange(input, results.places) },
    ],
  };
}

function flowNames(input: CaseWorkbookInput, { rows, chosen }: FlowPlaces): Spreadsheet["names"] {
  const rowNames = [
    ["Benefits", chosen.benefits],
    ["Costs", chosen.costs],
    ["NetFlows", chosen.net],
    ["DiscountFactors", rows.factor],
    ...(rows.date === undefined ? [] : [["FlowDates", rows.date] as const]),
  ] as const;
  return rowNames.map(([name, row]) => ({ name, range: flowRange(row, input.columns.length) }));
}

/** The net present values of all scenarios, after risk and then before it. */
function presentValueRange({ scenarios }: CaseWorkbookInput, { cellOf }: ResultPlaces): string {
  const [first = "", last = ""] = [0, 2 * scenarios.length - 1].map((column) => cellOf("npv", column));
  return `${first}:${last.slice(last.indexOf("!") + 1)}`;
}

/** What the case itself says of its numbers, after what it stands on as a whole. */
function provenanceRows(input: CaseWorkbookInput): readonly WorkbookProvenance[] {
  const whole = { subject: "The case", owner: "" } as const;
  return [
    {
      ...whole,
      field: "Discount rate a year",
      value: `${Number(input.annualRate) * 100}%`,
      evidence: "assumption",
      source: input.rateSource,
    },
    {
      ...whole,
      field: "Figures as of",
      value: instantWords(input.asOf),
      evidence: "engine",
      source: `Liftledger engine ${input.engineVersion}`,
    },
    ...input.provenance,
  ];
}
