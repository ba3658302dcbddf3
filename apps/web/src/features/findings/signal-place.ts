import { factOfSignal, type FactKey } from "../production/production-facts.ts";

/** Where something is done about a sign: a fact of production, the sheet of a year, or what the initiative cost. */
export type SignalPlace = FactKey | "year" | "costs";

/** Where that is recorded, logged or booked which a sign was read from; null where nothing is. */
export function placeOfSignal(signal: string): SignalPlace | null {
  if (signal === "completeness" || signal === "break") return "year";
  if (signal === "training-share") return "costs";
  return factOfSignal(signal) ?? null;
}
