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
  /** How far the columns, each scaled to length 1, are from dependent: 1 at right angles (Frobenius norm). */
  readonly conditionNumber: number;
};

export type RankDeficient = {
  readonly kind: "rank-deficient";
  /** The first column that adds nothing new to the columns before it. */
  readonly column: number;
  readonly reason: string;
};

export type IllConditioned = {
  readonly kind: "ill-conditioned";
  readonly conditionNumber: number;
  readonly reason: string;
};

/** Why a design is refused: every kind carries a reason in plain words. */
export type DesignRefusal = RankDeficient | IllConditioned;

/**
 * A column whose part outside the earlier columns is smaller than this share of its length is taken
 * as a combination of them: what is left of it is mostly rounding.
 */
const SMALLEST_NEW_SHARE = 1e-11;

/**
 * A double holds 15.95 digits, of which a condition number of 10^c costs c: a design that would leave
 * fewer than these of a coefficient is refused. Filip's polynomial of degree 10 keeps 6 and is answered.
 */
const FEWEST_DIGITS = 4;
const LARGEST_CONDITION = 10 ** (15.95 - FEWEST_DIGITS);

/**
 * QR factors of a tall matrix by Householder reflections, or a refusal where its columns are
 * linearly dependent to working accuracy or so nearly that fewer than 4 digits of a coefficient would
 * be left. Reflections keep every digit the design allows, where normal equations (X'X) would square
 * its condition.
 *
 * Throws RangeError for rows of unequal length, values that are not finite, or fewer rows than columns.
 *
 * @example householderQr([[1, 1], [1, 2], [1, 3]]) // r[0] = −√3: signs follow the reflections
 */
export function householderQr(rows: Rows): QrFactors | DesignRefusal {
  const rowCount = rows.length;
  const columnCount = rows[0]?.length ?? 0;
  if (columnCount === 0) throw new RangeError("a design needs at least one column");
  if (rowCount < columnCount) {
    throw new RangeError(`a design with ${columnCount} columns needs as many rows, got ${rowCount}`);
  }
  const work = columnsOf(rows, rowCount, columnCount);
  const scales = scaleColumns(work, rowCount, columnCount);
  const lengths = Array.from({ length: columnCount }, (_, j) => norm(work, j * rowCount, rowCount));
  const r = new Float64Array(columnCount * columnCount);
  for (let j = 0; j < columnCount; j += 1) {
    const rest = reflectColumn(work, r, rowCount, columnCount, j);
    if (!(rest > SMALLEST_NEW_SHARE * (lengths[j] as number))) {
      const reason = `column ${j + 1} of ${columnCount} is a combination of the columns before it`;
      return { kind: "rank-deficient", column: j, reason };
    }
  }
  const conditionNumber = conditionOf(r, columnCount, lengths);
  if (!(conditionNumber <= LARGEST_CONDITION)) return illConditioned(conditionNumber);
  for (let i = 0; i < columnCount; i += 1) {
    for (let j = i; j < columnCount; j += 1) {
      r[i * columnCount + j] = (r[i * columnCount + j] as number) * (scales[j] as number);
    }
  }
  const q = orthonormalColumns(work, rowCount, columnCount);
  return { rowCount, columnCount, q, r, conditionNumber };
}

/** Lengths of the rows of R⁻¹: the diagonal of (X'X)⁻¹ is their square. */
export function rowLengthsOfInverse(r: Float64Array, columnCount: number): number[] {
  // By the hypotenuse, because the squares of columns of 1e-200 leave the doubles.
  const lengths = Array.from({ length: columnCount }, () => 0);
  for (let j = 0; j < columnCount; j += 1) {
    const unit = new Float64Array(columnCount);
    unit[j] = 1;
    const column = solveUpper(r, columnCount, unit);
    for (let i = 0; i <= j; i += 1) lengths[i] = Math.hypot(lengths[i] as number, column[i] as number);
  }
  return lengths;
}

/** ‖R‖ · ‖R⁻¹‖ once every column of R has length 1. */
function conditionOf(r: Float64Array, columnCount: number, lengths: readonly number[]): number {
  const squares = rowLengthsOfInverse(r, columnCount).map(
    (length, j) => (length * (lengths[j] as number)) ** 2,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) * columnCount);
}

function illConditioned(conditionNumber: number): IllConditioned {
  const reason =
    `the columns are so nearly dependent (condition number ${conditionNumber.toExponential(0)}) that fewer than ` +
    `${FEWEST_DIGITS} digits of a coefficient would be right: leave a column out, or measure from the middle`;
  return { kind: "ill-conditioned", conditionNumber, reason };
}

/** Divides each column by a power of two near its length, which loses nothing; answers the powers. */
function scaleColumns(work: Float64Array, rowCount: number, columnCount: number): number[] {
  return Array.from({ length: columnCount }, (_, j) => {
    let largest = 0;
    for (let i = j * rowCount; i < (j + 1) * rowCount; i += 1) {
      largest = Math.max(largest, Math.abs(work[i] as number));
    }
    const exponent = largest === 0 ? 0 : Math.min(Math.max(Math.floor(Math.log2(largest)), -1000), 1000);
    for (let i = j * rowCount; i < (j + 1) * rowCount; i += 1) work[i] = (work[i] as number) * 2 ** -exponent;
    return 2 ** exponent;
  });
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
