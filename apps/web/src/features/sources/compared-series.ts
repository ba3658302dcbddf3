import type { SourceComparison } from "@liftledger/contracts/source-of-record";

/** A series with the periods that several sources reported. */
export interface ComparedSeries {
  readonly seriesId: string;
  readonly kpiKey: string;
  readonly version: number;
  /** "Conversion rate, Web shop". */
  readonly name: string;
  readonly periods: readonly SourceComparison[];
  /** Every source that told of one of them. */
  readonly sources: readonly string[];
}

/** Comparisons by series, in the order in which they come. */
export function comparedSeries(rows: readonly SourceComparison[]): ComparedSeries[] {
  return [...Map.groupBy(rows, ({ seriesId }) => seriesId)].map(([seriesId, periods]) => {
    const [first] = periods;
    const told = periods.flatMap(({ counted, beside }) => [
      ...(counted === null ? [] : [counted]),
      ...beside,
    ]);
    return {
      seriesId,
      kpiKey: first?.kpiKey ?? "",
      version: first?.seriesVersion ?? 0,
      name: `${first?.kpiName ?? ""}, ${first?.scope ?? ""}`,
      periods,
      sources: [...new Set(told.map(({ source }) => source))].toSorted(),
    };
  });
}

/** How far a number lies from the one that counts, as a share of it; null where that is zero or has none. */
export function relativeDifference(counted: number | null, other: number | null): number | null {
  return counted === null || other === null || counted === 0 ? null : other / counted - 1;
}
