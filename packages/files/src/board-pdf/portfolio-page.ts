import { initiativeSums } from "../case-workbook/initiatives-sheet.ts";
import { discountFactors, scenarioFigures, type FlowFigures } from "../case-workbook/flow-figures.ts";
import { portfolioCase, type PortfolioWorkbookInput } from "../case-workbook/portfolio-workbook.ts";
import { drawBarChart, drawLineChart } from "./board-charts.ts";
import { ink, sheet, type BoardPage } from "./board-document.ts";
import { drawFoot, drawHead, drawTiles, type PagePlace } from "./board-furniture.ts";
import { drawTable } from "./board-table.ts";
import { moneyWords, paperWords, percentWords, shortMoney } from "./board-words.ts";
import { basisWords, conventionWords } from "./case-page.ts";

const inner = sheet.right - sheet.left;
const half = (inner - 16) / 2;
/** As many initiatives as a page holds; the rest is one row that adds them up. */
const mostRows = 26;
/** Bars beyond these would be too thin to name. */
const mostBars = 6;

type Row = {
  readonly name: string;
  readonly owner: string;
  readonly phase: string;
  readonly benefits: number;
  readonly costs: number;
  readonly present: number;
};

/** One page for the board: all initiatives with their pooled return, the best and the worst named. */
export function drawPortfolioPage(
  page: BoardPage,
  portfolio: PortfolioWorkbookInput,
  place: PagePlace,
): void {
  const { input, rows: initiatives } = portfolioCase(portfolio);
  const shown = Math.max(
    0,
    input.scenarios.findIndex(({ name }) => name === input.chosenScenario),
  );
  const figures = scenarioFigures(input)[shown]?.after as FlowFigures;
  const factors = discountFactors(input, figures.metrics.periodRate).map(Number);
  const rows = initiatives
    .map((row): Row => {
      const { benefits, costs, pvBenefits, pvCosts } = initiativeSums(input, factors, row, figures);
      return { ...row, benefits, costs, present: pvBenefits - pvCosts };
    })
    .toSorted((a, b) => b.present - a.present);
  const basis = `${input.scenarios[shown]?.name ?? ""}, after risk, ${basisWords(input)}`;
  drawHead(page, input);
  drawTiles(page, tilesOf(input.currency, rows, figures, basis), 112);
  const write = (amount: number): string => shortMoney(amount, input.currency);
  drawLineChart(
    page,
    {
      title: "Net flow so far, all initiatives",
      columns: input.columns,
      series: [
        { name: "Undiscounted", values: figures.cumulative.map(Number), colour: ink.brand },
        {
          name: "Discounted (dashed)",
          values: figures.cumulativeDiscounted.map(Number),
          colour: ink.accent,
          dashed: true,
        },
      ],
      write,
    },
    { x: sheet.left, y: 196, width: half, height: 170 },
  );
  const ends = endsOf(rows);
  drawBarChart(
    page,
    {
      title:
        rows.length > mostBars
          ? "Net present value, the highest and the lowest"
          : "Net present value by initiative",
      groups: ends.map(({ name }) => name),
      series: [{ name: "Net present value", values: ends.map(({ present }) => present), colour: ink.brand }],
      write,
    },
    { x: sheet.left + half + 16, y: 196, width: half, height: 170 },
  );
  // A case on its own is discounted to its own start: the same case is worth otherwise here.
  const [first] = input.dates ?? [];
  const start =
    rows.length > 1 && first !== undefined
      ? paperWords(`, all of them on ${first}, when the first of them starts`)
      : "";
  drawTable(
    page,
    {
      title: `Initiatives by net present value${start}`,
      heads: ["Initiative", "Owner", "Phase", "Benefits", "Costs", "ROI, net", "NPV"],
      rows: cellsOf(rows, input.currency),
      widths: [2.6, 1.5, 1.1, 1.3, 1.3, 0.9, 1.3],
      wordColumns: 3,
      strong: [Math.min(rows.length, mostRows + 1)],
    },
    { x: sheet.left, y: 382, width: inner },
  );
  const pooled =
    "The portfolio's return pools all money, (benefits − costs) / costs; it is not a mean of returns.";
  drawFoot(page, `${basis}. ${pooled} ${conventionWords(input)}`, input, place);
}

function tilesOf(currency: string, rows: readonly Row[], figures: FlowFigures, basis: string) {
  const [benefits, costs] = [sum(rows, "benefits"), sum(rows, "costs")];
  return [
    {
      label: "Net present value",
      value: moneyWords(Number(figures.metrics.netPresentValue), currency),
      basis,
    },
    {
      label: "ROI, net, pooled",
      value: percentWords(costs > 0 ? (benefits - costs) / costs : "no cost"),
      basis: "Undiscounted, over the horizon",
    },
    { label: "Benefits", value: moneyWords(benefits, currency), basis: "Undiscounted" },
    {
      label: "Costs",
      value: moneyWords(costs, currency),
      basis: `Undiscounted; ${rows.filter(({ present }) => present < 0).length} of ${rows.length} below zero NPV`,
    },
  ];
}

function sum(rows: readonly Row[], key: "benefits" | "costs" | "present"): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** The highest and the lowest of many; all of few. */
function endsOf(rows: readonly Row[]): readonly Row[] {
  return rows.length <= mostBars ? rows : [...rows.slice(0, mostBars / 2), ...rows.slice(-mostBars / 2)];
}

function cellsOf(rows: readonly Row[], currency: string): readonly (readonly string[])[] {
  const cells = ({ name, owner, phase, benefits, costs, present }: Row): readonly string[] => [
    name,
    owner,
    phase,
    moneyWords(benefits, currency),
    moneyWords(costs, currency),
    percentWords(costs > 0 ? (benefits - costs) / costs : "no cost"),
    moneyWords(present, currency),
  ];
  const together = (name: string, some: readonly Row[]): readonly string[] =>
    cells({
      name,
      owner: "",
      phase: "",
      benefits: sum(some, "benefits"),
      costs: sum(some, "costs"),
      present: sum(some, "present"),
    });
  const left = rows.slice(mostRows);
  return [
    ...rows.slice(0, mostRows).map((row) => cells(row)),
    ...(left.length === 0 ? [] : [together(`${left.length} more together`, left)]),
    together("All together", rows),
  ];
}
