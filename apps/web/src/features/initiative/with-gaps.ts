import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { lastDay, listPeriods } from "@liftledger/kpis/period";

type Point = BenefitEvaluation["points"][number];

/**
 * A benefit with a point for every period from its first to its last: one that was not logged, was left out or does not
 * count yet has no number, so that its chart leaves it open rather than drawing across it as if time stood still.
 */
export function withGaps<T extends Pick<BenefitEvaluation, "points">>(benefit: T): T {
  const { points } = benefit;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return benefit;
  const known = new Map(points.map((point) => [point.period, point]));
  let side: Point["side"] = first.side;
  const filled = listPeriods(first.period, last.period).map((period): Point => {
    const point = known.get(period) ?? { ...nothing, period, lastDay: lastDay(period), side };
    side = point.side;
    return point;
  });
  return filled.length === points.length ? benefit : { ...benefit, points: filled };
}

const nothing = {
  mature: true,
  numerator: null,
  denominator: null,
  actual: null,
  expected: null,
  low: null,
  high: null,
} as const;
