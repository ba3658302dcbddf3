import { multiplyDecimals } from "@liftledger/numerics/decimal";
import { mixtureInterval } from "@liftledger/baselines/student-mixture";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenefitInput } from "./benefit-input.ts";
import { evaluateBenefit } from "./evaluate-benefit.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { benefitFinding } from "./findings.ts";
import { sentenceText } from "./told-sentence.ts";
import type { HoldOutResult, Measurement, TimedSample } from "./measurement.ts";
import { arbitraryMeasuredBenefit, arbitraryMeasuredInitiative } from "./testing/arbitrary-measurement.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

const source = { kind: "measured", text: "hold-out of spring 2025" } as const;

/** 2.6% of 10,000 treated leads against 2.0% of 10,000 others; half of the 4,000 leads a month are treated. */
const holdOut: HoldOutResult = {
  kind: "hold-out",
  difference: {
    treated: { numerator: "260", denominator: "10000" },
    control: { numerator: "200", denominator: "10000" },
  },
  standardError: 0.002,
  degreesOfFreedom: Infinity,
  treatedShare: "0.5",
  sampleRatioPassed: true,
  analysedAsRandomised: true,
  source,
};

const measuredBy = (measurement: Measurement, differences: Partial<BenefitInput> = {}) =>
  evaluateInitiative(
    exampleInitiative({ benefits: [exampleBenefit({ baseline: null, measurement, ...differences })] }),
  );

describe("measureUnits, of a hold-out", () => {
  it("puts the difference of the groups on the volume that was treated", () => {
    // 0.6 points × 4,000 × 6 months × half = 72 opportunities; × 180 = 12,960.
    const { figures, benefits, verdict } = measuredBy(holdOut);
    expect(benefits[0]?.figures.units.figure.value).toBe("72");
    expect(figures.realisedValue.figure.value).toBe("12960");
    expect(figures.netRoi.figure.grade).toBe("A");
    expect(verdict.missing).toEqual([]);
  });

  it("has the interval of the difference", () => {
    // 80% of a normal: ± 1.2815516 × 0.002 × 12,000 = ± 30.757.
    const units = evaluateBenefit(
      exampleBenefit({ baseline: null, measurement: holdOut }),
      "2025-06-30",
    ).unitsOver();
    const { low, high } = mixtureInterval(units?.mixture ?? { degreesOfFreedom: 1, components: [] }, 0.8);
    expect(low).toBeCloseTo(72 - 1.2815515655446004 * 24, 9);
    expect(high).toBeCloseTo(72 + 1.2815515655446004 * 24, 9);
  });

  it("takes an adjusted difference as it is, and turns it for a KPI where less is better", () => {
    const adjusted = { ...holdOut, difference: { adjusted: "-0.006" } };
    const kpi = exampleKpi({ direction: "lower" });
    expect(measuredBy(adjusted, { kpi }).benefits[0]?.figures.units.figure.value).toBe("72");
    expect(measuredBy(adjusted).benefits[0]?.figures.units.figure.value).toBe("-72");
  });

  it("is D where the groups do not have their sizes", () => {
    expect(measuredBy({ ...holdOut, sampleRatioPassed: false }).figures.netRoi.figure.grade).toBe("D");
  });

  it("has no number where a group has no volume, and says so", () => {
    const empty = {
      treated: { numerator: "0", denominator: "0" },
      control: { numerator: "2", denominator: "9" },
    };
    const { figures } = measuredBy({ ...holdOut, difference: empty });
    expect(figures.realisedValue.figure).toMatchObject({
      value: null,
      reason: "Lead conversion (Inbound): a group of the hold-out has no volume",
    });
  });

  it("is told in a sentence without a baseline", () => {
    const result = evaluateBenefit(exampleBenefit({ baseline: null, measurement: holdOut }), "2025-06-30");
    expect(sentenceText(benefitFinding(result, "EUR"))).toContain(
      "0.6 points above what was expected without AI",
    );
  });
});

/** 30 assets timed at 12 hours and 30 at 7, each with a deviation of 3 hours. */
const timed: TimedSample = {
  kind: "timed-sample",
  before: { items: 30, total: "360", standardDeviation: 3 },
  after: { items: 30, total: "210", standardDeviation: 3 },
  source,
};
const hours = {
  kpi: exampleKpi({
    name: "Hours per asset",
    numerator: { counts: "hours of work", unit: "hour", measure: "duration" },
    denominator: { counts: "assets published", unit: "asset", kind: "outcome" },
    direction: "lower",
  }),
  after: snapshotsFrom("2025-01", repeated(6, 0, 60)),
};

