import { formatList } from "../../components/format-list.ts";
import { formatPeriods } from "../../components/format-periods.ts";
import { t } from "../../words.ts";

/** That months are closed, and what to do: "May 2026 is closed: nothing in it changes until finance reopens it." */
export function closedText(months: readonly string[], locale: string): string {
  const names = formatList(formatPeriods(months, locale), "and", locale);
  return months.length === 1
    ? t`${names} is closed: nothing in it changes until finance reopens it.`
    : t`${names} are closed: nothing in them changes until finance reopens them.`;
}
