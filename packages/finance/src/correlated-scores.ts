import { cholesky } from "@liftledger/numerics/cholesky";
import type { Random } from "@liftledger/numerics/seeded-random";

/** Standard normal scores, a row a line and a column a run; or why no lines can be correlated so. */
export type CorrelatedScores =
  | { readonly kind: "scores"; readonly scores: readonly Float64Array[] }
  | { readonly kind: "impossible"; readonly reason: string };

/**
 * Draws standard normal scores for lines with the given correlations (a Gaussian copula); without any the
 * lines are independent. A line's own draws do not depend on the lines after it, nor on whether there are
 * correlations at all, so that a line added at the end leaves the others as they were. A correlation of 1 is
 * one common draw, of −1 the same draw mirrored.
 *
 * Correlations that no lines can have together are an answer that names the line. Throws a RangeError on a
 * matrix that is not symmetric, not of this size, without ones on its diagonal or with a value beyond ±1.
 */
export function drawCorrelatedScores(input: {
  readonly names: readonly string[];
  readonly runs: number;
  readonly random: Random;
  readonly correlations?: readonly (readonly number[])[];
}): CorrelatedScores {
  const { names, runs, random, correlations } = input;
  const mixing = correlations === undefined || names.length === 0 ? null : mixingOf(names, correlations);
  if (mixing?.kind === "impossible") return mixing;
  const own = names.map(() => {
    const scores = new Float64Array(runs);
    for (let run = 0; run < runs; run += 1) scores[run] = random.normal();
    return scores;
  });
  return {
    kind: "scores",
    scores: mixing === null ? own : mixing.lower.map((weights) => mix(own, weights, runs)),
  };
}

function mixingOf(
  names: readonly string[],
  correlations: readonly (readonly number[])[],
):
  | { readonly kind: "mixing"; readonly lower: readonly (readonly number[])[] }
  | { readonly kind: "impossible"; readonly reason: string } {
  if (correlations.length !== names.length) {
    throw new RangeError(
      `${names.length} lines have ${names.length} rows of correlations, not ${correlations.length}`,
    );
  }
  correlations.forEach((row, index) => {
    if (row[index] !== 1) throw new RangeError(`"${names[index]}" has a correlation of 1 with itself`);
    const wrong = row.find((correlation) => !(Math.abs(correlation) <= 1));
    if (wrong !== undefined) throw new RangeError(`A correlation lies between -1 and 1, not ${wrong}`);
  });
  const factor = cholesky(correlations, { allowDependent: true });
  if (factor.kind === "factor") return { kind: "mixing", lower: factor.lower };
  const reason = `"${names[factor.row]}" cannot have these correlations together with those among the lines before it (the matrix is not positive definite).`;
  return { kind: "impossible", reason };
}

/** Σ weight · scores over the lines that count; a row of a Cholesky factor makes it standard normal again. */
function mix(own: readonly Float64Array[], weights: readonly number[], runs: number): Float64Array {
  const mixed = new Float64Array(runs);
  own.forEach((scores, line) => {
    const weight = weights[line] ?? 0;
    if (weight === 0) return;
    for (let run = 0; run < runs; run += 1) {
      mixed[run] = (mixed[run] as number) + weight * (scores[run] as number);
    }
  });
  return mixed;
}
