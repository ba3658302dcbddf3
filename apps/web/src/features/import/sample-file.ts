import { addPeriods, firstDay, periodOf } from "@liftledger/kpis/period";

const weeks = 30;
// No text: data of the file, as its headings are.
const channels = [
  { name: "Paid search", visits: 4200, rate: 0.021, orderValue: 84 },
  { name: "Email", visits: 1800, rate: 0.034, orderValue: 61 },
] as const;

/**
 * A small file to try the import with: thirty weeks up to the last whole one, two channels, one row a week
 * and channel. Its numbers move a little in a fixed pattern and mean nothing.
 */
export function sampleCsv(today: string): string {
  const last = addPeriods(periodOf(today, "week"), -1);
  const rows = Array.from({ length: weeks }, (_, index) => addPeriods(last, index - weeks + 1)).flatMap(
    (week, index) =>
      channels.map(({ name, visits, rate, orderValue }) => {
        const wave = 1 + 0.08 * Math.sin(index * 1.7) + 0.03 * Math.cos(index * 0.6);
        const seen = Math.round(visits * wave);
        const converted = Math.round(seen * rate * (1 + 0.05 * Math.cos(index * 2.3)));
        return [
          firstDay(week),
          name,
          seen,
          converted,
          Math.round(converted * orderValue * (1 + 0.04 * Math.sin(index))),
        ].join(",");
      }),
  );
  return `${[/* no text: headings of the file */ "week starting,channel,visits,conversions,revenue", ...rows].join("\n")}\n`;
}
