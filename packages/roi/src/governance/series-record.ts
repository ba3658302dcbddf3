import type { DataQuality } from "@liftledger/kpis/data-quality";
import { periodIndex, type PeriodType } from "@liftledger/kpis/period";
import type { SeriesRecord } from "./failure-facts.ts";

/**
 * What the failure modes ask of a series, from its data quality on the day: how many periods are there, how many came
 * late, and the most that are missing in a row.
 *
 * @example seriesRecordOf("Leads", "week", quality).longestGap // 3
 */
export function seriesRecordOf(
  name: string,
  periodType: PeriodType,
  { completeness, timeliness }: Pick<DataQuality, "completeness" | "timeliness">,
): SeriesRecord {
  const { expected, present, missing } = completeness;
  let [run, longestGap] = [0, 0];
  missing.forEach((period, place) => {
    const before = missing[place - 1];
    run = before !== undefined && periodIndex(period) - periodIndex(before) === 1 ? run + 1 : 1;
    longestGap = Math.max(longestGap, run);
  });
  const { judged, late } = timeliness;
  return { name, periodType, expected, present, judged, late: late.length, longestGap };
}
