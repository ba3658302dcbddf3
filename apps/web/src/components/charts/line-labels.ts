import type { Chart, Plugin } from "chart.js";
import { spreadLabels } from "./spread-labels.ts";

/** A label at the end of one line. */
export interface LineLabel {
  datasetIndex: number;
  lines: string[];
  colour: string;
}

const fontSize = 11;
const lineHeight = 13;
const font = `600 ${fontSize}px "Inter Variable", sans-serif`;

/** Breaks a long name in two lines of about the same length, so that the right margin stays narrow. */
export function breakLabel(name: string): string[] {
  const words = name.split(" ");
  if (name.length <= 10 || words.length === 1) return [name];
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]);
  const longest = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  return breaks.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

/** How wide the right margin must be for these labels. */
export function labelMargin(labels: readonly LineLabel[]): number {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return 90;
  context.font = font;
  return (
    Math.max(0, ...labels.flatMap((label) => label.lines.map((line) => context.measureText(line).width))) + 12
  );
}

/** Names each line at its end instead of in a legend. */
export function lineLabels(labels: readonly LineLabel[]): Plugin<"line"> {
  return {
    id: "lineLabels",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const ends = labels.map((label) => endOf(chart, label.datasetIndex));
      const gap = lineHeight * Math.max(1, ...labels.map((label) => label.lines.length)) + 2;
      const shown = labels.flatMap((label, index) =>
        ends[index] === undefined ? [] : [{ label, y: ends[index] }],
      );
      const spread = spreadLabels(
        shown.map(({ y }) => Math.min(chartArea.bottom, Math.max(chartArea.top, y))),
        gap,
        chartArea.top,
        chartArea.bottom,
      );
      ctx.save();
      ctx.font = font;
      ctx.textBaseline = "middle";
      shown.forEach(({ label }, index) => {
        ctx.fillStyle = label.colour;
        const top = (spread[index] ?? 0) - ((label.lines.length - 1) * lineHeight) / 2;
        label.lines.forEach((line, row) => ctx.fillText(line, chartArea.right + 8, top + row * lineHeight));
      });
      ctx.restore();
    },
  };
}

function endOf(chart: Chart, datasetIndex: number): number | undefined {
  const { data } = chart.getDatasetMeta(datasetIndex);
  const values = chart.data.datasets[datasetIndex]?.data ?? [];
  const last = values.findLastIndex((value) => value !== null);
  return last === -1 ? undefined : data[last]?.getProps(["y"], true)["y"];
}
