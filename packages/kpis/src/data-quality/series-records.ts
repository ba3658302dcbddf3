import { isDecimal } from "@liftledger/numerics/decimal";
import { requireIsoDate, type IsoDate } from "../iso-date.ts";
import { periodType, type Period } from "../period.ts";
import type { Origin, QualityPoint, QualitySetting } from "./quality-input.ts";

/** What one source last said about a period. */
export type SourceRecord = {
  readonly source: string;
  readonly origin: Origin;
  readonly numerator: string;
  readonly denominator: string;
  /** Whether both are plain decimals of a length in use; where not, no check but one computes with them. */
  readonly isNumeric: boolean;
  readonly firstRecorded: IsoDate;
  readonly lastRecorded: IsoDate;
};

/** One period of a series: what counts, and what other sources said. */
export type PeriodRecord = SourceRecord & {
  readonly period: Period;
  readonly others: readonly SourceRecord[];
  /** The day on which the period was first recorded by any source. */
  readonly firstSeen: IsoDate;
};

/**
 * The recordings of a series as one record a period, in order. Of several recordings by one source the last
 * counts; of several sources the source of record, the one
 * that is told to count, or the one recorded last. Throws a RangeError on a period
 * of another type and on a time that is no UTC instant or day.
 */
export function seriesRecords(points: Iterable<QualityPoint>, setting: QualitySetting): PeriodRecord[] {
  const byPeriod = new Map<Period, QualityPoint[]>();
  for (const point of points) {
    if (periodType(point.period) !== setting.periodType) {
      throw new RangeError(
        `"${point.period}" is not a ${setting.periodType}, as the periods of this series are`,
      );
    }
    dayOf(point.recordedAt);
    const known = byPeriod.get(point.period);
    if (known) known.push(point);
    else byPeriod.set(point.period, [point]);
  }
  return [...byPeriod]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([period, recordings]) => periodRecord(period, recordings, setting.sourceOfRecord));
}

function periodRecord(
  period: Period,
  recordings: readonly QualityPoint[],
  sourceOfRecord: string | undefined,
): PeriodRecord {
  // The last recording comes first; of equal times the one given last, as revisions are listed in order.
  const latestFirst = recordings.toReversed().toSorted((left, right) => byTime(right, left));
  const sources = [...new Set(latestFirst.map((point) => point.source))];
  const counted = latestFirst.find(({ isBeside }) => isBeside === false)?.source;
  const chosen = sources.find((source) => source === sourceOfRecord) ?? counted ?? sources[0];
  const records = sources.map((source) =>
    sourceRecord(latestFirst.filter((point) => point.source === source)),
  );
  const record = records.find(({ source }) => source === chosen);
  if (record === undefined) throw new RangeError(`"${period}" has no recording`);
  const firstSeen = records.map(({ firstRecorded }) => firstRecorded).toSorted()[0] ?? record.firstRecorded;
  return { ...record, period, others: records.filter((other) => other !== record), firstSeen };
}

/** The recordings of one source, the last one first; there is at least one. */
function sourceRecord(latestFirst: readonly QualityPoint[]): SourceRecord {
  const [latest] = latestFirst;
  const first = latestFirst.at(-1);
  if (latest === undefined || first === undefined) throw new RangeError("A source has no recording");
  const { source, origin, numerator, denominator } = latest;
  return {
    source,
    origin,
    numerator,
    denominator,
    isNumeric: isQuantity(numerator) && isQuantity(denominator),
    firstRecorded: dayOf(first.recordedAt),
    lastRecorded: dayOf(latest.recordedAt),
  };
}

const longestQuantity = 100;

function isQuantity(text: string): boolean {
  return text.length <= longestQuantity && isDecimal(text);
}

function byTime(left: QualityPoint, right: QualityPoint): number {
  if (left.recordedAt === right.recordedAt) return 0;
  return left.recordedAt < right.recordedAt ? -1 : 1;
}

const instantShape = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)?$/;

function dayOf(recordedAt: string): IsoDate {
  if (!instantShape.test(recordedAt)) {
    throw new RangeError(`"${recordedAt}" is no instant in UTC; write it as 2026-02-09T08:00:00Z`);
  }
  return requireIsoDate(recordedAt.slice(0, 10));
}
