import type { StudentMixture } from "@liftledger/baselines/student-mixture";

/** A mixture in columns of doubles: a quarter of the memory, and compared and kept without making an object of each. */
export interface PackedMixture {
  degreesOfFreedom: number;
  weights: Float64Array;
  locations: Float64Array;
  scales: Float64Array;
}

/** Doubles in one piece of memory: a few dozen columns, of which one by one each would be known to the collector. */
const doublesAtOnce = 1024;

/** Gives columns of doubles out of larger pieces. */
export function createColumns(): (length: number) => Float64Array {
  let piece = new Float64Array(0);
  let used = 0;
  return (length) => {
    if (piece.length - used < length) {
      piece = new Float64Array(Math.max(doublesAtOnce, length));
      used = 0;
    }
    used += length;
    return piece.subarray(used - length, used);
  };
}

/**
 * Packs mixtures one after the other; those of the same weights as the one before share them.
 *
 * @param take where the columns are taken from; several packers may share it
 */
export function createMixturePacker(take = createColumns()): (mixture: StudentMixture) => PackedMixture {
  const known = new Map<number, Float64Array>();
  return ({ degreesOfFreedom, components }) => {
    const before = known.get(components.length);
    const isSame = before !== undefined && components.every(({ weight }, place) => weight === before[place]);
    const weights = isSame ? before : columnOf(components, "weight", take);
    known.set(components.length, weights);
    return {
      degreesOfFreedom,
      weights,
      locations: columnOf(components, "location", take),
      scales: columnOf(components, "scale", take),
    };
  };
}

/** Place by place: `Float64Array.from` takes an iterator's steps, five times as long. */
function columnOf<Field extends string>(
  rows: readonly Record<Field, number>[],
  field: Field,
  take: (length: number) => Float64Array,
): Float64Array {
  const column = take(rows.length);
  for (let place = 0; place < column.length; place += 1)
    column[place] = (rows[place] as (typeof rows)[0])[field];
  return column;
}

/** The mixture that was packed, to the last bit. */
export function unpackMixture({
  degreesOfFreedom,
  weights,
  locations,
  scales,
}: PackedMixture): StudentMixture {
  const components = Array.from(weights, (weight, place) => ({
    weight,
    location: locations[place] as number,
    scale: scales[place] as number,
  }));
  return { degreesOfFreedom, components };
}

/** Whether two mixtures are one to the last bit. */
export function isSameMixture(left: PackedMixture, right: PackedMixture): boolean {
  return (
    left.degreesOfFreedom === right.degreesOfFreedom &&
    isSameColumn(left.weights, right.weights) &&
    isSameColumn(left.locations, right.locations) &&
    isSameColumn(left.scales, right.scales)
  );
}

function isSameColumn(left: Float64Array, right: Float64Array): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let place = 0; place < left.length; place += 1) if (left[place] !== right[place]) return false;
  return true;
}
