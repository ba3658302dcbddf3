import type { AnnotationOptions } from "chartjs-plugin-annotation";
import type { ChartColours } from "./chart-colours.ts";
import type { ChartNote, LineChartSpec } from "./line-chart-spec.ts";

const font = { family: '"Inter Variable", sans-serif', size: 11 };
/** Pixels from one number to the one below it, where several fall on a point. */
const step = 17;

/** Notes as numbers at the foot of a thin line, and a period as a shade. */
export function noteAnnotations(
  { notes = [] }: Pick<LineChartSpec, "notes">,
  colours: ChartColours,
): AnnotationOptions[] {
  return notes.flatMap((note, place) => {
    const above = notes.slice(0, place).filter(({ at }) => at === note.at).length;
    return [...shade(note, colours), line(note, above, colours)];
  });
}

function shade({ at, to }: ChartNote, colours: ChartColours): AnnotationOptions[] {
  if (to === undefined) return [];
  const look = { backgroundColor: colours.of("plan", "1f"), borderWidth: 0 };
  return [{ type: "box", drawTime: "beforeDatasetsDraw", xMin: at, xMax: to, ...look }];
}

function line({ at, label }: ChartNote, above: number, colours: ChartColours): AnnotationOptions {
  return {
    type: "line",
    drawTime: "beforeDatasetsDraw",
    xMin: at,
    xMax: at,
    borderColor: colours.bandEdge,
    borderWidth: 1,
    borderDash: [2, 3],
    label: {
      display: true,
      drawTime: "afterDatasetsDraw",
      content: label,
      position: "start",
      yAdjust: -step * above,
      backgroundColor: colours.label,
      color: colours.page,
      borderRadius: 8,
      font: { ...font, weight: 600 },
      padding: { x: 5, y: 2 },
    },
  };
}
