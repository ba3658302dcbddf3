import { addPeriods, listPeriods } from "@liftledger/kpis/period";
import * as fc from "fast-check";
import type { BenefitInput, SnapshotValue } from "../benefit-input.ts";
import type { InitiativeInput } from "../initiative-input.ts";
import type { ExplanationSource } from "../explanation.ts";
import type { ControlPeriod, Measurement } from "../measurement.ts";
import { arbitraryBenefit, arbitraryInitiative } from "./arbitrary-initiative.ts";
import { exampleKpi } from "./example-initiative.ts";

const source: ExplanationSource = { kind: "assumption", text: "version 1" };

const groups = fc.tuple(
  fc.nat(500),
  fc.integer({ min: 1, max: 900 }),
  fc.nat(500),
  fc.integer({ min: 1, max: 900 }),
);

const holdOut: fc.Arbitrary<Measurement> = fc
  .record({
    groups,
    adjusted: fc.boolean(),
    error: fc.double({ min: 0, max: 0.1, noNaN: true }),
    half: fc.boolean(),
  })
  .map(({ groups: [treated, treatedOf, control, controlOf], adjusted, error, half }) => ({
    kind: "hold-out",
    difference: adjusted
      ? { adjusted: String((treated - control) / 1000) }
      : {
          treated: { numerator: String(treated), denominator: String(treatedOf) },
          control: { numerator: String(control), denominator: String(controlOf) },
        },
    standardError: error,
    degreesOfFreedom: half ? Infinity : 40,
    treatedShare: half ? "0.5" : "1",
    sampleRatioPassed: true,
    analysedAsRandomised: true,
    source,
  }));

const timedItems = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(5000), fc.double({ min: 0, max: 9, noNaN: true }))
  .map(([items, tenths, standardDeviation]) => ({ items, total: String(tenths / 10), standardDeviation }));

const timedSample: fc.Arbitrary<Measurement> = fc
  .record({ before: timedItems, after: timedItems })
  .map((samples) => ({ kind: "timed-sample", ...samples, source }));

const expectedVolume: fc.Arbitrary<Measurement> = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }))
  .map(([tenths, margin]) => ({
    kind: "expected-volume",
    volumePerPeriod: String(tenths / 10),
    additionalMargin: margin === undefined ? undefined : String(margin / 10),
    source,
  }));

const responseCurve: fc.Arbitrary<Measurement> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom("power" as const, "logarithmic" as const))
  .map(([share, kind]) => ({
    kind: "response-curve",
    approved: true,
    source,
    curve:
      kind === "power"
        ? { kind, spend: 100, outcomes: 50, elasticity: share / 100 }
        : { kind, spend: 100, outcomes: 50, gainPerDoubling: share },
  }));

/** A control for every period that a benefit may have, whose spend moves little. */
const controlOutcomes: fc.Arbitrary<Measurement> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 110 })), {
    minLength: 60,
    maxLength: 60,
  })
  .map((pairs) => ({
    kind: "control-outcomes",
    name: "the north",
    periods: listPeriods("2024-W30", addPeriods("2024-W30", 59)).map((period, place): ControlPeriod => {
      const [outcomes, spend] = pairs[place] ?? [1, 100];
      return { period, outcomes: String(outcomes), spend: String(spend), source };
    }),
  }));

const spendPerCustomer = exampleKpi({
  name: "Acquisition cost",
  numerator: { counts: "money spent", unit: "money", measure: "spend" },
  denominator: { counts: "new customers", unit: "customer", kind: "outcome" },
  direction: "lower",
  proportion: false,
});

/** The same outcomes for a spend that moves little, so that a control whose spend moves little can be compared. */
function steadySpend(benefit: BenefitInput): BenefitInput {
  const steady = (snapshots: readonly SnapshotValue[]) =>
    snapshots.map((snapshot, place) => ({ ...snapshot, numerator: String(95 + ((place * 7) % 11)) }));
  const { baseline, after } = benefit;
  return {
    ...benefit,
    baseline: baseline && { ...baseline, before: steady(baseline.before) },
    after: steady(after),
  };
}

/** A weekly benefit measured in any of the ways there are, its own history among them. */
export function arbitraryMeasuredBenefit(benefitId: string): fc.Arbitrary<BenefitInput> {
  const measurement = fc.oneof(
    fc.constant(undefined),
    expectedVolume,
    responseCurve,
    controlOutcomes,
    holdOut,
    timedSample,
  );
  const facts = fc.record({
    measurement,
    redeployedOutputClaimed: fc.boolean(),
    cashMechanism: fc.constantFrom(undefined, null, "overtime cut"),
    isUncertain: fc.boolean(),
  });
  return fc.tuple(arbitraryBenefit(benefitId), facts).map(([benefit, chosen]): BenefitInput => {
    const kind = chosen.measurement?.kind;
    const isSpend = kind === "response-curve" || kind === "control-outcomes";
    const share = Number(benefit.factors.attribution);
    // A third of the widest that a share of this mean can deviate.
    const deviation = chosen.isUncertain
      ? String(Math.round(333 * Math.sqrt(share * (1 - share))) / 1000)
      : undefined;
    const { maturationPeriods, direction } = benefit.kpi;
    return {
      ...(isSpend ? steadySpend(benefit) : benefit),
      kpi: isSpend ? { ...spendPerCustomer, maturationPeriods } : { ...benefit.kpi, direction },
      measurement: chosen.measurement,
      factors: { ...benefit.factors, outcomeMargin: "140", attributionDeviation: deviation },
      realisation: {
        redeployedOutputClaimed: chosen.redeployedOutputClaimed,
        cashMechanism: chosen.cashMechanism,
      },
    };
  });
}

/** An initiative whose benefits are measured in any of the ways there are. */
export const arbitraryMeasuredInitiative: fc.Arbitrary<InitiativeInput> = arbitraryInitiative.chain(
  (initiative) =>
    fc
      .tuple(...initiative.benefits.map(({ benefitId }) => arbitraryMeasuredBenefit(benefitId)))
      .map((benefits) => ({
        ...initiative,
        benefits: benefits.map((benefit, place) => ({
          ...benefit,
          after: benefit.after.slice(0, initiative.benefits[place]?.after.length),
        })),
      })),
);
