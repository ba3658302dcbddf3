import { dayIn } from "@liftledger/kpis/time-zone";
import { followedZone, readersZone } from "./components/organisation-clock.ts";

/** Which day it is by the organisation's clock, "2026-11-22". */
export function today(): string {
  return dayIn(Date.now(), followedZone() ?? readersZone());
}

/** The day of an instant by the same clock. */
export function dayOf(instant: string): string {
  return dayIn(Date.parse(instant), followedZone() ?? readersZone());
}
