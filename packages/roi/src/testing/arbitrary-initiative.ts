import { addPeriods, firstDay, lastDay } from "@liftledger/kpis/period";
import * as fc from "fast-check";
import type { BenefitInput } from "../benefit-input.ts";
import type { InitiativeInput } from "../initiative-input.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  monthlyCosts,
  snapshotsFrom,
} from "./example-initiative.ts";

const start = "2025-W02";

/** A share as decimal text, with a few digits. */
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => String(thousandths / 1000));

/** Counts of events out of a volume; volumes of zero occur. */
const ratioPeriod = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([volume, rate]) => [Math.round(volume * rate), volume] as const);

/** Four times in five what can be judged, else what cannot. */
function mostly<Value>(whole: fc.Arbitrary<Value>, lacking: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ arbitrary: whole, weight: 4 }, { arbitrary: lacking, weight: 1 });
}

function history(minLength: number, maxLength: number) {
  return fc.array(ratioPeriod, { minLength, maxLength });
}

/** Costs of the first so many months or more, in cents. */
function months(minLength: number) {
  return fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength, maxLength: 5 });
}

const factors = fc.record({
  unitValue: fc.integer({ min: 0, max: 100_000 }).map((cents) => String(cents / 100)),
  attribution: share,
  confidence: share,
  realisation: share.map((cashed) => ({
    accepted: "0",
    cashed,
    redeployed: String(Math.round((1 - Number(cashed)) * 400) / 1000),
  })),
});

/** A weekly benefit that can be valued, of either direction, with any short history. */
export function arbitraryBenefit(benefitId: string): fc.Arbitrary<BenefitInput> {
  return fc
    .record({
      before: mostly(history(3, 16), history(0, 2)),
      after: mostly(history(17, 17), history(0, 16)),
      direction: fc.constantFrom("higher" as const, "lower" as const),
      maturationPeriods: fc.integer({ min: 0, max: 2 }),
      factors,
    })
    .map(({ before, after, direction, maturationPeriods, factors: chosen }) =>
      exampleBenefit({
        benefitId,
        seriesId: `series-of-${benefitId}`,
        periodType: "week",
        claimFrom: start,
        kpi: exampleKpi({ direction, maturationPeriods }),
        baseline: flatBaseline(snapshotsFrom(addPeriods(start, -before.length), before)),
        after: snapshotsFrom(start, after),
        factors: chosen,
      }),
    );
}

/** An initiative with one to three weekly benefits and a few months of cost, valued some day of its first months. */
export const arbitraryInitiative: fc.Arbitrary<InitiativeInput> = fc
  .record({
    benefits: fc
      .integer({ min: 1, max: 3 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, place) => arbitraryBenefit(`benefit-${place}`))),
      ),
    costs: mostly(months(5), months(0)),
    weeks: mostly(fc.integer({ min: 8, max: 16 }), fc.integer({ min: 0, max: 7 })),
    day: fc.integer({ min: 0, max: 6 }),
    phaseWeek: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ benefits, costs, weeks, day, phaseWeek }) => {
    const valued = addPeriods(start, weeks);
    const until = day === 6 ? lastDay(valued) : firstDay(valued);
    return exampleInitiative({
      benefits: benefits.map((benefit) => ({
        ...benefit,
        after: benefit.after.filter(({ period }) => lastDay(period) <= until),
      })),
      costs: monthlyCosts("2025-01", costs),
      startedOn: firstDay(start),
      phaseHistory: [
        { phase: "pilots", enteredOn: firstDay(start) },
        { phase: "scale", enteredOn: firstDay(addPeriods(start, phaseWeek)) },
      ],
      until,
    });
  });
