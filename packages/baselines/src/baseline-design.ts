/** A season of `harmonics` sine and cosine pairs that repeats every `periodLength` periods. */
export type Season = { readonly harmonics: number; readonly periodLength: number };

/**
 * A constant together with whatever was declared: a straight line in time, a season, series that move
 * alike (each a column), or one series that is subtracted beforehand (difference-in-differences).
 * Series are named; their values come with the request, because a design is kept and they are not.
 */
export type ComposedDesign = {
  readonly kind: "composed";
  readonly trend: boolean;
  readonly season: Season | null;
  readonly controls: readonly string[];
  readonly difference: string | null;
};

/** What a baseline assumes of the expected value. Kept as JSON: kinds are added, never changed. */
export type BaselineDesign =
  | { readonly kind: "flat" }
  | ({ readonly kind: "fourier" } & Season)
  | ComposedDesign;

/** What design rows need beyond the period numbers themselves. */
export type DesignFrame = {
  /** The period at which the trend column is 0, at best the middle of the pre-period; 0 where left out. */
  readonly origin?: number;
  /** Value of each named control series by period number. */
  readonly controls?: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

/** The average number of weeks in a year, for a yearly season of weekly series. */
const WEEKS_PER_YEAR = 52.18;

export const FLAT_DESIGN: BaselineDesign = { kind: "flat" };

/** The yearly season of the ladder: two harmonics of 52.18 weeks. */
export const YEARLY_SEASON: BaselineDesign = { kind: "fourier", harmonics: 2, periodLength: WEEKS_PER_YEAR };

/**
 * The design with the parts given, in the oldest kind that can say it, so that what needs nothing new
 * is kept as it always was.
 *
 * @example composeDesign({ trend: true }) // { kind: "composed", trend: true, season: null, … }
 */
export function composeDesign(parts: Partial<Omit<ComposedDesign, "kind">>): BaselineDesign {
  const { trend = false, season = null, controls = [], difference = null } = parts;
  if (trend || controls.length > 0 || difference !== null) {
    return { kind: "composed", trend, season, controls, difference };
  }
  return season === null ? FLAT_DESIGN : { kind: "fourier", ...season };
}

/** The parts of any design, whichever kind says them. */
export function designParts(design: BaselineDesign): Omit<ComposedDesign, "kind"> {
  if (design.kind === "composed") return design;
  const nothing = { trend: false, season: null, controls: [], difference: null };
  if (design.kind === "flat") return nothing;
  const { harmonics, periodLength } = design;
  return { ...nothing, season: { harmonics, periodLength } };
}

/** How many columns a design has: each must be paid for with pre-periods. */
export function columnCountOf(design: BaselineDesign): number {
  const { trend, season, controls } = designParts(design);
  return 1 + (trend ? 1 : 0) + 2 * (season?.harmonics ?? 0) + controls.length;
}

/**
 * Design rows for the given period numbers: the constant, the trend, the season, the controls. The
 * number itself sets the phase of the season and the place on the trend, so rows made before and after
 * the start of an initiative fit together (given the same frame).
 *
 * Throws RangeError for a season with less than one harmonic or fewer than two periods a harmonic,
 * which no column could tell from the constant, and for a control without a value in a period.
 *
 * @example designRows({ kind: "flat" }, [4, 5]) // [[1], [1]]
 */
export function designRows(
  design: BaselineDesign,
  times: ArrayLike<number>,
  frame: DesignFrame = {},
): number[][] {
  const { trend, season, controls } = designParts(design);
  if (season !== null) refuseHopelessSeason(season);
  const { origin = 0 } = frame;
  return Array.from(times, (time) => {
    const row = [1];
    if (trend) row.push(time - origin);
    if (season !== null) pushSeason(row, season, time);
    for (const name of controls) row.push(controlAt(frame, name, time));
    return row;
  });
}

function refuseHopelessSeason({ harmonics, periodLength }: Season): void {
  if (Number.isInteger(harmonics) && harmonics >= 1 && periodLength > 2 * harmonics) return;
  throw new RangeError(`no season has ${harmonics} harmonics in ${periodLength} periods`);
}

function pushSeason(row: number[], { harmonics, periodLength }: Season, time: number): void {
  for (let harmonic = 1; harmonic <= harmonics; harmonic += 1) {
    const angle = (2 * Math.PI * harmonic * time) / periodLength;
    row.push(Math.cos(angle), Math.sin(angle));
  }
}

function controlAt({ controls }: DesignFrame, name: string, time: number): number {
  const value = controls?.get(name)?.get(time);
  if (value === undefined) throw new RangeError(`the control series ${name} has no value in period ${time}`);
  return value;
}
