import type { CasePlan } from "@liftledger/contracts/case-plan";
import { costCategories } from "@liftledger/finance/cost-category";
import { planColumns } from "@liftledger/roi/business-case/plan-columns";
import { exactMoney } from "../../components/exact-money.ts";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal, typedFromDecimal } from "../../components/typed-number.ts";
import { form, plural, t } from "../../words.ts";

export type BenefitLine = CasePlan["benefits"][number];
export type CostLine = CasePlan["costs"][number];
export type PlanLine = BenefitLine | CostLine;
export type PlanScenario = CasePlan["scenarios"][number];
export type ScenarioChange = PlanScenario["changes"][number];
export type Assumption = PlanLine["assumptions"][number];
/** A field of a line that is a path. */
export type LineField = Exclude<Assumption["field"], "line">;
export type PlanPath = CostLine["amount"];

/** What a benefit is. */
export const classNames: Record<BenefitLine["class"], string> = {
  "revenue-margin": t`Margin on more revenue`,
  cash: t`Cash saved`,
  "cost-avoidance": t`Cost avoided`,
  capacity: t`Capacity freed`,
  "risk-avoided": t`Expected loss avoided`,
};

/** The fields of a line that are paths. */
export const fieldNames: Record<LineField, string> = {
  gross: t`Gross benefit`,
  lift: t`Difference it makes`,
  volume: t`Volume`,
  unitValue: t`Worth of one`,
  adoption: t`Share that uses it`,
  attribution: t`Our share`,
  confidence: t`Confidence`,
  realisation: t`Turned into money`,
  overlap: t`Counted by another benefit`,
  amount: t`Amount`,
};

export const evidenceNames: Record<Assumption["evidence"], string> = {
  measured: t`Measured`,
  benchmark: t`Published`,
  estimate: t`Estimate`,
};

export const timingNames: Record<CasePlan["timing"], string> = {
  t0_then_end: t`Start undiscounted, then at the end of each period`,
  mid_period: t`Start undiscounted, then in the middle of each period`,
  excel_npv: t`No start: at the end of each period, as spreadsheets do`,
};

/** The same as one chooses among them, in a field that is narrow; and what each does with the start. */
export const timingChoices: Record<CasePlan["timing"], { label: string; start: string }> = {
  t0_then_end: { label: t`At the end of each period`, start: t`What falls at the start is not discounted.` },
  mid_period: {
    label: t`In the middle of each period`,
    start: t`What falls at the start is not discounted.`,
  },
  excel_npv: {
    label: t`At the end, as spreadsheets do`,
    start: t`There is no start: the first period is discounted as well.`,
  },
};

export const priceNames: Record<CasePlan["prices"], string> = {
  nominal: t`Nominal: with inflation in them`,
  real: t`Real: at today’s prices`,
};

export const scenarioKindNames: Record<PlanScenario["kind"], string> = {
  conservative: t`Conservative`,
  optimistic: t`Optimistic`,
  own: t`One of your own`,
};

/** The shares of a benefit, in the order in which they are multiplied. */
export const shareFields = ["adoption", "attribution", "confidence", "realisation", "overlap"] as const;

/** Whether a field is a share, which people say in percent. */
export function isShare(field: string): boolean {
  return shareFields.some((share) => share === field);
}

/** Whether a field is money, in the currency of its line. */
export function isMoney(field: string): boolean {
  return field === "amount" || field === "gross" || field === "unitValue";
}

export function isBenefit(line: PlanLine): line is BenefitLine {
  return "value" in line;
}

/** The fields of a line that are paths, with their paths, in the order in which they are multiplied. */
export function pathsOf(line: PlanLine): readonly (readonly [LineField, PlanPath])[] {
  if (!isBenefit(line)) return [["amount", line.amount]];
  const { value } = line;
  const shares = shareFields.map((field) => [field, value[field]] as const);
  if (value.kind === "money") return [["gross", value.gross], ...shares];
  return [["lift", value.lift], ["volume", value.volume], ["unitValue", value.unitValue], ...shares];
}

/** The name of a cost category. */
export function categoryName(key: CostLine["category"]): string {
  return costCategories.find((category) => category.key === key)?.name ?? key;
}

