import { firstDay } from "@liftledger/kpis/period";
import { today } from "../../today.ts";
import type { NotedPoint } from "./note-form.tsx";

/** A point of a chart as a note is begun there: on the first day of its period. */
export function pointOf(point: { period: string } | undefined, seriesId: string): NotedPoint {
  return { from: point === undefined ? today() : firstDay(point.period), seriesId };
}
