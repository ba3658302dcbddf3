/** How a cell looks, by what it is: the same thing looks the same on every sheet. */
export type CellLook =
  | "title"
  | "subtitle"
  | "heading"
  | "column-head"
  | "number-head"
  | "note-head"
  | "row-label"
  | "text"
  | "note"
  | "input"
  | "calculated"
  | "subtotal"
  | "total"
  | "headline";

/** How a number is written. */
export type NumberFormat =
  | { readonly kind: "money"; readonly digits: number }
  | { readonly kind: FixedFormat };

type FixedFormat = "percent" | "ratio" | "factor" | "number" | "whole" | "months" | "day" | "month" | "tiny";

const fixedFormats: Record<FixedFormat, string> = {
  percent: "0.00%;[Red]-0.00%",
  ratio: "0.00;[Red]-0.00",
  factor: "0.000000",
  // Thousands apart, and no point behind a whole number.
  number: "[>=1000]#,##0;General",
  whole: "0",
  months: "0.00",
  day: "d mmm yyyy",
  month: "mmm yyyy",
  tiny: "0.00E+00",
};

/** The format as a spreadsheet spells it: negative amounts red with a minus, zeros written. */
export function formatCode(format: NumberFormat): string {
  if (format.kind !== "money") return fixedFormats[format.kind];
  const amount = format.digits === 0 ? "#,##0" : `#,##0.${"0".repeat(format.digits)}`;
  return `${amount};[Red]-${amount}`;
}

/** Six-digit colours. Inputs are blue on pale yellow, as in the models finance people know. */
const ink = { text: "1B1F24", faint: "57606A", brand: "12355B", white: "FFFFFF", input: "0000C8" } as const;
const ground = { band: "12355B", head: "E6ECF3", input: "FFF8DC", headline: "EEF4FA" } as const;

/** What a look is made of, in no library's words. */
export type LookParts = {
  readonly colour: string;
  readonly ground?: string;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly wraps?: boolean;
  readonly side?: "right";
  readonly isIndented?: boolean;
  readonly lines?: { readonly above?: "thin"; readonly below?: "thin" | "double"; readonly around?: "hair" };
};

const head: LookParts = {
  colour: ink.text,
  ground: ground.head,
  isBold: true,
  wraps: true,
  lines: { below: "thin" },
};

export const cellLooks: Record<CellLook, LookParts> = {
  title: { colour: ink.brand, size: 16, isBold: true },
  subtitle: { colour: ink.faint },
  heading: { colour: ink.white, ground: ground.band, isBold: true },
  "column-head": head,
  "number-head": { ...head, side: "right" },
  "note-head": { ...head, isIndented: true },
  "row-label": { colour: ink.text },
  text: { colour: ink.text, wraps: true },
  note: { colour: ink.faint, isItalic: true, isIndented: true },
  input: { colour: ink.input, ground: ground.input, lines: { around: "hair" } },
  calculated: { colour: ink.text },
  subtotal: { colour: ink.text, isBold: true, lines: { above: "thin" } },
  total: { colour: ink.text, isBold: true, lines: { above: "thin", below: "double" } },
  headline: { colour: ink.brand, ground: ground.headline, isBold: true },
};
