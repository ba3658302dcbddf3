import { isPeriod } from "@liftledger/kpis/period";

/** What a series showed over the periods from one to another, pooled. */
export interface SeriesFigure {
  seriesId: string;
  from: string;
  to: string;
}

/**
 * The id by which `explainFigure` tells how a number over several periods of a series came about.
 *
 * @example seriesFigureId({ seriesId, from: "2026-W10", to: "2026-W17" }) // "series/…/2026-W10/2026-W17"
 */
export function seriesFigureId({ seriesId, from, to }: SeriesFigure): string {
  return ["series", seriesId, from, to].join("/");
}

/** The figure of an id; undefined where it is that of no series. */
export function readSeriesFigureId(figureId: string): SeriesFigure | undefined {
  const [subject, seriesId = "", from = "", to = "", ...more] = figureId.split("/");
  if (subject !== "series" || more.length > 0 || !isPeriod(from) || !isPeriod(to)) return undefined;
  return { seriesId, from, to };
}
