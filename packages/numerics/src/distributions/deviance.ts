/**
 * log(1 + t) − t for t > −1, to full relative accuracy: near 0 the two nearly cancel.
 *
 * With r = t/(2 + t), log(1 + t) = 2 atanh r, whose leading term is taken off on paper.
 *
 * @example log1pMinus(1e-8) // −5e-17, where Math.log1p(1e-8) − 1e-8 has no digit right
 */
export function log1pMinus(t: number): number {
  if (t > 1 || t < -0.6) return Math.log1p(t) - t;
  const r = t / (2 + t);
  const square = r * r;
  let power = square;
  let sum = 1 / 3;
  for (let odd = 5; ; odd += 2) {
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
    power *= square;
  }
  return r * (2 * square * sum - t);
}

/**
 * observed · log(observed/expected) + expected − observed: never negative, and exact near 0, where a
 * sum of its terms would lose everything. Powers such as xᵃ(1−x)ᵇ/B(a, b) are built from it.
 *
 * @param excess expected − observed, to be given to as many digits as the caller has.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 * @example deviance(10, 12, 2) // 10 log(10/12) + 2 = 0.17678…
 */
export function deviance(observed: number, expected: number, excess: number): number {
  const t = excess / observed;
  if (t > 1 || t < -0.6) return observed * Math.log(observed / expected) + excess;
  return -observed * log1pMinus(t);
}
