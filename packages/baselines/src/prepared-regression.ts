import { householderQr, type QrFactors, type Rows } from "@liftledger/numerics/householder-qr";

export type PrePeriod = {
  /** Period numbers, whole and strictly increasing; a missing period is a gap. */
  readonly times: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** One row a period. */
  readonly design: Rows;
  /** Size of the numbers y was computed from, where y is a difference of larger ones. */
  readonly magnitude?: number;
};

/** A pre-period in the orthonormal basis of its design, with what ordinary least squares leaves over. */
export type PreparedRegression = {
  readonly times: Int32Array;
  readonly degreesOfFreedom: number;
  readonly basis: QrFactors;
  /** Ordinary least squares in the orthonormal basis: Q'y. */
  readonly ordinary: readonly number[];
  /** Unit of everything the shapes hold: the largest ordinary residual. 0 where the fit is perfect. */
  readonly residualScale: number;
  /** The columns of Q, then the ordinary residuals in units of `residualScale`, one after the other. */
  readonly columns: Float64Array;
};

/** Why these pre-periods cannot carry this design. */
export type RefusedBaseline = { readonly kind: "refused"; readonly reason: string };

/** Residuals below this share of the magnitude are rounding, not noise. */
const ROUNDING_SHARE = 1e-13;

/**
 * Makes the design orthonormal (QR) and replaces y by its ordinary residuals, so that all that follows
 * works on small, well conditioned numbers of order one.
 *
 * Answers a refusal for dependent columns or no more rows than columns; throws RangeError for times that
 * do not increase, lengths that differ and values that are not finite.
 */
export function prepareRegression(pre: PrePeriod): PreparedRegression | RefusedBaseline {
  const times = checkedTimes(pre.times);
  const rowCount = times.length;
  if (pre.y.length !== rowCount || pre.design.length !== rowCount) {
    throw new RangeError(`${rowCount} times for ${pre.y.length} values and ${pre.design.length} design rows`);
  }
  const columnCount = pre.design[0]?.length ?? 1;
  if (rowCount <= columnCount) {
    const needs = columnCount === 1 ? "1 column needs" : `${columnCount} columns need`;
    return { kind: "refused", reason: `${needs} more than ${rowCount} pre-periods` };
  }
  const basis = householderQr(pre.design);
  if ("kind" in basis) return { kind: "refused", reason: basis.reason };
  const { ordinary, residuals, size } = ordinaryFit(basis, pre.y);
  const largest = residuals.reduce((most, residual) => Math.max(most, Math.abs(residual)), 0);
  if (!Number.isFinite(largest)) throw new RangeError("the series is too large to be computed with");
  const perfect = largest <= ROUNDING_SHARE * Math.max(size, pre.magnitude ?? 0);
  const columns = new Float64Array(rowCount * (columnCount + 1));
  columns.set(basis.q);
  columns.set(
    residuals.map((residual) => residual / (perfect ? 1 : largest)),
    rowCount * columnCount,
  );
  const degreesOfFreedom = rowCount - columnCount;
  return { times, degreesOfFreedom, basis, ordinary, residualScale: perfect ? 0 : largest, columns };
}

/** Times as integers, refused unless whole and strictly increasing. */
export function checkedTimes(times: ArrayLike<number>): Int32Array {
  const checked = Int32Array.from(times);
  let before = -Infinity;
  for (const [i, time] of checked.entries()) {
    if (time !== times[i]) throw new RangeError(`period number ${times[i]} is not a whole number`);
    if (time <= before) throw new RangeError(`period ${time} does not come after period ${before}`);
    before = time;
  }
  return checked;
}

function ordinaryFit(
  basis: QrFactors,
  y: ArrayLike<number>,
): { ordinary: number[]; residuals: Float64Array; size: number } {
  const { rowCount, columnCount, q } = basis;
  const residuals = Float64Array.from(y);
  const ordinary = Array.from({ length: columnCount }, () => 0);
  let size = 0;
  for (const value of residuals) {
    if (!Number.isFinite(value)) throw new RangeError(`the series holds ${value}`);
    size = Math.max(size, Math.abs(value));
  }
  // Twice: the second pass removes what rounding left of the fit in the residuals.
  for (let pass = 0; pass < 2; pass += 1) {
    for (let j = 0; j < columnCount; j += 1) {
      let product = 0;
      for (let i = 0; i < rowCount; i += 1) {
        product += (q[j * rowCount + i] as number) * (residuals[i] as number);
      }
      for (let i = 0; i < rowCount; i += 1) {
        residuals[i] = (residuals[i] as number) - product * (q[j * rowCount + i] as number);
      }
      ordinary[j] = (ordinary[j] as number) + product;
    }
  }
  return { ordinary, residuals, size };
}
