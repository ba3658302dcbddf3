import type { Kpi } from "@liftledger/kpis/kpi";
import { capitalised } from "@liftledger/kpis/within-sentence";
import type { SnapshotValue } from "./benefit-input.ts";
import { quotient, sum } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "./figure.ts";
import { snapshotPoint } from "./history-measure.ts";
import { unitOf } from "./lift-measure.ts";

/** Periods of a series that are told as one number. */
export interface PooledPeriods {
  figureId: string;
  kpi: Kpi;
  scope: string;
  /** First and last period, whether or not they have a value. */
  from: string;
  to: string;
  snapshots: readonly SnapshotValue[];
}

/** What a series showed over several periods: all that was counted over all it was counted of, never the mean of ratios. */
export function pooledRatioFigure(
  { figureId, kpi, scope, from, to, snapshots }: PooledPeriods,
  context: FigureContext,
): ExplainedFigure {
  const { currency } = context;
  const unit = unitOf(kpi.numerator, currency);
  const points = snapshots.map((snapshot) => snapshotPoint(snapshot, kpi).explain(currency));
  const label = `${kpi.name} (${scope}), ${from} to ${to}`;
  const counted = capitalised(kpi.numerator.counts);
  const tree = quotient(
    label,
    kpi.display === "percent" ? "ratio" : unit,
    sum(
      counted,
      unit,
      points.map(({ numerator }) => numerator),
    ),
    sum(
      capitalised(kpi.denominator.counts),
      "count",
      points.map(({ denominator }) => denominator),
    ),
  );
  return explainedFigure(context, {
    figureId,
    label,
    sentence: `${counted} over ${kpi.denominator.counts}, all periods that count taken together, by volume.`,
    tree,
    distribution: null,
    basis: "none",
    span: "point",
  });
}
