import type { Kpi } from "@liftledger/kpis/kpi";
import { addPeriods, listPeriods, type Period, type PeriodType } from "@liftledger/kpis/period";
import type { CostInput } from "../cost-tree.ts";
import type { BaselineInput, BenefitInput, SnapshotValue } from "../benefit-input.ts";
import type { InitiativeInput } from "../initiative-input.ts";

/** Plain values for tests: a KPI, its periods, a benefit, an initiative, each with what a test cares about. */

/** A conversion rate: higher is better, opportunities out of leads. */
export function exampleKpi(differences: Partial<Kpi> = {}): Kpi {
  return {
    key: "lead-conversion",
    version: 1,
    name: "Lead conversion",
    sentence: "Of the leads of a period, the share that became opportunities.",
    numerator: { counts: "opportunities", unit: "opportunity", measure: "count" },
    denominator: { counts: "leads", unit: "lead", kind: "exposure" },
    direction: "higher",
    frequency: "month",
    dating: "event",
    maturationPeriods: 0,
    role: "outcome",
    proportion: true,
    minimumVolume: 0,
    display: "percent",
    owner: null,
    ...differences,
  };
}

/** Consecutive periods from a first one, each with a numerator and a denominator. */
export function snapshotsFrom(
  first: Period,
  values: readonly (readonly [numerator: number | string, denominator: number | string])[],
): SnapshotValue[] {
  if (values.length === 0) return [];
  return listPeriods(first, addPeriods(first, values.length - 1)).map((period, place) => {
    const [numerator, denominator] = values[place] ?? [0, 1];
    return {
      period,
      numerator: String(numerator),
      denominator: String(denominator),
      source: { kind: "measured", text: "logged, revision 1", period, revision: 1 },
    };
  });
}

/** The same pair for a number of periods. */
export function repeated(count: number, numerator: number, denominator: number) {
  return Array.from({ length: count }, () => [numerator, denominator] as const);
}

/** A frozen flat baseline on the given periods. */
export function flatBaseline(before: readonly SnapshotValue[]): BaselineInput {
  return { status: "frozen", design: { kind: "flat" }, contaminated: false, before };
}

/** A benefit that is valued, with everything cashed and attributed unless said otherwise. */
export function exampleBenefit(differences: Partial<BenefitInput> = {}): BenefitInput {
  const periodType: PeriodType = differences.periodType ?? "month";
  const start = differences.claimFrom ?? (periodType === "month" ? "2025-01" : "2025-W02");
  return {
    benefitId: "benefit-1",
    seriesId: "series-1",
    kpi: exampleKpi(),
    scope: "Inbound",
    periodType,
    claimFrom: start,
    baseline: flatBaseline(snapshotsFrom(addPeriods(start, -12), repeated(12, 80, 4000))),
    after: snapshotsFrom(start, repeated(6, 104, 4000)),
    factors: {
      unitValue: "180",
      attribution: "1",
      confidence: "1",
      realisation: { accepted: "0", redeployed: "0", cashed: "1" },
    },
    factorsSource: { kind: "assumption", text: "version 1, approved by Ines Duarte", version: 1 },
    ...differences,
  };
}

/** One actual cost line a month, of licences in euros; amounts in cents. */
export function monthlyCosts(first: string, amountsMinor: readonly number[]): CostInput[] {
  return amountsMinor.map((amount, place) => ({
    category: "licences",
    month: addPeriods(first, place),
    amountMinor: BigInt(amount),
    currency: "EUR",
    kind: "actual",
    source: { kind: "measured", text: "accounts payable" },
  }));
}

/** An initiative in Pilots since January 2025, valued at the end of June, at 9,000 euros a month. */
export function exampleInitiative(differences: Partial<InitiativeInput> = {}): InitiativeInput {
  return {
    initiativeId: "initiative-1",
    name: "Lead scoring",
    currency: "EUR",
    places: 2,
    startedOn: "2025-01-01",
    phaseHistory: [{ phase: "pilots", enteredOn: "2025-01-01" }],
    benefits: [exampleBenefit()],
    costs: monthlyCosts("2025-01", [900_000, 900_000, 900_000, 900_000, 900_000, 900_000]),
    closedMonths: [],
    until: "2025-06-30",
    asOf: "2025-07-05T09:00:00.000Z",
    seed: 7,
    ...differences,
  };
}
