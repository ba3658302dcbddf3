import { formatDate, formatMonth, monthTicks } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { crossing, type Crossing, type MoneyPoint } from "./crossing.ts";
import { t } from "../../words.ts";

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** What the picture of cumulative value and cost shows, in one sentence. */
export function moneyFinding(points: readonly MoneyPoint[]): string {
  const { at } = crossing(points);
  const passed = at === null ? undefined : points[at];
  if (passed !== undefined && at !== 0) return t`Value passed cost in ${formatMonth(passed.lastDay)}`;
  if (passed !== undefined) return t`Value has stood above cost from the first period`;
  if (points.every((point) => point.value === null)) return t`Cost so far; the value is not known yet`;
  return t`Value has not passed cost yet`;
}

/** Cumulative value with its likely range against cumulative cost, and the range in which they cross. */
export function moneyToDateSpec(points: readonly MoneyPoint[], currency: string): LineChartSpec {
  return {
    ticks: monthTicks(points.map((point) => point.lastDay)),
    titles: points.map((point) => t`To ${formatDate(point.lastDay)}`),
    lines: [
      { name: t`Value`, values: points.map((point) => numberOf(point.value)), colour: "actual" },
      { name: t`Cost`, values: points.map((point) => numberOf(point.cost)), colour: "cost" },
    ],
    range: {
      name: t`Likely range`,
      low: points.map((point) => numberOf(point.valueLow)),
      high: points.map((point) => numberOf(point.valueHigh)),
      colour: "actual",
    },
    boxes: breakEvenBox(points, crossing(points)),
    startsAtZero: true,
    format: (value) => formatMoney(value, currency, { compact: "axis" }),
  };
}

function breakEvenBox(points: readonly MoneyPoint[], { at, earliest, latest }: Crossing) {
  if (at === null || earliest === null) return [];
  const to = latest ?? points.length - 1;
  return [{ look: "outline" as const, from: earliest, to, label: t`Break-even` }];
}

/** The same numbers as a table. */
export function moneyToDateTable(points: readonly MoneyPoint[], currency: string): DataTableProps {
  const money = (text: string | null) =>
    text === null ? "–" : formatMoney(Number(text), currency, { digits: 0 });
  return {
    columns: [t`To`, t`Value`, t`Likely, low`, t`Likely, high`, t`Cost`],
    rows: points.map((point) => [
      formatDate(point.lastDay),
      money(point.value),
      money(point.valueLow),
      money(point.valueHigh),
      money(point.cost),
    ]),
  };
}
