/** A matrix as its rows; every row has the same length. */
export type Rows = readonly ArrayLike<number>[];

/**
 * X = QR with Q of orthonormal columns (n × k) and R upper triangular (k × k).
 * `q` holds columns one after the other, `r` holds rows one after the other.
 */
export type QrFactors = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly q: Float64Array;
  readonly r: Float64Array;
};

export type RankDeficient = {
  readonly kind: "rank-deficient";
  /** The first column that adds nothing new to the columns before it. */
  readonly column: number;
  readonly reason: string;
};

/**
 * A column whose part outside the earlier columns is smaller than this share of its length is taken
 * as a combination of them: what is left of it is mostly rounding.
 */
const SMALLEST_NEW_SHARE = 1e-11;

/**
 * QR factors of a tall matrix by Householder reflections, or a refusal where its columns are
 * linearly dependent to working accuracy. Reflections keep every digit the design allows, where
 * normal equations (X'X) would square its condition.
 *
 * Throws RangeError for rows of unequal length, values that are not finite, or fewer rows than columns.
 *
 * @example householderQr([[1, 1], [1, 2], [1, 3]]) // r[0] = −√3: signs follow the reflections
 */
export function householderQr(rows: Rows): QrFactors | RankDeficient {
  const rowCount = rows.length;
  const columnCount = rows[0]?.length ?? 0;
  if (columnCount === 0) throw new RangeError("a design needs at least one column");
  if (rowCount < columnCount) {
    throw new RangeError(`a design with ${columnCount} columns needs as many rows, got ${rowCount}`);
  }
  const work = columnsOf(rows, rowCount, columnCount);
  const lengths = Array.from({ length: columnCount }, (_, j) => norm(work, j * rowCount, rowCount));
  const r = new Float64Array(columnCount * columnCount);
  for (let j = 0; j < columnCount; j += 1) {
    const rest = reflectColumn(work, r, rowCount, columnCount, j);
    if (!(rest > SMALLEST_NEW_SHARE * (lengths[j] as number))) {
      const reason = `column ${j + 1} of ${columnCount} is a combination of the columns before it`;
      return { kind: "rank-deficient", column: j, reason };
    }
  }
  return { rowCount, columnCount, q: orthonormalColumns(work, rowCount, columnCount), r };
}

/** Solves R x = b for the upper triangular R of `householderQr`. */
export function solveUpper(r: Float64Array, columnCount: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let i = columnCount - 1; i >= 0; i -= 1) {
    let sum = x[i] as number;
    for (let j = i + 1; j < columnCount; j += 1) sum -= (r[i * columnCount + j] as number) * (x[j] as number);
    x[i] = sum / (r[i * columnCount + i] as number);
  }
  return x;
}

/** Solves R' x = b, which carries a design row into the orthonormal basis. */
export function solveUpperTransposed(
  r: Float64Array,
  columnCount: number,
  b: ArrayLike<number>,
): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < columnCount; i += 1) {
    let sum = x[i] as number;
    for (let j = 0; j < i; j += 1) sum -= (r[j * columnCount + i] as number) * (x[j] as number);
    x[i] = sum / (r[i * columnCount + i] as number);
  }
  return x;
}

function columnsOf(rows: Rows, rowCount: number, columnCount: number): Float64Array {
  const columns = new Float64Array(rowCount * columnCount);
  for (let i = 0; i < rowCount; i += 1) {
    const row = rows[i] as ArrayLike<number>;
    if (row.length !== columnCount)
      throw new RangeError(`row ${i + 1} of the design has ${row.length} columns`);
    for (let j = 0; j < columnCount; j += 1) {
      const value = row[j] as number;
      if (!Number.isFinite(value)) throw new RangeError(`row ${i + 1} of the design holds ${value}`);
      columns[j * rowCount + i] = value;
    }
  }
  return columns;
}

/** Turns column j into its reflector, applies it to the later columns, fills row j of R. */
function reflectColumn(
  work: Float64Array,
  r: Float64Array,
  rowCount: number,
  columnCount: number,
  j: number,
): number {
  const start = j * rowCount;
  const rest = norm(work, start + j, rowCount - j);
  const head = work[start + j] as number;
  const diagonal = head > 0 ? -rest : rest;
  r[j * columnCount + j] = diagonal;
  work[start + j] = head - diagonal;
  const halfSquare = diagonal * (diagonal - head);
  for (let c = j + 1; c < columnCount; c += 1) {
    reflect(work, start, work, c * rowCount, j, rowCount, halfSquare);
    r[j * columnCount + c] = work[c * rowCount + j] as number;
  }
  return rest;
}

/** target −= v (v'target) / (½ v'v), over rows from..rowCount. */
function reflect(
  reflectors: Float64Array,
  v: number,
  target: Float64Array,
  column: number,
  from: number,
  rowCount: number,
  halfSquare: number,
): void {
  if (halfSquare === 0) return;
  let product = 0;
  for (let i = from; i < rowCount; i += 1) {
    product += (reflectors[v + i] as number) * (target[column + i] as number);
  }
  const factor = product / halfSquare;
  for (let i = from; i < rowCount; i += 1) {
    target[column + i] = (target[column + i] as number) - factor * (reflectors[v + i] as number);
  }
}

/** The first k columns of the product of all reflections. */
function orthonormalColumns(work: Float64Array, rowCount: number, columnCount: number): Float64Array {
  const q = new Float64Array(rowCount * columnCount);
  for (let c = 0; c < columnCount; c += 1) {
    q[c * rowCount + c] = 1;
    for (let j = columnCount - 1; j >= 0; j -= 1) {
      const halfSquare = 0.5 * norm(work, j * rowCount + j, rowCount - j) ** 2;
      reflect(work, j * rowCount, q, c * rowCount, j, rowCount, halfSquare);
    }
  }
  return q;
}

/** Euclidean length, scaled first so that squares neither overflow nor vanish. */
function norm(values: Float64Array, from: number, count: number): number {
  let largest = 0;
  for (let i = from; i < from + count; i += 1) largest = Math.max(largest, Math.abs(values[i] as number));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < from + count; i += 1) sum += ((values[i] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}
