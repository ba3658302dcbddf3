import { designParts } from "@liftledger/baselines/baseline-design";
import type { ControlLine } from "@liftledger/contracts/evaluation";
import { isMature } from "@liftledger/kpis/maturation";
import type { SnapshotValue } from "@liftledger/roi/benefit-input";
import { pooledSnapshots, type BenefitResult } from "@liftledger/roi/evaluate-benefit";
import { bringsComparison } from "@liftledger/roi/measurement";
import { useOf } from "../baselines/chosen-controls.ts";

/** The control series of a benefit's baseline as they cross the wire: what each shows, and which periods wait for it. */
export function controlLines({ input, mature }: BenefitResult, until: string): ControlLine[] {
  const { baseline } = input;
  if (baseline === null || bringsComparison(input)) return [];
  const { controls, difference } = designParts(baseline.design);
  const names = difference === null ? controls : [...controls, difference];
  const window = new Set(baseline.before.map(({ period }) => period));
  const unmeasured = input.after.filter(
    (own) => isMature(own.period, input.kpi, until) && !mature.includes(own),
  );
  return names.flatMap((name): ControlLine[] => {
    const values = baseline.controls?.[name] ?? [];
    const has = new Set(values.map(({ period }) => period));
    const seriesId = values[0]?.source.kind === "measured" ? values[0].source.seriesId : undefined;
    const use = useOf(baseline.design, name);
    if (seriesId === undefined || use === "left-out") return [];
    return [
      {
        seriesId,
        name,
        use,
        level: pooledSnapshots(values.filter(({ period }) => window.has(period))),
        points: values.map((value) => ({ period: value.period, ratio: ratioOf(value) })),
        waiting: unmeasured.map(({ period }) => period).filter((period) => !has.has(period)),
      },
    ];
  });
}

function ratioOf({ numerator, denominator }: SnapshotValue): number | null {
  return Number(denominator) === 0 ? null : Number(numerator) / Number(denominator);
}
