import type { Adoption } from "@liftledger/contracts/adoption";
import { firstDay, lastDay, listPeriods } from "@liftledger/kpis/period";
import type { DataTableProps } from "../../components/charts/data-table.tsx";
import type { LineChartSpec } from "../../components/charts/line-chart-spec.ts";
import { formatDate, formatPeriod, monthTicks } from "../../components/format-date.ts";
import { formatCount, formatPercent } from "../../components/format-number.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** What the numbers say: how many use it, and whether that are more than four weeks before. */
export function adoptionFinding({ series, now, before, figure }: Adoption): string {
  if (series === null) return t`Nothing tells how many people use it`;
  if (now === null) return formatSentence(figure?.reason ?? t`It is not known how many people use it`);
  const share = formatPercent(now.share);
  if (before === null) return t`${share} of those who could use it do`;
  const was = formatPercent(before.share);
  if (now.share === before.share)
    return t`${share} of those who could use it do, as many as four weeks before`;
  // Two shares that read alike are said once.
  if (share === was) return t`${share} of those who could use it do, about as many as four weeks before`;
  return now.share > before.share
    ? t`${share} of those who could use it do, up from ${was} four weeks before`
    : t`${share} of those who could use it do, down from ${was} four weeks before`;
}

/** The weeks of a look, and how many of them were logged. */
export function lookWords({ from, to, weeks }: NonNullable<Adoption["now"]>): string {
  const [first, last] = [formatDate(firstDay(from)), formatDate(lastDay(to))];
  return weeks === 4
    ? t`${first} to ${last}, four weeks together`
    : t`${first} to ${last}: ${weeks} of four weeks, the others were not logged`;
}

/** Every week between the first and the last that were logged; one that was not has null. */
function everyWeek({ weeks }: Adoption) {
  const [first, last] = [weeks[0]?.period, weeks.at(-1)?.period];
  const rows = new Map(weeks.map((week) => [week.period, week]));
  const periods = first === undefined || last === undefined ? [] : listPeriods(first, last);
  return periods.map((period) => ({ period, week: rows.get(period) ?? null }));
}

const shareOf = (week: Adoption["weeks"][number] | null) =>
  week === null || Number(week.of) === 0 ? null : Number(week.users) / Number(week.of);

/** Adoption week by week; a week that was not logged is a gap. */
export function adoptionSpec(adoption: Adoption): LineChartSpec {
  const weeks = everyWeek(adoption);
  return {
    ticks: monthTicks(weeks.map(({ period }) => lastDay(period))),
    titles: weeks.map(({ period }) => formatPeriod(period)),
    lines: [{ name: t`Adoption`, values: weeks.map(({ week }) => shareOf(week)), colour: "actual" }],
    startsAtZero: true,
    format: (value) => formatPercent(value),
  };
}

/** The same numbers as a table, with the people behind each share. */
export function adoptionTable(adoption: Adoption): DataTableProps {
  return {
    columns: [t`Week ending`, t`Used it`, t`Could have used it`, t`Adoption`],
    rows: everyWeek(adoption).map(({ period, week }) => {
      const share = shareOf(week);
      return [
        formatDate(lastDay(period)),
        week === null ? "–" : formatCount(Number(week.users)),
        week === null ? "–" : formatCount(Number(week.of)),
        share === null ? "–" : formatPercent(share, { digits: 1 }),
      ];
    }),
  };
}
