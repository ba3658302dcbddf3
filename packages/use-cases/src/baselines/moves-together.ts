import type { Snapshot } from "@liftledger/database/snapshots";

type Quantities = Pick<Snapshot, "period" | "numerator" | "denominator">;

/**
 * The correlation of the ratios of two series over the periods that both have a volume in, from -1 to 1; null under three
 * of them, and where one stands still.
 *
 * @example
 * movesTogether(own, other) // 0.83: much of what moves the one moves the other
 */
export function movesTogether(own: readonly Quantities[], other: readonly Quantities[]): number | null {
  const ratios = new Map(other.flatMap((row) => (ratioOf(row) === null ? [] : [[row.period, ratioOf(row)]])));
  const pairs = own.flatMap((row): [number, number][] => {
    const [mine, theirs] = [ratioOf(row), ratios.get(row.period) ?? null];
    return mine === null || theirs === null ? [] : [[mine, theirs]];
  });
  if (pairs.length < 3) return null;
  const mean = (place: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[place], 0) / pairs.length;
  const [ownMean, otherMean] = [mean(0), mean(1)];
  const sum = (of: (mine: number, theirs: number) => number) =>
    pairs.reduce((total, [mine, theirs]) => total + of(mine - ownMean, theirs - otherMean), 0);
  const size = Math.sqrt(sum((mine) => mine * mine)) * Math.sqrt(sum((_, theirs) => theirs * theirs));
  if (!(size > 0)) return null;
  return Math.max(-1, Math.min(1, sum((mine, theirs) => mine * theirs) / size));
}

function ratioOf({ numerator, denominator }: Quantities): number | null {
  return Number(denominator) > 0 ? Number(numerator) / Number(denominator) : null;
}
