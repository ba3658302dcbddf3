import type { CaseWorkbookInput } from "../case-workbook/case-workbook-input.ts";
import { scenarioFigures, type FlowFigures, type ScenarioFigures } from "../case-workbook/flow-figures.ts";
import { resultMetrics, type MetricKey } from "../case-workbook/result-metrics.ts";
import { drawBarChart, drawLineChart } from "./board-charts.ts";
import { ink, sheet, type BoardPage } from "./board-document.ts";
import { drawFoot, drawHead, drawNotes, drawTiles, type PagePlace } from "./board-furniture.ts";
import { drawTable, type BoardTable } from "./board-table.ts";
import { moneyWords, paperWords, percentWords, shortMoney, timeWords } from "./board-words.ts";

const inner = sheet.right - sheet.left;
const half = (inner - 16) / 2;
/** As many lines as a page holds beside everything else; the rest is one row. */
const mostLines = 12;

/** One page for the board: what a case comes to, on which basis, in every scenario, and what it rests on. */
export function drawCasePage(page: BoardPage, input: CaseWorkbookInput, place: PagePlace): void {
  const scenarios = scenarioFigures(input);
  const shown = Math.max(
    0,
    input.scenarios.findIndex(({ name }) => name === input.chosenScenario),
  );
  const figures = scenarios[shown] as ScenarioFigures;
  const value = valueOf(input);
  drawHead(page, input);
  const basis = `${input.scenarios[shown]?.name ?? ""}, after risk, ${basisWords(input)}`;
  drawTiles(page, tilesOf(input, figures.after, value, basis), 112);
  drawLineChart(
    page,
    {
      title: `Net flow so far, ${(input.scenarios[shown]?.name ?? "").toLowerCase()}, after risk`,
      columns: input.columns,
      series: [
        { name: "Undiscounted", values: figures.after.cumulative.map(Number), colour: ink.brand },
        {
          name: "Discounted (dashed)",
          values: figures.after.cumulativeDiscounted.map(Number),
          colour: ink.accent,
          dashed: true,
        },
      ],
      write: (amount) => shortMoney(amount, input.currency),
    },
    { x: sheet.left, y: 196, width: half, height: 170 },
  );
  drawBarChart(page, scenarioChart(input, scenarios, value), {
    x: sheet.left + half + 16,
    y: 196,
    width: half,
    height: 170,
  });
  const columns = { x: sheet.left, width: inner };
  const scenarioFoot = drawTable(page, scenarioTable(input, scenarios, value), { ...columns, y: 382 });
  const lineFoot = drawTable(page, lineTable(input, figures), { ...columns, y: scenarioFoot + 14 });
  drawNotes(page, notesOf(input, figures), {
    ...columns,
    y: lineFoot + 14,
    height: sheet.bottom - 30 - lineFoot,
  });
  drawFoot(page, `${basis}. ${conventionWords(input)}`, input, place);
}

type ValueOf = (key: MetricKey, figures: FlowFigures) => number | string;

/** The engine's value of a figure, by the same list as the workbook. */
function valueOf(input: CaseWorkbookInput): ValueOf {
  const metrics = new Map(resultMetrics(input).map((metric) => [metric.key, metric]));
  return (key, figures) => metrics.get(key)?.value(figures) ?? "none";
}

/** Which benefits count, in words. */
export function basisWords({ lines, basis = "cash" }: CaseWorkbookInput): string {
  if (!lines.some(({ tier }) => tier !== undefined)) return "all benefits";
  return { cash: "cash benefits only", "cash-plus-capacity": "cash and capacity", all: "all benefits" }[
    basis
  ];
}

/** How flows are discounted, in words that stand under every page. */
export function conventionWords({ annualRate, prices, timing, rateSource }: CaseWorkbookInput): string {
  const start = timing === "excel_npv" ? "every column discounted" : "the start not discounted";
  const when =
    timing === "mid_period" ? "later flows in the middle of their period" : "later flows at period end";
  return `Discounted at ${percentWords(Number(annualRate))} a year (${paperWords(rateSource)}), ${start}, ${when}, ${prices} prices.`;
}

function annualRateKey({ period }: CaseWorkbookInput): MetricKey {
  return period === "month" ? "irr-annual" : "irr";
}

function tilesOf(input: CaseWorkbookInput, figures: FlowFigures, value: ValueOf, basis: string) {
  return [
    {
      label: "Net present value",
      value: moneyWords(Number(value("npv", figures)), input.currency),
      basis,
    },
    {
      label: "ROI, net, on present values",
      value: percentWords(value("roi-net-pv", figures)),
      basis: `Undiscounted ${percentWords(value("roi-net", figures))}`,
    },
    {
      label: "Payback",
      value: timeWords(value("payback", figures), input.period),
      basis: `Lasting, discounted: ${timeWords(value("payback-discounted-durable", figures), input.period)}`,
    },
    {
      label: "Internal rate of return",
      value: percentWords(value(annualRateKey(input), figures)),
      basis: `A year; modified ${percentWords(value("mirr", figures))} a ${input.period}`,
    },
  ];
}

