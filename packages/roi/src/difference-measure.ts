import { welchDegreesOfFreedom } from "@liftledger/baselines/welch-degrees-of-freedom";
import type { StudentMixture } from "@liftledger/baselines/student-mixture";
import { firstDay, lastDay } from "@liftledger/kpis/period";
import type { BenefitInput, SnapshotValue } from "./benefit-input.ts";
import {
  absent,
  difference,
  leaf,
  negated,
  product,
  quotient,
  sum,
  type Explanation,
} from "./explanation.ts";
import { snapshotPoint } from "./history-measure.ts";
import { rememberedUnits, rememberedWeights, type Measured } from "./incremental-units.ts";
import { gainLabel, unitOf } from "./lift-measure.ts";
import type { HoldOutResult, TimedItems, TimedSample } from "./measurement.ts";

/**
 * Units from a difference per denominator unit that was measured apart from the series, on the volume since the
 * start: U = s · difference · ΣD (· the treated part, which is another while a hold-out runs: a period with a day of
 * it counts by its part). The interval is that of the difference, because the volume is
 * counted. A hold-out compares two groups of the same time, a timed sample items before and after (Welch).
 */
export function differenceMeasure(
  { kpi }: BenefitInput,
  mature: readonly SnapshotValue[],
  from: HoldOutResult | TimedSample,
): Measured {
  const spread = spreadOf(from);
  if (spread === null)
    return { kind: "unmeasured", reason: "a timed sample needs items before and after the start" };
  const gain = (currency: string) => gainPerUnit(from, kpi, currency);
  const perUnit = gain("").value;
  if (perUnit === null) return { kind: "unmeasured", reason: "a group of the hold-out has no volume" };
  const unitsOn = (volume: number) =>
    spread.standardError === null
      ? null
      : studentOf(Number(perUnit) * volume, spread.standardError * volume, spread.degreesOfFreedom);
  const tree = (periods: number, currency: string) => {
    const label = gainLabel(kpi.direction, kpi.numerator.counts);
    const unit = unitOf(kpi.numerator, currency);
    if (periods === 0) return absent(label, unit, "no full period since the start yet");
    return product(label, unit, [
      gain(currency),
      ...volumeNodes(from, kpi, mature.slice(0, periods), currency),
    ]);
  };
  const volumeOver = (periods: number) =>
    volumeNodes(from, kpi, mature.slice(0, periods), "").reduce(
      (whole, node) => whole * Number(node.value),
      1,
    );
  return {
    kind: "measured",
    counted: kpi.numerator,
    hasInterval: spread.standardError !== null,
    gainOver: (periods) => (periods === 0 ? "0" : (tree(periods, "").value ?? "0")),
    unitsOver: rememberedUnits((periods) => unitsOn(volumeOver(periods))),
    // One difference on all the volume: what moves one stretch of it moves every other.
    weightedOver: rememberedWeights((weights) => {
      const volumes = weights.map((weight, place) => weight * (volumeOver(place + 1) - volumeOver(place)));
      return (periods) => unitsOn(volumes.slice(0, periods).reduce((sum, volume) => sum + volume, 0));
    }),
    tree,
    volumeOver,
    beside: null,
    paidLess: null,
    outOfRange: () => null,
  };
}

function gainPerUnit(
  from: HoldOutResult | TimedSample,
  kpi: BenefitInput["kpi"],
  currency: string,
): Explanation {
  const unit = unitOf(kpi.numerator, currency);
  const label = `Difference in ${kpi.numerator.counts} per ${kpi.denominator.unit}`;
  const ratio = (name: string, over: string, under: string) =>
    quotient(
      `${kpi.numerator.counts} per ${kpi.denominator.unit}, ${name}`,
      unit,
      leaf(`${kpi.numerator.counts}, ${name}`, over, unit, from.source),
      leaf(`${kpi.denominator.counts}, ${name}`, under, "count", from.source),
    );
  const better = (withAi: Explanation, without: Explanation) =>
    kpi.direction === "higher"
      ? difference(label, unit, withAi, without)
      : difference(label, unit, without, withAi);
  if (from.kind === "timed-sample") {
    const items = ({ total, items: count }: TimedItems, name: string) => ratio(name, total, String(count));
    return better(items(from.after, "timed after the start"), items(from.before, "timed before the start"));
  }
  if ("adjusted" in from.difference) {
    const adjusted = leaf(`${label}, treated less control`, from.difference.adjusted, unit, from.source);
    return kpi.direction === "higher" ? adjusted : negated(label, unit, adjusted);
  }
  const { treated, control } = from.difference;
  return better(
    ratio("treated", treated.numerator, treated.denominator),
    ratio("control", control.numerator, control.denominator),
  );
}

function volumeNodes(
  from: HoldOutResult | TimedSample,
  kpi: BenefitInput["kpi"],
  mature: readonly SnapshotValue[],
  currency: string,
): Explanation[] {
  const { counts } = kpi.denominator;
  const volumeOf = (label: string, periods: readonly SnapshotValue[]) =>
    sum(
      label,
      "count",
      periods.map((snapshot) => snapshotPoint(snapshot, kpi).explain(currency).denominator),
    );
  if (from.kind === "timed-sample") return [volumeOf(`${counts} since the start`, mature)];
  const { during, treatedShare, source } = from;
  const part = (label: string, share: string) => leaf(label, share, "ratio", source);
  if (during === undefined)
    return [volumeOf(`${counts} since the start`, mature), part("Part that was treated", treatedShare)];
  const isDuring = ({ period }: SnapshotValue) =>
    lastDay(period) >= during.from && (during.to === null || firstDay(period) <= during.to);
  const treated = (when: string, periods: readonly SnapshotValue[], share: string) =>
    product(`${counts} that were treated, ${when}`, "count", [
      volumeOf(`${counts}, ${when}`, periods),
      part(`Part that was treated, ${when}`, share),
    ]);
  return [
    sum(`${counts} that were treated`, "count", [
      treated("while the hold-out ran", mature.filter(isDuring), during.share),
      treated(
        "outside it",
        mature.filter((snapshot) => !isDuring(snapshot)),
        treatedShare,
      ),
    ]),
  ];
}

/** How uncertain the difference is; null where nothing was timed, no standard error where one item has none. */
function spreadOf(
  from: HoldOutResult | TimedSample,
): { standardError: number | null; degreesOfFreedom: number } | null {
  if (from.kind === "hold-out")
    return { standardError: from.standardError, degreesOfFreedom: from.degreesOfFreedom };
  const { before, after } = from;
  if (before.items < 1 || after.items < 1) return null;
  if (before.items < 2 || after.items < 2) return { standardError: null, degreesOfFreedom: Number.NaN };
  const squared = ({ standardDeviation, items }: TimedItems) => standardDeviation ** 2 / items;
  const [first, second] = [squared(before), squared(after)];
  return {
    standardError: Math.sqrt(first + second),
    degreesOfFreedom: welchDegreesOfFreedom(first, before.items, second, after.items) ?? Infinity,
  };
}

function studentOf(location: number, scale: number, degreesOfFreedom: number): StudentMixture {
  return { degreesOfFreedom, components: [{ weight: 1, location, scale: Math.abs(scale) }] };
}
