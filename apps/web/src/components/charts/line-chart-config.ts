import type { ChartConfiguration, ChartDataset, Scale, ScriptableLineSegmentContext } from "chart.js";
import type { AnnotationOptions } from "chartjs-plugin-annotation";
import { thinTicks } from "../format-date.ts";
import { hatch, type ChartColours } from "./chart-colours.ts";
import { breakLabel, labelMargin, lineLabels, type LineLabel } from "./line-labels.ts";
import { noteAnnotations } from "./note-annotations.ts";
import type { ChartBox, ChartLine, ChartMark, ChartRange, LineChartSpec } from "./line-chart-spec.ts";
import { t } from "../../words.ts";

type Dataset = ChartDataset<"line", (number | null)[]>;
type Config = ChartConfiguration<"line", (number | null)[], string>;

/** Room for a month's name, in pixels. */
const monthWidth = 38;
const font = { family: '"Inter Variable", sans-serif', size: 11 };

/** Draws a spec in the colours of one scheme. */
export function lineChartConfig(spec: LineChartSpec, colours: ChartColours): Config {
  const range = spec.range === undefined ? [] : rangeDatasets(spec.range, colours);
  const labels = spec.lines.map((line, index): LineLabel => ({
    datasetIndex: range.length + index,
    lines: breakLabel(line.name),
    colour: colours.of(line.colour),
  }));
  return {
    type: "line",
    data: {
      labels: spec.titles,
      datasets: [...range, ...spec.lines.map((line) => lineDataset(line, colours))],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 18, right: labelMargin(labels) } },
      interaction: { mode: "index", intersect: false },
      scales: { x: timeAxis(spec, colours), y: valueAxis(spec, colours) },
      plugins: {
        tooltip: tooltip(spec, colours),
        annotation: { clip: false, annotations: annotations(spec, colours) },
      },
    },
    plugins: [lineLabels(labels)],
  };
}

function rangeDatasets(range: ChartRange, colours: ChartColours): Dataset[] {
  const edge = {
    borderColor: colours.of(range.colour, "66"),
    borderWidth: 1,
    pointRadius: 0,
    pointHitRadius: 0,
  };
  return [
    { label: range.name, data: range.low, ...edge, fill: false },
    {
      label: range.name,
      data: range.high,
      ...edge,
      fill: "-1",
      backgroundColor: colours.of(range.colour, "2b"),
    },
  ];
}

function lineDataset(line: ChartLine, colours: ChartColours): Dataset {
  const colour = colours.of(line.colour);
  const known = line.values.filter((value) => value !== null).length;
  const last = line.values.findLastIndex((value) => value !== null);
  const unripe = line.unripeFrom ?? Number.POSITIVE_INFINITY;
  // Under four points a line would claim a course nobody saw: dots only.
  const dotsOnly = known < 4;
  const radius = ({ dataIndex }: { dataIndex: number }) =>
    dotsOnly
      ? 4
      : line.dashed !== true && (dataIndex === last || dataIndex >= unripe)
        ? 4
        : isAlone(line.values, dataIndex)
          ? 2.5
          : 0;
  return {
    label: line.name,
    data: line.values,
    borderColor: line.faint === true ? colours.of(line.colour, "99") : colour,
    borderWidth: line.faint === true ? 1 : 2,
    ...(line.dashed === true ? { borderDash: [5, 4] } : {}),
    showLine: !dotsOnly,
    pointRadius: radius,
    pointHoverRadius: 4,
    pointBorderColor: colour,
    pointBackgroundColor: ({ dataIndex }) => (dataIndex >= unripe ? colours.page : colour),
    segment: {
      borderDash: (context: ScriptableLineSegmentContext) =>
        context.p1DataIndex >= unripe ? [2, 3] : undefined,
    },
    fill: false,
  };
}

const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  (values[index] ?? null) !== null &&
  (values[index - 1] ?? null) === null &&
  (values[index + 1] ?? null) === null;

function timeAxis(spec: LineChartSpec, colours: ChartColours) {
  return {
    grid: { display: false },
    border: { color: colours.grid },
    ticks: {
      color: colours.quiet,
      font,
      autoSkip: false,
      maxRotation: 0,
      callback(this: Scale, _: unknown, index: number) {
        const room = Math.floor((this.chart.width - 130) / monthWidth);
        return thinTicks(spec.ticks, spec.titles.length, room)[index] ?? "";
      },
    },
  };
}

function valueAxis(spec: LineChartSpec, colours: ChartColours) {
  return {
    ...(spec.lowest === undefined ? {} : { min: spec.lowest }),
    ...(spec.highest === undefined ? {} : { max: spec.highest }),
    ...(spec.startsAtZero === true ? { suggestedMin: 0 } : {}),
    // Zero is where a return begins, so its line stands out.
    grid: {
      color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? colours.bandEdge : colours.grid),
    },
    border: { display: false },
    ticks: {
      color: colours.quiet,
      font,
      maxTicksLimit: 7,
      callback: (value: number | string, _: number, marks: readonly { value: number }[]) =>
        spec.mark === undefined
          ? spec.format(Number(value))
          : spec.mark(
              Number(value),
              marks.every((one) => Number.isInteger(one.value)),
            ),
    },
  };
}

