import type { LogRow } from "./log-entries.ts";

/** The source of numbers that are typed here; the API says so where none is given. No text: it is data. */
export const loggedByHand = "logged by hand";

/** The source that holds a row, so that what is typed is kept beside; undefined where typing corrects it. */
export function heldByOther({ current, sourceOfRecord }: Pick<LogRow, "current" | "sourceOfRecord">) {
  if (current === null || current.source === loggedByHand || sourceOfRecord === loggedByHand)
    return undefined;
  return current.source;
}
