import type { Period } from "@liftledger/contracts/period-close";
import { formatPeriods } from "../../components/format-periods.ts";
import { form, plural, t } from "../../words.ts";

/** What a month lacks in a few words: "3 numbers not logged, no cost of 1 initiative"; nothing where it is whole. */
export function missingText({
  missingLogs,
  missingCosts,
}: Pick<Period, "missingLogs" | "missingCosts">): string {
  const numbers = missingLogs.reduce((sum, { periods }) => sum + periods.length, 0);
  const parts: string[] = [];
  if (numbers > 0)
    parts.push(plural(numbers, form`${numbers} number not logged`, form`${numbers} numbers not logged`));
  const { length } = missingCosts;
  if (length > 0)
    parts.push(plural(length, form`no cost of ${length} initiative`, form`no cost of ${length} initiatives`));
  return parts.join(", ");
}

/** Each thing a month lacks, by name. */
export function missingList(
  { missingLogs, missingCosts }: Pick<Period, "missingLogs" | "missingCosts">,
  locale: string,
): string[] {
  return [
    ...missingLogs.map(
      ({ kpiName, scope, periods }) => `${kpiName}, ${scope}: ${formatPeriods(periods, locale).join("; ")}`,
    ),
    ...missingCosts.map(({ name }) => t`${name}: no actual cost`),
  ];
}