function tooltip(spec: LineChartSpec, colours: ChartColours) {
  const rangeSize = spec.range === undefined ? 0 : 2;
  return {
    backgroundColor: colours.label,
    titleColor: colours.page,
    bodyColor: colours.page,
    titleFont: font,
    bodyFont: font,
    displayColors: false,
    // The low end speaks for the range, so its high end stays silent.
    filter: ({ datasetIndex }: { datasetIndex: number }) => rangeSize === 0 || datasetIndex !== 1,
    callbacks: {
      title: (items: { dataIndex: number }[]) => spec.titles[items[0]?.dataIndex ?? 0] ?? "",
      label: ({
        datasetIndex,
        dataIndex,
        parsed,
      }: {
        datasetIndex: number;
        dataIndex: number;
        parsed: { y: number | null };
      }) => {
        if (datasetIndex < rangeSize) return rangeText(spec, dataIndex);
        const name = spec.lines[datasetIndex - rangeSize]?.name ?? "";
        return parsed.y === null ? name : `${name}: ${spec.format(parsed.y)}`;
      },
    },
  };
}

function rangeText(spec: LineChartSpec, index: number): string {
  const low = spec.range?.low[index] ?? null;
  const high = spec.range?.high[index] ?? null;
  if (low === null || high === null) return "";
  return `${spec.range?.name ?? ""}: ${t`${spec.format(low)} to ${spec.format(high)}`}`;
}

function annotations(spec: LineChartSpec, colours: ChartColours): AnnotationOptions[] {
  return [
    ...(spec.boxes ?? []).flatMap((box) => [boxAnnotation(box, colours), ...floorAnnotation(box, colours)]),
    ...(spec.boxes ?? []).flatMap((box) => bandLabel(box, spec, colours)),
    ...(spec.marks ?? []).map((mark) => markAnnotation(mark, spec, colours)),
    ...noteAnnotations(spec, colours),
  ];
}

function boxAnnotation(box: ChartBox, colours: ChartColours): AnnotationOptions {
  const fill = { band: colours.band, hatched: hatch(colours.bandEdge), outline: "transparent" }[box.look];
  return {
    type: "box",
    drawTime: box.look === "band" ? "beforeDraw" : "beforeDatasetsDraw",
    ...(box.from === undefined ? {} : { xMin: box.from }),
    ...(box.to === undefined ? {} : { xMax: box.to }),
    ...(box.low === undefined ? {} : { yMin: box.low }),
    ...(box.high === undefined ? {} : { yMax: box.high }),
    backgroundColor: fill as string,
    borderColor: colours.bandEdge,
    borderWidth: box.look === "outline" ? 1 : 0,
    ...(box.look === "outline" ? { borderDash: [3, 3] } : {}),
    label: {
      // A band's label is drawn by itself: it needs a ground of its own where hatching lies under it.
      display: box.look !== "band",
      drawTime: "afterDatasetsDraw",
      content: box.label,
      color: colours.label,
      font: { ...font, weight: 600 },
      position: { x: box.look === "outline" ? "center" : "start", y: "start" },
      // A narrow box's label would be struck through by its own frame or hatching: it stands above.
      yAdjust: -18,
      padding: 4,
    },
  };
}

/** Within the upper edge of the band, or of the picture where the band goes on above it. */
function bandLabel(box: ChartBox, spec: LineChartSpec, colours: ChartColours): AnnotationOptions[] {
  const top = Math.min(box.high ?? Number.POSITIVE_INFINITY, spec.highest ?? Number.POSITIVE_INFINITY);
  if (box.look !== "band" || !Number.isFinite(top)) return [];
  return [
    {
      type: "label",
      drawTime: "afterDatasetsDraw",
      content: box.label,
      xValue: 0,
      yValue: top,
      position: { x: "start", y: "start" },
      xAdjust: 4,
      yAdjust: 4,
      color: colours.label,
      backgroundColor: colours.page,
      borderRadius: 3,
      font: { ...font, weight: 600 },
      padding: { x: 4, y: 1 },
    },
  ];
}

/** The floor of a band is the line that is judged by, so it is drawn. */
function floorAnnotation(box: ChartBox, colours: ChartColours): AnnotationOptions[] {
  if (box.look !== "band" || box.low === undefined) return [];
  const drawTime = "beforeDatasetsDraw" as const;
  return [
    { type: "line", drawTime, yMin: box.low, yMax: box.low, borderColor: colours.bandEdge, borderWidth: 1 },
  ];
}

function markAnnotation(mark: ChartMark, spec: LineChartSpec, colours: ChartColours): AnnotationOptions {
  // A letter fits anywhere; words at the edge would leave the picture.
  const isLong = mark.label.length > 6;
  const late = isLong && mark.at > spec.titles.length * 0.7;
  const early = isLong && mark.at < spec.titles.length * 0.3;
  return {
    type: "line",
    xMin: mark.at,
    xMax: mark.at,
    borderColor: colours.label,
    borderWidth: 1.25,
    label: {
      display: true,
      content: mark.label,
      // Above the lines, in the padding at the top.
      position: "end",
      yAdjust: -17,
      xAdjust: late ? -36 : early ? 36 : 0,
      backgroundColor: "transparent",
      color: colours.label,
      font: { ...font, weight: 600 },
      padding: 2,
    },
  };
}
