import type { MonthTick } from "../format-date.ts";

/** Colours of the palette, by what they stand for. */
export type ChartColour = "actual" | "cost" | "plan" | "watch";

export interface ChartLine {
  /** Drawn at the end of the line, and the name in the tooltip. */
  name: string;
  values: (number | null)[];
  colour: ChartColour;
  dashed?: boolean;
  /** Drawn thin, and half through: there to be compared with. */
  faint?: boolean;
  /** Marks the points from this one on as still moving. */
  unripeFrom?: number;
}

export interface ChartRange {
  name: string;
  low: (number | null)[];
  high: (number | null)[];
  colour: ChartColour;
}

/** A box behind the lines: over an interval of the value axis, of the time axis, or of both. */
export interface ChartBox {
  look: "band" | "hatched" | "outline";
  /** Indices of points; the whole width when left out. */
  from?: number;
  to?: number;
  /** On the value axis; open to the edge when left out. */
  low?: number;
  high?: number;
  label: string;
}

/** A vertical line at a point. */
export interface ChartMark {
  at: number;
  label: string;
}

/** A number at a point, or over the points up to another: what it stands for is told beside the chart. */
export interface ChartNote {
  at: number;
  to?: number;
  label: string;
}

/** What a time chart shows, in words and numbers; how it is drawn is the chart's business. */
export interface LineChartSpec {
  /** Under the axis, where months begin. */
  ticks: MonthTick[];
  /** Heads the tooltip, one for each point. */
  titles: string[];
  lines: ChartLine[];
  range?: ChartRange;
  boxes?: ChartBox[];
  marks?: ChartMark[];
  notes?: ChartNote[];
  /** Ends of the value axis; from the data when left out. */
  lowest?: number;
  highest?: number;
  startsAtZero?: boolean;
  format: (value: number) => string;
  /** The same beside the value axis, where it is said otherwise once all its marks are whole. */
  mark?: (value: number, areWhole: boolean) => string;
}
