import { examples } from "@liftledger/contracts/examples";
import * as fc from "fast-check";
import { command, keptVersion, post, put, readVersion, weekOf, which } from "./command.ts";
import type { Made } from "./made.ts";

const tool = examples.createTool.body as object;
const data = examples.createDataAsset.body as object;
const { initiativeId: _of, ...learned } = examples.addLearning.body as { initiativeId: string };

interface ToolDrawn {
  name: number;
  initiative: number;
  costLine: number | null;
  costPool: number | null;
}
const toolDrawn = {
  name: fc.nat(2),
  initiative: which,
  costLine: fc.option(which),
  costPool: fc.option(which),
};
const toolOf = (made: Made, { name, initiative, costLine, costPool }: ToolDrawn) => ({
  ...tool,
  name: `Scorer ${name}`,
  uses: [{ initiativeId: made.at("initiativeId", initiative), useCase: "Lead scoring", systems: ["CRM"] }],
  costLineIds: costLine === null ? [] : [made.at("costLineId", costLine)],
  costPoolIds: costPool === null ? [] : [made.at("costPoolId", costPool)],
});

interface DataDrawn {
  name: number;
  series: number;
  initiative: number;
  cleansing: string;
}
const dataDrawn = {
  name: fc.nat(2),
  series: which,
  initiative: which,
  cleansing: fc.constantFrom("One in five", "One in five", ""),
};
const dataOf = (made: Made, { name, series, initiative, cleansing }: DataDrawn) => ({
  ...data,
  name: `Leads ${name}`,
  cleansing,
  seriesIds: [made.at("seriesId", series)],
  initiativeIds: [made.at("initiativeId", initiative)],
});

/** The registers of an organisation: tools, data, candidates, what was learned, and how work is split. */
export const registerCommands = {
  createTool: command<ToolDrawn>(3, toolDrawn, (drawn, made) => post("/tools", toolOf(made, drawn))),
  changeTool: command<ToolDrawn & { tool: number; version: number }>(
    3,
    { ...toolDrawn, tool: which, version: readVersion },
    ({ tool, version, ...drawn }, made) =>
      put(`/tools/${made.at("toolId", tool)}`, { version, ...toolOf(made, drawn) }),
  ),
  createDataAsset: command<DataDrawn>(2, dataDrawn, (drawn, made) =>
    post("/data-assets", dataOf(made, drawn)),
  ),
  changeDataAsset: command<DataDrawn & { asset: number; version: number }>(
    2,
    { ...dataDrawn, asset: which, version: readVersion },
    ({ asset, version, ...drawn }, made) =>
      put(`/data-assets/${made.at("dataAssetId", asset)}`, { version, ...dataOf(made, drawn) }),
  ),
  setCandidateEstimate: command<{
    initiative: number;
    version: number;
    weeks: string | null;
    series: number | null;
    amount: string | null;
  }>(
    3,
    {
      initiative: which,
      version: keptVersion,
      weeks: fc.constantFrom("8", "0.5", "0", "5201", null),
      series: fc.option(which),
      amount: fc.constantFrom("12000", "-5", "1e30", null),
    },
    ({ initiative, version, weeks, series, amount }, made) =>
      put(`/initiatives/${made.at("initiativeId", initiative)}/candidate-estimate`, {
        version,
        effortWeeks: weeks,
        statedValue: amount === null ? null : { amount, source: "Offer" },
        seriesId: series === null ? null : made.at("seriesId", series),
        unitWorth: { amount: "50", source: "Margin" },
      }),
  ),
  addLearning: command<{ initiative: number; kpi: string }>(
    2,
    { initiative: which, kpi: fc.constantFrom("conversion-rate", "churn-rate", "no-such-kpi") },
    ({ initiative, kpi }, made) =>
      post("/learnings", {
        ...learned,
        initiativeId: made.at("initiativeId", initiative),
        kpiKeys: [kpi],
      }),
  ),
  changeLearning: command<{ learning: number; version: number; happened: string }>(
    2,
    { learning: which, version: readVersion, happened: fc.constantFrom("9% more", "Ünïcode 📈", " ") },
    ({ learning, version, happened }, made) =>
      put(`/learnings/${made.at("learningId", learning)}`, { ...learned, version, happened }),
  ),
  openWorkSplitRound: command<{ week: number; team: string | null }>(
    2,
    { week: fc.constantFrom(10, 11, 12, 40), team: fc.constantFrom(null, "Growth", "No such team") },
    ({ week, team }) =>
      post("/work-split-rounds", { week: weekOf(week), ...(team === null ? {} : { team }) }),
  ),
  answerWorkSplit: command<{ round: number; mechanical: string; strategic: string }>(
    4,
    {
      round: which,
      mechanical: fc.constantFrom("26", "0", "100", "12.25"),
      strategic: fc.constantFrom("14", "0", "69"),
    },
    ({ round, mechanical, strategic }, made) =>
      post(`/work-split-rounds/${made.at("roundId", round)}/answers`, {
        mechanicalHours: mechanical,
        strategicHours: strategic,
      }),
  ),
  closeWorkSplitRound: command<{ round: number; version: number }>(
    2,
    { round: which, version: fc.integer({ min: 1, max: 4 }) },
    ({ round, version }, made) => post(`/work-split-rounds/${made.at("roundId", round)}/close`, { version }),
  ),
};
