import { darkPalette, lightPalette } from "../../theme.ts";
import type { ChartColour } from "./line-chart-spec.ts";

export interface ChartColours {
  of: (colour: ChartColour, alpha?: string) => string;
  band: string;
  bandEdge: string;
  grid: string;
  quiet: string;
  label: string;
  page: string;
}

/** The palette of one scheme, as a canvas wants it. */
export function chartColours(scheme: "light" | "dark"): ChartColours {
  const palette = scheme === "dark" ? darkPalette : lightPalette;
  return {
    of: (colour, alpha = "") => palette[`--ll-${colour}`] + alpha,
    band: palette["--ll-band"],
    bandEdge: palette["--ll-band-edge"],
    grid: palette["--ll-grid"],
    quiet: palette["--ll-quiet"],
    label: palette["--ll-label"],
    page: scheme === "dark" ? "#161c24" : "#ffffff",
  };
}

/** Diagonal lines, for the weeks that are too early to judge. */
export function hatch(colour: string): CanvasPattern | string {
  const tile = document.createElement("canvas");
  tile.width = 8;
  tile.height = 8;
  const context = tile.getContext("2d");
  if (context === null) return colour;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift, 8);
    context.lineTo(shift + 8, 0);
  }
  context.stroke();
  return context.createPattern(tile, "repeat") ?? colour;
}