function scenarioChart(input: CaseWorkbookInput, scenarios: readonly ScenarioFigures[], value: ValueOf) {
  const npv = (figures: FlowFigures): number => Number(value("npv", figures));
  return {
    title: "Net present value by scenario",
    groups: input.scenarios.map(({ name }) => name),
    series: [
      { name: "After risk", values: scenarios.map(({ after }) => npv(after)), colour: ink.brand },
      { name: "Before risk", values: scenarios.map(({ before }) => npv(before)), colour: ink.pale },
    ],
    write: (amount: number) => shortMoney(amount, input.currency),
  };
}

function scenarioTable(
  input: CaseWorkbookInput,
  scenarios: readonly ScenarioFigures[],
  value: ValueOf,
): BoardTable {
  const rows: readonly (readonly [string, (figures: ScenarioFigures) => string])[] = [
    ["NPV, after risk", ({ after }) => moneyWords(Number(value("npv", after)), input.currency)],
    ["NPV, before risk", ({ before }) => moneyWords(Number(value("npv", before)), input.currency)],
    ["ROI, net, on present values", ({ after }) => percentWords(value("roi-net-pv", after))],
    ["ROI, net, undiscounted", ({ after }) => percentWords(value("roi-net", after))],
    ["Benefit-cost ratio", ({ after }) => ratioWords(value("bcr", after))],
    ["Internal rate of return a year", ({ after }) => percentWords(value(annualRateKey(input), after))],
    ["Payback", ({ after }) => timeWords(value("payback", after), input.period)],
    [
      "Payback that lasts, discounted",
      ({ after }) => timeWords(value("payback-discounted-durable", after), input.period),
    ],
  ];
  return {
    title: "Scenarios side by side (after risk unless said)",
    heads: ["", ...input.scenarios.map(({ name }) => name)],
    rows: rows.map(([label, write]) => [label, ...scenarios.map((figures) => write(figures))]),
    widths: [2.2, ...input.scenarios.map(() => 1.4)],
    wordColumns: 1,
    strong: [0],
  };
}

function ratioWords(ratio: number | string): string {
  return typeof ratio === "string" ? ratio : ratio.toFixed(2);
}

function lineTable(input: CaseWorkbookInput, { after, before }: ScenarioFigures): BoardTable {
  const total = (amounts: readonly (string | null)[] = []): number =>
    amounts.reduce((sum, amount) => sum + Number(amount ?? "0"), 0);
  const money = (amount: number): string => moneyWords(amount, input.currency);
  const rows = input.lines
    .map((line, index) => ({
      line,
      plain: total(before.lines[index]),
      adjusted: total(after.lines[index]),
      isWhole: !(before.lines[index] ?? []).includes(null),
    }))
    .toSorted((a, b) => a.line.kind.localeCompare(b.line.kind) || Math.abs(b.plain) - Math.abs(a.plain));
  const cells = rows
    .slice(0, mostLines)
    .map(({ line, plain, adjusted, isWhole }) => [
      line.name,
      groupWords(line),
      isWhole ? money(plain) : "not valued yet",
      line.risk === undefined ? "none" : percentWords(Number(line.risk.share)),
      isWhole ? money(adjusted) : "not valued yet",
    ]);
  const left = rows.length - cells.length;
  return {
    title: "Benefits and costs over the horizon, undiscounted",
    heads: ["Line", "Class or category", "Before risk", "Risk", "After risk"],
    rows: left === 0 ? cells : [...cells, [`and ${left} more, in the workbook`, "", "", "", ""]],
    widths: [2.4, 2.2, 1.3, 0.8, 1.3],
    wordColumns: 2,
  };
}

/** The class or category, and how a benefit counts where that does not say it. */
function groupWords({ group, tier }: CaseWorkbookInput["lines"][number]): string {
  const words = tier === undefined || tier === "cash" ? "" : tier.replace("-", " ");
  return words === "" || group.toLowerCase().includes(words.slice(0, 4)) ? group : `${group} (${words})`;
}

/** What is not in the figures, then what published figures say. */
function notesOf(input: CaseWorkbookInput, { after }: ScenarioFigures): readonly string[] {
  const missing = input.lines.filter((_, index) => (after.lines[index] ?? []).includes(null));
  const apart = input.lines.filter(({ tier }) => tier !== undefined && tier !== "cash");
  const outside =
    input.basis === "all"
      ? []
      : apart.filter(({ tier }) => input.basis !== "cash-plus-capacity" || tier !== "capacity");
  return [
    ...(missing.length === 0
      ? []
      : [`Not whole: ${missing.map(({ name }) => name).join(", ")} not valued yet, and in no total.`]),
    ...(outside.length === 0
      ? []
      : [
          `Not counted on this basis: ${outside.map(({ name, tier }) => `${name} (${tier?.replace("-", " ")})`).join(", ")}.`,
        ]),
    ...input.benchmarks
      .slice(0, 5)
      .map(({ name, saysToThisCase }) => `${name}: ${paperWords(saysToThisCase)}`),
  ];
}
