/**
 * Inner products of the rows of a table with themselves and with the row before, gathered apart for
 * every distance in time. They hold all that an AR(1) shape needs to know of a series.
 */
export type LaggedProducts = {
  /** v₀ v₀' of the first row. Every matrix here is a lower triangle, row by row. */
  readonly first: readonly number[];
  readonly byGap: readonly GapProducts[];
};

type GapProducts = {
  readonly gap: number;
  readonly count: number;
  /** Σ v v' of the later rows v, Σ u u' of the rows u before them, Σ (v u' + u v'). */
  readonly later: Float64Array;
  readonly earlier: Float64Array;
  readonly across: Float64Array;
};

/** @param columns `width` columns of one value a time, one column after the other. */
export function laggedProducts(columns: Float64Array, width: number, times: Int32Array): LaggedProducts {
  const rowCount = times.length;
  const cells = (width * (width + 1)) / 2;
  const rowsByGap = new Map<number, number[]>();
  for (let row = 1; row < rowCount; row += 1) {
    const gap = (times[row] as number) - (times[row - 1] as number);
    const rows = rowsByGap.get(gap);
    if (rows === undefined) rowsByGap.set(gap, [row]);
    else rows.push(row);
  }
  const byGap = Array.from(rowsByGap, ([gap, rows]): GapProducts => {
    const later = new Float64Array(cells);
    const earlier = new Float64Array(cells);
    const across = new Float64Array(cells);
    for (const row of rows) addPair(columns, width, rowCount, row, later, earlier, across);
    return { gap, count: rows.length, later, earlier, across };
  });
  const first: number[] = [];
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j <= i; j += 1)
      first.push((columns[i * rowCount] as number) * (columns[j * rowCount] as number));
  }
  return { first, byGap };
}

/** Adds the products of one row and the row before it. */
function addPair(
  columns: Float64Array,
  width: number,
  rowCount: number,
  row: number,
  later: Float64Array,
  earlier: Float64Array,
  across: Float64Array,
): void {
  let cell = 0;
  for (let i = 0; i < width; i += 1) {
    const now = columns[i * rowCount + row] as number;
    const before = columns[i * rowCount + row - 1] as number;
    for (let j = 0, other = row; j <= i; j += 1, other += rowCount) {
      const otherNow = columns[other] as number;
      const otherBefore = columns[other - 1] as number;
      later[cell] = (later[cell] as number) + now * otherNow;
      earlier[cell] = (earlier[cell] as number) + before * otherBefore;
      across[cell] = (across[cell] as number) + (now * otherBefore + before * otherNow);
      cell += 1;
    }
  }
}

/**
 * Inner products of the columns whitened by AR(1), and log |C|: a row minus ρ^gap times the row before
 * has variance 1 − ρ^(2 gap), which makes them sums of the lagged products.
 */
export function autoregressiveProducts(
  { first, byGap }: LaggedProducts,
  rho: number,
): { gram: number[]; logDeterminant: number } {
  const gram = first.slice();
  let logDeterminant = 0;
  for (const { gap, count, later, earlier, across } of byGap) {
    const share = rho ** gap;
    const variance = 1 - share * share;
    logDeterminant += count * Math.log(variance);
    for (let cell = 0; cell < gram.length; cell += 1) {
      const product =
        (later[cell] as number) - share * ((across[cell] as number) - share * (earlier[cell] as number));
      gram[cell] = (gram[cell] as number) + product / variance;
    }
  }
  return { gram, logDeterminant };
}
