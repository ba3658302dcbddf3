/** Where a continuous function is zero, or why no zero was found. */
export type RootSearch =
  | {
      readonly kind: "root";
      readonly x: number;
      /** The function's value there: what the tolerance left. */
      readonly residual: number;
      readonly evaluations: number;
    }
  | {
      /** The function has the same sign at both ends: the bracket holds no root, or an even number. */
      readonly kind: "no-sign-change";
      readonly valueAtLower: number;
      readonly valueAtUpper: number;
      readonly reason: string;
    }
  | { readonly kind: "not-finite"; readonly x: number; readonly reason: string }
  | { readonly kind: "not-settled"; readonly lower: number; readonly upper: number; readonly reason: string };

export type RootSearchOptions = {
  /** The root is known to within this much in x … */
  readonly tolerance?: number;
  /** … or this share of x, whichever is larger. The default 4e-16 is all a double holds. */
  readonly relativeTolerance?: number;
  /** Evaluations of the function before the search gives up; 200 unless told. */
  readonly mostEvaluations?: number;
};

/** The bracket of a search: the best point, the one across the root from it, and the one before. */
type Bracket = {
  best: number;
  bestValue: number;
  across: number;
  acrossValue: number;
  former: number;
  formerValue: number;
  step: number;
  stepBefore: number;
};

/**
 * The root of a continuous function between two points at which its signs differ, by Brent's method:
 * inverse quadratic interpolation or the secant where they close the bracket fast, bisection where
 * they do not, so that it never takes many more steps than bisection and usually takes eight or so.
 *
 * Answers `no-sign-change` where the ends have the same sign, `not-finite` where the function gives
 * NaN or an infinity, `not-settled` where the evaluations ran out. Throws RangeError for ends that
 * are not finite. The ends may come in either order; an end that is a root is the answer.
 *
 * Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 4.
 *
 * @example findRoot((x) => x * x - 2, 0, 2) // { kind: "root", x: 1.4142135623730951, … }
 */
export function findRoot(
  f: (x: number) => number,
  from: number,
  to: number,
  options: RootSearchOptions = {},
): RootSearch {
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw new RangeError(`a root is searched between two finite points, got ${from} and ${to}`);
  }
  const valueAtFrom = f(from);
  const valueAtTo = f(to);
  if (!Number.isFinite(valueAtFrom)) return notFinite(from, valueAtFrom);
  if (!Number.isFinite(valueAtTo)) return notFinite(to, valueAtTo);
  if (valueAtFrom === 0) return { kind: "root", x: from, residual: 0, evaluations: 2 };
  if (valueAtTo === 0) return { kind: "root", x: to, residual: 0, evaluations: 2 };
  if (valueAtFrom > 0 === valueAtTo > 0) return noSignChange(from, valueAtFrom, to, valueAtTo);
  return closeBracket(
    f,
    {
      best: to,
      bestValue: valueAtTo,
      across: from,
      acrossValue: valueAtFrom,
      former: from,
      formerValue: valueAtFrom,
      step: to - from,
      stepBefore: to - from,
    },
    options,
  );
}

function closeBracket(f: (x: number) => number, bracket: Bracket, options: RootSearchOptions): RootSearch {
  const { tolerance = 0, relativeTolerance = 4e-16, mostEvaluations = 200 } = options;
  for (let evaluations = 2; evaluations < mostEvaluations; evaluations += 1) {
    keepRootInside(bracket);
    const { best, bestValue, across } = bracket;
    const reach = Math.max(0.5 * Math.max(tolerance, relativeTolerance * Math.abs(best)), Number.MIN_VALUE);
    const half = 0.5 * (across - best);
    if (Math.abs(half) <= reach || bestValue === 0) {
      return { kind: "root", x: best, residual: bestValue, evaluations };
    }
    chooseStep(bracket, half, reach);
    bracket.former = best;
    bracket.formerValue = bestValue;
    bracket.best = best + (Math.abs(bracket.step) > reach ? bracket.step : Math.sign(half) * reach);
    bracket.bestValue = f(bracket.best);
    if (!Number.isFinite(bracket.bestValue)) return notFinite(bracket.best, bracket.bestValue);
  }
  const lower = Math.min(bracket.best, bracket.across);
  const upper = Math.max(bracket.best, bracket.across);
  const reason = `no root to the tolerance after ${mostEvaluations} evaluations; it lies between ${lower} and ${upper}`;
  return { kind: "not-settled", lower, upper, reason };
}

/** Makes `across` the end with the other sign and `best` the one with the smaller value. */
function keepRootInside(bracket: Bracket): void {
  if (bracket.bestValue > 0 === bracket.acrossValue > 0) {
    bracket.across = bracket.former;
    bracket.acrossValue = bracket.formerValue;
    bracket.step = bracket.best - bracket.former;
    bracket.stepBefore = bracket.step;
  }
  if (Math.abs(bracket.acrossValue) < Math.abs(bracket.bestValue)) {
    bracket.former = bracket.best;
    bracket.formerValue = bracket.bestValue;
    bracket.best = bracket.across;
    bracket.bestValue = bracket.acrossValue;
    bracket.across = bracket.former;
    bracket.acrossValue = bracket.formerValue;
  }
}

/** Interpolates where that lands well inside the bracket and shrinks faster than before, else bisects. */
function chooseStep(bracket: Bracket, half: number, reach: number): void {
  const { best, bestValue, across, acrossValue, former, formerValue, stepBefore } = bracket;
  let step = half;
  let interpolated = false;
  if (Math.abs(stepBefore) >= reach && Math.abs(formerValue) > Math.abs(bestValue)) {
    const ratio = bestValue / formerValue;
    let top = 2 * half * ratio;
    let bottom = 1 - ratio;
    if (former !== across) {
      const q = formerValue / acrossValue;
      const r = bestValue / acrossValue;
      top = ratio * (2 * half * q * (q - r) - (best - former) * (r - 1));
      bottom = (q - 1) * (r - 1) * (ratio - 1);
    }
    if (top > 0) bottom = -bottom;
    top = Math.abs(top);
    const insideBracket = 2 * top < 3 * half * bottom - Math.abs(reach * bottom);
    if (insideBracket && 2 * top < Math.abs(stepBefore * bottom)) {
      step = top / bottom;
      interpolated = true;
    }
  }
  bracket.stepBefore = interpolated ? bracket.step : half;
  bracket.step = step;
}

function notFinite(x: number, value: number): RootSearch {
  return { kind: "not-finite", x, reason: `the function is ${value} at ${x}` };
}

function noSignChange(from: number, valueAtFrom: number, to: number, valueAtTo: number): RootSearch {
  const ordered = from <= to;
  const lower = ordered ? from : to;
  const upper = ordered ? to : from;
  const side = valueAtFrom > 0 ? "above" : "below";
  return {
    kind: "no-sign-change",
    valueAtLower: ordered ? valueAtFrom : valueAtTo,
    valueAtUpper: ordered ? valueAtTo : valueAtFrom,
    reason: `the function is ${side} zero at both ends, ${lower} and ${upper}`,
  };
}
