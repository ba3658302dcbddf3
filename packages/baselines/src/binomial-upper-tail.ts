/**
 * P(X ≥ successes) for X binomial: how likely so many or more are by chance alone.
 *
 * @example binomialUpperTail(1, 1, 0.05) // 0.05
 */
export function binomialUpperTail(trials: number, successes: number, probability: number): number {
  let term = (1 - probability) ** trials;
  let below = 0;
  for (let x = 0; x < successes; x += 1) {
    below += term;
    term *= ((trials - x) / (x + 1)) * (probability / (1 - probability));
  }
  return 1 - below;
}
