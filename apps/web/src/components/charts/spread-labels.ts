/**
 * Moves labels apart along one axis so that neighbours are at least `gap` from each other, each as near to
 * where it belongs as that allows, all within `low` and `high`. Keeps the order given by position.
 */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions
    .map((_, index) => index)
    .toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let previous = low - gap;
  for (const index of order) {
    previous = Math.max(positions[index] ?? 0, previous + gap);
    placed[index] = previous;
  }
  let next = high + gap;
  for (const index of order.toReversed()) {
    next = Math.min(placed[index] ?? 0, next - gap);
    placed[index] = next;
  }
  return placed;
}
