import { ink, writeLine, writeText, type BoardPage, type Box } from "./board-document.ts";

/** Lines over columns. A line that is dashed is told apart without its colour. */
export type LineChart = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly colour: string;
    readonly dashed?: boolean;
  }[];
  /** How a value is written on the axis. */
  readonly write: (value: number) => string;
};

/** Bars side by side in groups. */
export type BarChart = Omit<LineChart, "columns" | "series"> & {
  readonly groups: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly colour: string;
  }[];
};

type Scale = { readonly y: (value: number) => number; readonly plot: Box };

/** Draws lines as vectors, with the axis through zero. */
export function drawLineChart(page: BoardPage, chart: LineChart, box: Box): void {
  page.picture(altText(chart.title, chart.columns, chart.series, chart.write), () => {
    const { doc } = page;
    const scale = drawFrame(
      page,
      chart,
      box,
      chart.series.flatMap(({ values }) => values),
    );
    const last = Math.max(1, chart.columns.length - 1);
    const x = (column: number): number => scale.plot.x + (scale.plot.width * column) / last;
    for (const { values, colour, dashed = false } of chart.series) {
      doc.save().lineWidth(1.6).strokeColor(colour).lineJoin("round");
      if (dashed) doc.dash(4, { space: 2.5 });
      values.forEach((value, column) => {
        if (column === 0) doc.moveTo(x(column), scale.y(value));
        else doc.lineTo(x(column), scale.y(value));
      });
      doc.stroke().restore();
    }
    const shown = labelledColumns(chart.columns.length);
    const width = x(shown[1] ?? last) - x(0);
    for (const column of shown) {
      const label = { x: x(column) - width / 2, y: scale.plot.y + scale.plot.height + 5, width };
      writeLine(doc, chart.columns[column] ?? "", label, { size: 6.5, colour: ink.faint, align: "center" });
    }
  });
}

/** Draws bars as vectors. */
export function drawBarChart(page: BoardPage, chart: BarChart, box: Box): void {
  page.picture(altText(chart.title, chart.groups, chart.series, chart.write), () => {
    const { doc } = page;
    const scale = drawFrame(
      page,
      chart,
      box,
      chart.series.flatMap(({ values }) => values),
    );
    const step = scale.plot.width / Math.max(1, chart.groups.length);
    const bar = Math.min(26, (step * 0.7) / chart.series.length);
    chart.groups.forEach((group, index) => {
      const middle = scale.plot.x + step * (index + 0.5);
      chart.series.forEach(({ values, colour }, place) => {
        const value = values[index] ?? 0;
        const left = middle + (place - chart.series.length / 2) * bar;
        const [top, foot] = [Math.min(scale.y(value), scale.y(0)), Math.max(scale.y(value), scale.y(0))];
        doc.rect(left + 0.5, top, bar - 1, Math.max(0.5, foot - top)).fill(colour);
      });
      const label = { x: middle - step / 2 + 1, y: scale.plot.y + scale.plot.height + 4, width: step - 2 };
      writeText(doc, group, { ...label, height: 17 }, { size: 6.5, colour: ink.faint, align: "center" });
    });
  });
}

/** Title, legend, the lines of the axis with their values; gives what a value's height is. */
function drawFrame(
  { doc }: BoardPage,
  { title, series, write }: Pick<LineChart, "title" | "write"> & { readonly series: LineChart["series"] },
  box: Box,
  values: readonly number[],
): Scale {
  writeLine(doc, title, box, { size: 8.5, bold: true, colour: ink.brand });
  let left = box.x;
  for (const { name, colour } of series) {
    doc.rect(left, box.y + 15.5, 7, 4).fill(colour);
    writeLine(doc, name, { x: left + 10, y: box.y + 13, width: 110 }, { size: 6.5, colour: ink.faint });
    left += doc.widthOfString(name) + 22;
  }
  const plot = { x: box.x + 46, y: box.y + 28, width: box.width - 52, height: box.height - 50 };
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number): number => plot.y + plot.height * (1 - (value - low) / (high - low));
  for (const tick of ticks) {
    doc.lineWidth(tick === 0 ? 0.9 : 0.4).strokeColor(tick === 0 ? ink.faint : ink.line);
    doc
      .moveTo(plot.x, y(tick))
      .lineTo(plot.x + plot.width, y(tick))
      .stroke();
    const label = { x: box.x, y: y(tick) - 4, width: 42 };
    writeLine(doc, write(tick), label, { size: 6.5, colour: ink.faint, align: "right" });
  }
  return { y, plot };
}

/** Round numbers from at or below the lowest to at or above the highest, four to seven of them. */
export function ticksOf(lowest: number, highest: number): readonly number[] {
  // Less than a cent is nothing to draw.
  const span = highest - lowest < 0.01 ? 1 : highest - lowest;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 2.5, 5, 10].map((size) => size * power).find((size) => span / size <= 5) ?? 10 * power;
  const [from, to] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  return Array.from({ length: Math.max(1, to - from) + 1 }, (_, index) => (from + index) * step);
}

/** Columns that bear a label: every so many from the first, so that none runs into another. */
function labelledColumns(count: number): number[] {
  const step = Math.max(1, Math.ceil((count - 1) / 5));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** A chart in words: its ends, which is what a reader takes from it. */
function altText(
  title: string,
  columns: readonly string[],
  series: readonly { readonly name: string; readonly values: readonly number[] }[],
  write: (value: number) => string,
): string {
  const told = series.map(({ name, values }) => {
    const shown = values.length <= 6 ? values.map((_, index) => index) : [0, values.length - 1];
    return `${name}: ${shown.map((index) => `${columns[index] ?? ""} ${write(values[index] ?? 0)}`).join(", ")}`;
  });
  return `${title}. ${told.join(". ")}.`;
}
