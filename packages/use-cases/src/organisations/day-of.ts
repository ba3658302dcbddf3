import { dayIn } from "@liftledger/kpis/time-zone";
import type { Context } from "../context.ts";

/** The day on which something happened by the organisation's clock, ISO: what a sentence says of an instant. */
export function dayOf({ timeZone = "UTC" }: Pick<Context, "timeZone">, instant: string): string {
  return dayIn(Date.parse(instant), timeZone);
}
