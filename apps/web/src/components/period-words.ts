import { form, plural, t } from "../words.ts";

type PeriodType = "week" | "month";

/** "week" or "month", as it stands within a sentence. */
export const periodNames: Record<PeriodType, string> = { week: t`week`, month: t`month` };

/** "1 week", "3 months". */
export function countPeriods(count: number, type: PeriodType): string {
  return type === "week"
    ? plural(count, form`${count} week`, form`${count} weeks`)
    : plural(count, form`${count} month`, form`${count} months`);
}
