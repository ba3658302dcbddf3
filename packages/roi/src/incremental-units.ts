import type { Measure } from "@liftledger/kpis/kpi";
import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { mixtureDistribution, type Distribution } from "./distribution.ts";
import type { Explanation } from "./explanation.ts";

/** How uncertain incremental units are, as a mixture and as the distribution of it. */
export interface UncertainUnits {
  mixture: StudentMixture;
  distribution: Distribution;
}

/** What a unit that money is put on counts: the numerator of the KPI, or the outcomes where those are priced. */
export interface CountedUnit {
  counts: string;
  unit: string;
  measure: Measure;
}

/**
 * The incremental units of a benefit, however they were measured. `periods` are always the first so many mature
 * ones, so that a later period never changes an earlier amount.
 */
export interface IncrementalUnits {
  kind: "measured";
  counted: CountedUnit;
  hasInterval: boolean;
  /** Exact, positive is better. */
  gainOver(periods: number): string;
  /** Null without an interval, and over no period. */
  unitsOver(periods: number): UncertainUnits | null;
  /**
   * How uncertain Σ weight · units is where the units of each mature period count by a weight of their own, one for each;
   * the same question gets the same answer again.
   */
  weightedOver(weights: readonly number[]): (periods: number) => UncertainUnits | null;
  tree(periods: number, currency: string): Explanation;
  /** The denominator that the units come from; null where they are no ratio of the KPI's own denominator. */
  volumeOver(periods: number): number | null;
  /** Certain money beside the units: additional volume at its own margin. */
  beside: { over(periods: number): string; tree(periods: number, currency: string): Explanation } | null;
  /** Units of the numerator that are paid for now against before, all volume included; shown beside the value. */
  paidLess: { over(periods: number): string; tree(periods: number, currency: string): Explanation } | null;
  /** Why the units do not stand over these periods; null where they do. */
  outOfRange(periods: number): string | null;
}

/** The units of a benefit, or why there are none. */
export type Measured = IncrementalUnits | { kind: "unmeasured"; reason: string };

/** Makes what is asked of the same weights once. */
export function rememberedWeights(
  mixturesOf: (weights: readonly number[]) => (periods: number) => StudentMixture | null,
): IncrementalUnits["weightedOver"] {
  const known = new Map<string, ReturnType<IncrementalUnits["weightedOver"]>>();
  return (weights) => {
    const key = weights.join(" ");
    const found = known.get(key) ?? rememberedUnits(mixturesOf(weights));
    known.set(key, found);
    return found;
  };
}

/** Every month's end is asked for once and only today again and again: of more than a few nothing is gained. */
const mostRemembered = 4;

/** Makes a distribution once, however many figures ask for it one after the other. */
export function rememberedUnits(
  mixtureOver: (periods: number) => StudentMixture | null,
): IncrementalUnits["unitsOver"] {
  const known = new Map<number, UncertainUnits>();
  return (periods) => {
    const found = known.get(periods);
    if (found !== undefined) return found;
    const mixture = periods === 0 ? null : mixtureOver(periods);
    if (mixture === null) return null;
    const units = { mixture, distribution: mixtureDistribution(mixture) };
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size === mostRemembered) known.delete(oldest);
    known.set(periods, units);
    return units;
  };
}
