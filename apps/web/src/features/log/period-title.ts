import { firstDay, lastDay, periodType } from "@liftledger/kpis/period";
import { formatDate, formatDayAndMonth, formatLongDay, formatMonth } from "../../components/format-date.ts";
import { t } from "../../words.ts";

/** A period as the object of a sentence: "the week of 9 November", "November 2026". */
export function periodTitle(period: string, locale: string): string {
  const first = firstDay(period);
  if (periodType(period) === "month") return formatMonth(first, locale);
  return t`the week of ${formatLongDay(first, locale)}`;
}

/** A period in a list: "9 Nov – 15 Nov 2026, week 46", "November 2026". */
export function periodLabel(period: string, locale: string): string {
  if (periodType(period) === "month") return formatMonth(firstDay(period), locale);
  const [first, last] = [firstDay(period), lastDay(period)];
  // A week that begins in the year before says so.
  const from = first.slice(0, 4) === last.slice(0, 4) ? formatDayAndMonth : formatDate;
  const days = `${from(first, locale)} – ${formatDate(last, locale)}`;
  return t`${days}, week ${Number(period.slice(-2))}`;
}