/** A column as people say it: "Start", "March 2026", "Year 2". */
export interface ColumnName {
  column: number;
  name: string;
}

export function columnNames(plan: Pick<CasePlan, "start" | "period" | "horizon" | "timing">): ColumnName[] {
  return planColumns(plan).map(({ column, months }) => ({ column, name: nameOf(plan, column, months) }));
}

function nameOf(
  { period }: Pick<CasePlan, "period">,
  column: number,
  months: readonly [string, string] | null,
): string {
  if (months === null) return t`Start`;
  return period === "year" ? t`Year ${column}` : formatPeriod(months[0]);
}

const nameAt = (columns: readonly ColumnName[], column: number) =>
  columns.find((one) => one.column === column)?.name ?? t`column ${column}`;

/** When a line comes. */
export function runWords(
  { period }: Pick<CasePlan, "period">,
  columns: readonly ColumnName[],
  line: PlanLine,
) {
  const { run } = line;
  if (run.kind === "one-off") return t`Once, ${nameAt(columns, run.column)}`;
  const from = nameAt(columns, run.from);
  if (run.to === null)
    return period === "month" ? t`Each month from ${from} to the end` : t`Each year from ${from} to the end`;
  const to = nameAt(columns, run.to);
  return period === "month" ? t`Each month from ${from} to ${to}` : t`Each year from ${from} to ${to}`;
}

/** What a field is counted in: shares in percent, money in its currency, everything else with its digits. */
interface Counted {
  field: LineField;
  currency: string;
}

/** A value as people read it. */
export function valueWords({ field, currency }: Counted, value: string | null): string {
  if (value === null) return t`not said yet`;
  if (isShare(field)) return percentWords(value);
  return isMoney(field) ? exactMoney([value], currency)(value) : typedFromDecimal(value, readerLocale);
}

/** "1 USD = 0.9234 EUR": with every digit, or amounts could not be recomputed by it. */
export function budgetRateWords(
  { from, rate }: Pick<CasePlan["budgetRates"][number], "from" | "rate">,
  currency: string,
): string {
  return `1 ${from} = ${showDecimal(rate, readerLocale)} ${currency}`;
}

/** A path as it is read: "50 % from March 2026, 80 % from June 2026". */
export function pathWords(columns: readonly ColumnName[], counted: Counted, path: PlanPath): string {
  const [first] = path;
  if (first === undefined) return t`not said yet`;
  if (path.length === 1) return valueWords(counted, first.value);
  return path
    .map(({ from, value }) => t`${valueWords(counted, value)} from ${nameAt(columns, from)}`)
    .join(", ");
}

/** A share in percent, with the digits it has: "0.335" is "33.5%". */
export function percentWords(share: string): string {
  const format = new Intl.NumberFormat(readerLocale, { style: "percent", maximumFractionDigits: 6 });
  return format.format(Number(share));
}

/** How sure a line is. */
export function estimateWords({ estimate }: PlanLine): string {
  if (estimate.kind === "point") return t`As planned`;
  const [low, mode, high] = [estimate.low, estimate.mode, estimate.high].map(percentWords);
  return t`${low ?? ""} to ${high ?? ""} of the plan, most likely ${mode ?? ""}`;
}

/** What a line allows for. */
export function riskWords({ risk }: PlanLine): string {
  if (risk === null) return t`No risk taken off`;
  const share = percentWords(risk.share);
  return risk.kind === "optimism-bias"
    ? t`${share} on top for optimism: ${risk.reason}`
    : t`${share} for risk: ${risk.reason}`;
}

/** What a scenario does to a field: "70% of the base", "3 months later". */
export function changeWords(
  { field, change }: ScenarioChange,
  { currency, period }: Pick<CasePlan, "currency" | "period">,
): string {
  if ("times" in change) return t`${percentWords(change.times)} of the base`;
  if (field === "delay") return laterWords("plus" in change ? change.plus : change.to, period);
  if ("plus" in change) return t`${typedFromDecimal(change.plus, readerLocale)} more`;
  return valueWords({ field, currency }, change.to);
}

function laterWords(text: string, period: CasePlan["period"]): string {
  const count = Number(text);
  return period === "month"
    ? plural(count, form`${text} month later`, form`${text} months later`)
    : plural(count, form`${text} year later`, form`${text} years later`);
}
