/**
 * What a baseline assumes of the expected value: a constant, or a constant with a season of
 * `harmonics` sine and cosine pairs that repeats every `periodLength` periods.
 */
export type BaselineDesign =
  | { readonly kind: "flat" }
  | { readonly kind: "fourier"; readonly harmonics: number; readonly periodLength: number };

/** The average number of weeks in a year, for a yearly season of weekly series. */
const WEEKS_PER_YEAR = 52.18;

export const FLAT_DESIGN: BaselineDesign = { kind: "flat" };

/** The yearly season of the ladder: two harmonics of 52.18 weeks. */
export const YEARLY_SEASON: BaselineDesign = { kind: "fourier", harmonics: 2, periodLength: WEEKS_PER_YEAR };

/** How many columns a design has: each must be paid for with pre-periods. */
export function columnCountOf(design: BaselineDesign): number {
  return design.kind === "flat" ? 1 : 1 + 2 * design.harmonics;
}

/**
 * Design rows for the given period numbers. The number itself sets the phase of the season, so rows
 * made before and after the start of an initiative fit together.
 *
 * Throws RangeError for a season with less than one harmonic or fewer than two periods a harmonic,
 * which no column could tell from the constant.
 *
 * @example designRows({ kind: "flat" }, [4, 5]) // [[1], [1]]
 */
export function designRows(design: BaselineDesign, times: ArrayLike<number>): number[][] {
  if (design.kind === "flat") return Array.from(times, () => [1]);
  const { harmonics, periodLength } = design;
  if (!(Number.isInteger(harmonics) && harmonics >= 1 && periodLength > 2 * harmonics)) {
    throw new RangeError(`no season has ${harmonics} harmonics in ${periodLength} periods`);
  }
  return Array.from(times, (time) => {
    const row = [1];
    for (let harmonic = 1; harmonic <= harmonics; harmonic += 1) {
      const angle = (2 * Math.PI * harmonic * time) / periodLength;
      row.push(Math.cos(angle), Math.sin(angle));
    }
    return row;
  });
}
