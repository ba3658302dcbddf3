/**
 * How outcomes answer to spend, declared by somebody and approved: the outcomes of one period at the spend of one
 * period. *Power*: proportional to spend to the power of the elasticity (0.65: twice the spend brings 57% more).
 * *Logarithmic*: `gainPerDoubling` more outcomes for each doubling of spend. *Table*: straight lines between
 * points that were seen or planned.
 */
export type ResponseCurve =
  | { readonly kind: "power"; readonly spend: number; readonly outcomes: number; readonly elasticity: number }
  | {
      readonly kind: "logarithmic";
      readonly spend: number;
      readonly outcomes: number;
      readonly gainPerDoubling: number;
    }
  | {
      readonly kind: "table";
      readonly points: readonly { readonly spend: number; readonly outcomes: number }[];
    };

export type ExpectedOutcomes =
  | { readonly kind: "value"; readonly outcomes: number }
  | { readonly kind: "no-value"; readonly reason: string };

/**
 * The outcomes that a response curve expects at a spend. A table says nothing outside its points: extending it
 * would be a declaration nobody made. No spend brings nothing under a power curve, and a logarithmic one never
 * goes below zero. Outcomes beyond what a double holds are no value.
 *
 * Throws a RangeError for a curve that is none: a reference that is not above zero, an elasticity outside 0 to 1
 * (growing returns are a claim of their own), a table whose spends do not increase or whose outcomes fall.
 *
 * @example expectedOutcomes({ kind: "power", spend: 100_000, outcomes: 1000, elasticity: 0.65 }, 200_000) // 1,569.2
 */
export function expectedOutcomes(curve: ResponseCurve, spend: number): ExpectedOutcomes {
  const fault = curveFault(curve);
  if (fault !== null) throw new RangeError(fault);
  if (!(Number.isFinite(spend) && spend >= 0))
    return { kind: "no-value", reason: `a spend of ${spend} has no expected outcomes` };
  switch (curve.kind) {
    case "power":
      // At an elasticity of 0 the formula would bring all of it for no spend.
      if (spend === 0) return value(0);
      return value(curve.outcomes * (spend / curve.spend) ** curve.elasticity);
    case "logarithmic":
      // At no spend the logarithm has no end: nothing comes of nothing.
      if (spend === 0) return value(0);
      return value(Math.max(0, curve.outcomes + curve.gainPerDoubling * Math.log2(spend / curve.spend)));
    case "table":
      return fromTable(curve.points, spend);
  }
}

/** What is wrong with a curve, in a plain sentence; null where nothing is. */
export function curveFault(curve: ResponseCurve): string | null {
  if (curve.kind === "table") return tableFault(curve.points);
  const { spend, outcomes } = curve;
  if (!(isAboveZero(spend) && isAboveZero(outcomes)))
    return "A response curve starts from a spend and outcomes above zero.";
  if (curve.kind === "power" && !(curve.elasticity >= 0 && curve.elasticity <= 1))
    return `An elasticity lies between 0 and 1, not at ${curve.elasticity}.`;
  if (curve.kind === "logarithmic" && !(curve.gainPerDoubling >= 0 && Number.isFinite(curve.gainPerDoubling)))
    return `Outcomes do not fall with more spend: ${curve.gainPerDoubling} per doubling.`;
  return null;
}

function tableFault(points: readonly { spend: number; outcomes: number }[]): string | null {
  if (points.length < 2) return "A table of responses needs two points or more.";
  for (const [place, { spend, outcomes }] of points.entries()) {
    const before = points[place - 1];
    if (!(Number.isFinite(spend) && spend >= 0 && Number.isFinite(outcomes) && outcomes >= 0))
      return `A table of responses holds spend and outcomes from zero, not ${spend} and ${outcomes}.`;
    if (before !== undefined && !(spend > before.spend && outcomes >= before.outcomes))
      return `A table of responses goes up: ${spend} for ${outcomes} comes after ${before.spend} for ${before.outcomes}.`;
  }
  return null;
}

function fromTable(points: readonly { spend: number; outcomes: number }[], spend: number): ExpectedOutcomes {
  const after = points.findIndex((point) => point.spend >= spend);
  const [right, left] = [points[after], points[after - 1]];
  if (right?.spend === spend) return value(right.outcomes);
  if (right === undefined || left === undefined) {
    const [first, last] = [points[0]?.spend, points.at(-1)?.spend];
    return {
      kind: "no-value",
      reason: `the response curve is declared for a spend of ${first} to ${last}, not for ${spend}`,
    };
  }
  const share = (spend - left.spend) / (right.spend - left.spend);
  return value(left.outcomes + share * (right.outcomes - left.outcomes));
}

function isAboveZero(x: number): boolean {
  return Number.isFinite(x) && x > 0;
}

function value(outcomes: number): ExpectedOutcomes {
  if (!Number.isFinite(outcomes))
    return { kind: "no-value", reason: "the outcomes expected of this spend are too many to be written" };
  return { kind: "value", outcomes };
}