describe("measureUnits, of a timed sample", () => {
  it("puts the hours saved per item on the items made since the start", () => {
    // 5 hours × 360 assets = 1,800 hours.
    const { benefits, figures } = measuredBy(timed, hours);
    expect(benefits[0]?.figures.units.figure.value).toBe("1800");
    expect(figures.netRoi.figure.grade).toBe("D");
  });

  it("has the interval of Welch's difference", () => {
    // SE² = 9/30 + 9/30 = 0.6, 58 degrees of freedom; t(0.9; 58) = 1.29632 (R 4.2, qt).
    const units = evaluateBenefit(
      exampleBenefit({ baseline: null, measurement: timed, ...hours }),
      "2025-06-30",
    ).unitsOver();
    const { low, high } = mixtureInterval(units?.mixture ?? { degreesOfFreedom: 1, components: [] }, 0.8);
    expect((high - low) / 2 / 360).toBeCloseTo(1.29632 * Math.sqrt(0.6), 4);
    expect(units?.mixture.degreesOfFreedom).toBeCloseTo(58, 9);
  });

  it("is an estimate under 20 items on either side", () => {
    const few = { ...timed, after: { items: 19, total: "133", standardDeviation: 3 } };
    expect(measuredBy(few, hours).figures.netRoi.figure.grade).toBe("E");
  });

  it("has a point and no interval where one item was timed", () => {
    const one = { ...timed, after: { items: 1, total: "7", standardDeviation: 0 } };
    const { figures, verdict } = measuredBy(one, hours);
    expect(figures.netRoi.figure.interval).toBeNull();
    expect(verdict.headline).toBe("Not judged: too few items");
  });

  it("has no number where nothing was timed", () => {
    const none = { ...timed, before: { items: 0, total: "0", standardDeviation: 0 } };
    expect(measuredBy(none, hours).figures.realisedValue.figure.value).toBeNull();
  });
});

describe("measureUnits, of a baseline with a control series", () => {
  const wave = (week: number) => 4 * Math.sin(week / 3) + ((week * 7) % 5);
  // A ripple that the control does not have: without any noise of its own the history would be an estimate.
  const ripple = (week: number) => (week % 2 === 0 ? 0.01 : -0.01);
  const before = Array.from({ length: 40 }, (_, week) => [80 + wave(week) + ripple(week), 4000] as const);
  const after = Array.from({ length: 20 }, (_, week) => [104 + wave(40 + week), 4000] as const);
  const north = Array.from({ length: 60 }, (_, week) => [40 + wave(week) / 2, 2000] as const);
  const compared = (design: NonNullable<BenefitInput["baseline"]>["design"]) =>
    exampleBenefit({
      periodType: "week",
      claimFrom: "2025-W02",
      baseline: {
        ...flatBaseline(snapshotsFrom("2024-W14", before)),
        design,
        controls: { north: snapshotsFrom("2024-W14", north) },
      },
      after: snapshotsFrom("2025-W02", after),
    });
  const controls = {
    kind: "composed",
    trend: false,
    season: null,
    controls: ["north"],
    difference: null,
  } as const;

  it.each([
    ["as a column", controls],
    ["subtracted", { ...controls, controls: [], difference: "north" }],
  ] as const)("takes what moves both out of the lift, %s", (_, design) => {
    const { benefits, figures } = evaluateInitiative(exampleInitiative({ benefits: [compared(design)] }));
    // The control explains the wave: what is left is 24 a week.
    expect(Number(benefits[0]?.figures.units.figure.value)).toBeCloseTo(24 * 20, 0);
    expect(figures.netRoi.figure.grade).toBe("B");
  });

  it("is D at best where an initiative claims the control itself, and names what another KPI counts", () => {
    const own = compared(controls);
    const kpi = { ...own.kpi, numerator: { ...own.kpi.numerator, counts: "orders" } };
    const baseline = own.baseline && {
      ...own.baseline,
      controlKpis: { north: kpi },
      claimedControls: ["north"],
    };
    const { benefits, figures } = evaluateInitiative(exampleInitiative({ benefits: [{ ...own, baseline }] }));
    expect(figures.netRoi.figure.grade).toBe("D");
    expect(JSON.stringify(benefits[0]?.figures.units.tree)).toContain("Orders of north, 2024-W14");
  });

  it("leaves a period out until the control has a value for it", () => {
    const shorter = compared(controls);
    const [first = [], rest = []] = [north.slice(0, 55), north.slice(55)];
    expect(rest).toHaveLength(5);
    const baseline = shorter.baseline && {
      ...shorter.baseline,
      controls: { north: snapshotsFrom("2024-W14", first) },
    };
    expect(evaluateBenefit({ ...shorter, baseline }, "2025-06-30").mature).toHaveLength(15);
  });
});

