/** Numerators and denominators of the same periods. */
export type Counted = { readonly numerators: readonly number[]; readonly denominators: readonly number[] };

export type LinearisedRatio = {
  /** R₀ = ΣN / ΣD before the start. */
  readonly baselineRatio: number;
  /** z = (N − R₀·D) / D̄ of each period, with the mean denominator of its own side. */
  readonly pre: number[];
  readonly post: number[];
};

/**
 * A ratio series made linear about its ratio before the start: the mean of `post` is by how much the pooled
 * ratio changed, exactly. It goes into `mixtureCounterfactual` as it is, which then gives the unweighted
 * form of the lift; `ratioLift` gives the form weighted by volume, in units.
 *
 * Throws RangeError for lengths that differ, values that are not finite, negative denominators, or a side
 * without any.
 *
 * @example
 * linearisedRatio({ before: { numerators: [2, 4], denominators: [20, 20] }, after: { numerators: [5], denominators: [25] } })
 * // ratio 0.15 before; post [0.05]
 */
export function linearisedRatio({ before, after }: { before: Counted; after: Counted }): LinearisedRatio {
  const volumeBefore = volumeOf(before, "before");
  const volumeAfter = volumeOf(after, "since");
  const baselineRatio = before.numerators.reduce((sum, value) => sum + value, 0) / volumeBefore;
  const linear = ({ numerators, denominators }: Counted, volume: number): number[] =>
    numerators.map((numerator, i) => {
      const expected = baselineRatio * (denominators[i] as number);
      return ((numerator - expected) * numerators.length) / volume;
    });
  return { baselineRatio, pre: linear(before, volumeBefore), post: linear(after, volumeAfter) };
}

function volumeOf({ numerators, denominators }: Counted, side: string): number {
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `${numerators.length} numerators for ${denominators.length} denominators ${side} the start`,
    );
  }
  const finite = [...numerators, ...denominators].every((value) => Number.isFinite(value));
  if (!finite || denominators.some((value) => value < 0)) {
    throw new RangeError(`numerators are finite and denominators not negative ${side} the start`);
  }
  const volume = denominators.reduce((sum, value) => sum + value, 0);
  if (!(volume > 0)) throw new RangeError(`there is no volume ${side} the start`);
  return volume;
}
