import { describe, expect, it } from "vitest";
import { readCaseActualFigureId } from "./case-actual-figure-id.ts";
import { readCaseFigureId } from "./case-figure-id.ts";
import { caseFlowFigureId, readCaseFlowFigureId, type CaseFlowFigure } from "./case-flow-figure-id.ts";
import {
  caseSensitivityFigureId,
  readCaseSensitivityFigureId,
  type CaseSensitivityFigure,
} from "./case-sensitivity-figure-id.ts";
import {
  caseSimulationFigureId,
  readCaseSimulationFigureId,
  type CaseSimulationFigure,
} from "./case-simulation-figure-id.ts";

const version = { caseId: "0198f2a0-7c00-7000-8000-0000000000c1", number: 2 };
const credited = { unsignedEstimates: "credited" } as const;

const flow: CaseFlowFigure = {
  ...version,
  scenario: 1,
  amounts: "adjusted",
  step: "quarter",
  column: 3,
  row: { total: "cumulative" },
};
const flows: CaseFlowFigure[] = [
  flow,
  // A line may be called as a total is.
  { ...flow, row: { lineId: "net" }, ...credited },
];
const bar: CaseSensitivityFigure = { ...version, lineId: "field", of: "distance" };
const sensitivities: CaseSensitivityFigure[] = [
  bar,
  { ...bar, of: "multiple", ...credited },
  { ...bar, of: { field: "unitValue" } },
  { ...bar, of: { field: "overlap" }, ...credited },
];
const percentile: CaseSimulationFigure = {
  ...version,
  scenario: 0,
  basis: "cash-plus-capacity",
  seed: 4_294_967_295,
  runs: 10_000,
  measure: "worth",
  statistic: "p10",
};
const simulations: CaseSimulationFigure[] = [
  percentile,
  { ...percentile, measure: "return", statistic: { phase: "pilots", position: "within" }, ...credited },
  { ...percentile, statistic: "chance-of-loss", ...credited },
];

const readers = [
  readCaseFigureId,
  readCaseActualFigureId,
  readCaseFlowFigureId,
  readCaseSensitivityFigureId,
  readCaseSimulationFigureId,
];

describe("the ids of parts of a case", () => {
  it("are read as they were written, by their own reader alone", () => {
    const written = [
      ...flows.map((one) => [caseFlowFigureId(one), one] as const),
      ...sensitivities.map((one) => [caseSensitivityFigureId(one), one] as const),
      ...simulations.map((one) => [caseSimulationFigureId(one), one] as const),
    ];
    for (const [figureId, figure] of written) {
      expect(readers.map((read) => read(figureId)).filter((found) => found !== undefined)).toEqual([figure]);
      // What an endpoint takes.
      expect(figureId.length).toBeLessThanOrEqual(200);
    }
  });

  it.each([
    "case/c1/2/flow/0/adjusted/year/1/all/gold",
    "case/c1/2/flow/0/adjusted/week/1/all/net",
    "case/c1/2/flow/0/adjusted/year/x/all/net",
    "case/c1/2/flow/0/adjusted/year/1/line/",
    "case/c1/2/flow/0/adjusted/year/1/all/net/more",
    "case/c1/2/sensitivity/licences",
    "case/c1/2/sensitivity/licences/middle",
    "case/c1/2/sensitivity/licences/field",
    "case/c1/2/sensitivity/licences/low/more",
    "case/c1/x/sensitivity/licences/low",
    "case/c1/2/simulation/0/cash/7/10000/worth/p99",
    "case/c1/2/simulation/0/cash/7/1/worth/p10",
    "case/c1/2/simulation/0/cash/7/100001/worth/p10",
    "case/c1/2/simulation/0/cash/4294967296/100/worth/p10",
    "case/c1/2/simulation/0/cash/7/100/return/pilots",
    "case/c1/2/simulation/0/cash/7/100/return/pilots/within/more",
  ])("know no figure %s", (figureId) => {
    expect(readers.map((read) => read(figureId)).filter((found) => found !== undefined)).toEqual([]);
  });
});