describe("measureUnits", () => {
  it("gives units whose tree and distribution agree, whatever the kind", () => {
    fc.assert(
      fc.property(
        arbitraryMeasuredBenefit("benefit-1"),
        fc.integer({ min: 0, max: 17 }),
        (benefit, asked) => {
          const { measure, mature } = evaluateBenefit(benefit, "2025-12-31");
          fc.pre(measure.kind === "measured");
          const periods = Math.min(asked, mature.length);
          const tree = measure.kind === "measured" ? measure.tree(periods, "EUR") : null;
          const gain = measure.kind === "measured" ? measure.gainOver(periods) : "";
          const units = measure.kind === "measured" ? measure.unitsOver(periods) : null;
          expect(periods === 0 ? gain : tree?.value).toBe(periods === 0 ? "0" : gain);
          const size = Math.abs(Number(gain)) + 1;
          expect(Math.abs((units?.distribution.mean ?? Number(gain)) - Number(gain))).toBeLessThan(
            1e-7 * size * 1e3,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("lets a later period change no earlier amount, whatever the kind", () => {
    fc.assert(
      fc.property(arbitraryMeasuredBenefit("benefit-1"), (benefit) => {
        const all = evaluateBenefit(benefit, "2025-12-31").measure;
        const half = Math.floor(benefit.after.length / 2);
        const fewer = evaluateBenefit(
          { ...benefit, after: benefit.after.slice(0, half) },
          "2025-12-31",
        ).measure;
        fc.pre(all.kind === "measured" && fewer.kind === "measured");
        const over = (measure: typeof all) => (measure.kind === "measured" ? measure.gainOver(half) : "");
        expect(over(fewer)).toBe(over(all));
      }),
      { numRuns: 30 },
    );
  });

  it("centres likely ranges on their figures, and holds them in the bound of benefits that move together", () => {
    fc.assert(
      fc.property(arbitraryMeasuredInitiative, (input) => {
        const { valueParts, figures, dependentInterval } = evaluateInitiative(input);
        fc.pre(valueParts !== null);
        const mean = (valueParts ?? []).reduce(
          (sum, { units, factor, beside = 0 }) => sum + factor * units.mean + beside,
          0,
        );
        const cents = 0.005 * input.benefits.length + 1e-6 * Math.abs(mean) + 1e-6;
        expect(Math.abs(mean - Number(figures.realisedValue.figure.value))).toBeLessThanOrEqual(cents);
        const { interval } = figures.netRoi.figure;
        const bound = dependentInterval ?? { low: -Infinity, high: Infinity };
        expect(bound.low).toBeLessThanOrEqual(Number(interval?.low ?? 0) + 1e-7);
        expect(bound.high).toBeGreaterThanOrEqual(Number(interval?.high ?? 0) - 1e-7);
      }),
      { numRuns: 30 },
    );
  });

  it("scales money with the worth of a unit, whatever the kind", () => {
    fc.assert(
      fc.property(arbitraryMeasuredBenefit("benefit-1"), (benefit) => {
        const worth = (times: string) => {
          const { unitValue = "1", outcomeMargin = "1" } = benefit.factors;
          const factors = {
            ...benefit.factors,
            unitValue: multiplyDecimals(unitValue, times),
            outcomeMargin: multiplyDecimals(outcomeMargin, times),
          };
          const result = evaluateInitiative(exampleInitiative({ benefits: [{ ...benefit, factors }] }));
          return result.figures.measuredValue.figure.value;
        };
        fc.pre(benefit.measurement?.kind !== "expected-volume");
        const [once, tenfold] = [worth("1"), worth("10")];
        fc.pre(once !== null && tenfold !== null);
        expect(Math.abs(Number(tenfold) - 10 * Number(once))).toBeLessThanOrEqual(0.0551);
      }),
      { numRuns: 30 },
    );
  });
});
