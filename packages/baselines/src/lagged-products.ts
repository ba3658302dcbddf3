/**
 * Inner products of the rows of a table with themselves and with the row before, gathered apart for
 * every distance in time. They hold all that an AR(1) shape needs to know of a series.
 */
export type LaggedProducts = {
  /** v₀ v₀' of the first row. Every matrix here is a lower triangle, row by row. */
  readonly first: Float64Array;
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
  const first = new Float64Array(cells);
  addProducts(first, columns, width, rowCount, 0, 0);
  const byGap = Array.from(rowsByGap, ([gap, rows]): GapProducts => {
    const later = new Float64Array(cells);
    const earlier = new Float64Array(cells);
    const across = new Float64Array(cells);
    for (const row of rows) {
      addProducts(later, columns, width, rowCount, row, row);
      addProducts(earlier, columns, width, rowCount, row - 1, row - 1);
      addProducts(across, columns, width, rowCount, row, row - 1);
      addProducts(across, columns, width, rowCount, row - 1, row);
    }
    return { gap, count: rows.length, later, earlier, across };
  });
  return { first, byGap };
}

function addProducts(
  target: Float64Array,
  columns: Float64Array,
  width: number,
  rowCount: number,
  left: number,
  right: number,
): void {
  let cell = 0;
  for (let i = 0; i < width; i += 1) {
    const value = columns[i * rowCount + left] as number;
    for (let j = 0; j <= i; j += 1) {
      target[cell] = (target[cell] as number) + value * (columns[j * rowCount + right] as number);
      cell += 1;
    }
  }
}

/**
 * Inner products of the columns whitened by AR(1), left in `gram`: a row minus ρ^gap times the row
 * before has variance 1 − ρ^(2 gap), which makes them sums of the lagged products. Returns log |C|.
 */
export function autoregressiveProducts(products: LaggedProducts, rho: number, gram: Float64Array): number {
  gram.set(products.first);
  let logDeterminant = 0;
  for (const { gap, count, later, earlier, across } of products.byGap) {
    const share = rho ** gap;
    const variance = 1 - share * share;
    logDeterminant += count * Math.log(variance);
    for (let cell = 0; cell < gram.length; cell += 1) {
      const product =
        (later[cell] as number) - share * ((across[cell] as number) - share * (earlier[cell] as number));
      gram[cell] = (gram[cell] as number) + product / variance;
    }
  }
  return logDeterminant;
}
