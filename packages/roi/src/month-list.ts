import { listInWords } from "@liftledger/kpis/list-in-words";
import { toUtcDate } from "@liftledger/kpis/iso-date";

/** Months as people read them: "April 2026 and May 2026"; of more than four the first three are named. */
export function monthList(months: readonly string[]): string {
  const format = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  const names = months.map((month) => format.format(toUtcDate(`${month}-01`)));
  if (names.length === 0) return "the missing months";
  return names.length <= 4
    ? listInWords(names)
    : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}
