import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { formatMonth } from "../../components/format-date.ts";
import { t } from "../../words.ts";

type Column = CaseEvaluation["columns"][number];

/** How long a column of a case is: the one after the start says it. */
export function periodOfCase(columns: readonly Pick<Column, "months">[]): "month" | "year" {
  const months = columns.find((column) => column.months !== null)?.months;
  return months !== undefined && months?.[0] === months?.[1] ? "month" : "year";
}

/** A column as people say it: "Start", "March 2026", "Q1 2026", "Year 2". */
export function columnName(label: string): string {
  if (label === "Start") return t`Start`;
  const year = /^Year (\d+)$/.exec(label)?.[1];
  if (year !== undefined) return t`Year ${year}`;
  const quarter = /^(\d{4})-Q(\d)$/.exec(label);
  if (quarter !== null) return t`Q${quarter[2] ?? ""} ${quarter[1] ?? ""}`;
  return /^\d{4}-\d{2}$/.test(label) ? formatMonth(`${label}-01`) : label;
}
