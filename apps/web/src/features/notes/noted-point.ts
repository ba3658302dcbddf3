import { firstDay } from "@liftledger/kpis/period";
import { today } from "../../today.ts";

/** Where something happened: a day, and the key of what it is about; undefined where that is still to be chosen. */
export interface NotedPoint {
  from: string;
  about: string | undefined;
}

/** A point of a chart as a note is begun there: on the first day of its period. */
export function pointOf(point: { period: string } | undefined, about?: string): NotedPoint {
  return { from: point === undefined ? today() : firstDay(point.period), about };
}
