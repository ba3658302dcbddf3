import { multiplyDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { arbitraryBenefit, arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import { exampleInitiative } from "./testing/example-initiative.ts";

describe("evaluateInitiative, the laws of the formula", () => {
  it("gives the same to the letter for the same input", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const [once, again] = [evaluateInitiative(input), evaluateInitiative(structuredClone(input))];
        expect(again.figures).toEqual(once.figures);
        expect(again.verdict).toEqual(once.verdict);
      }),
      { numRuns: 20 },
    );
  });

  it("gives a lower-is-better mirror of a KPI the same money", () => {
    fc.assert(
      fc.property(arbitraryBenefit("benefit-1"), (benefit) => {
        const mirror = <Snapshot extends { numerator: string; denominator: string }>(snapshot: Snapshot) => ({
          ...snapshot,
          numerator: subtractDecimals(snapshot.denominator, snapshot.numerator),
        });
        const direction = benefit.kpi.direction === "higher" ? ("lower" as const) : ("higher" as const);
        const mirrored = {
          ...benefit,
          kpi: { ...benefit.kpi, direction },
          after: benefit.after.map(mirror),
          baseline: benefit.baseline && { ...benefit.baseline, before: benefit.baseline.before.map(mirror) },
        };
        const valueOf = (of: typeof benefit) =>
          evaluateInitiative(exampleInitiative({ benefits: [of] })).figures.realisedValue.figure.value;
        const [seen, seenMirrored] = [valueOf(benefit), valueOf(mirrored)];
        expect(seenMirrored === null).toBe(seen === null);
        // A cent, where rounding falls the other way.
        expect(Math.abs(Number(seen) - Number(seenMirrored))).toBeLessThanOrEqual(0.0101);
      }),
      { numRuns: 60 },
    );
  });

  it("adds benefits up to the initiative to the minor unit", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const { figures, benefits } = evaluateInitiative(input);
        for (const [sum, part] of [
          ["realisedValue", "realised"],
          ["measuredValue", "measured"],
        ] as const) {
          const whole = figures[sum].figure.value;
          if (whole === null) continue;
          const parts = benefits.map((benefit) => benefit.figures[part].figure.value ?? "0");
          expect(sumDecimals(parts)).toBe(whole);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is value less cost over cost, exactly", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const { netRoi, realisedValue, cost, netBenefit } = evaluateInitiative(input).figures;
        if (realisedValue.figure.value === null || cost.figure.value === null) return;
        expect(netBenefit.figure.value).toBe(subtractDecimals(realisedValue.figure.value, cost.figure.value));
        if (netRoi.figure.value === null) return;
        // Back from 20 digits of the ratio to the cent.
        const back = multiplyDecimals(netRoi.figure.value, cost.figure.value);
        expect(Number(back)).toBeCloseTo(Number(netBenefit.figure.value), 6);
      }),
      { numRuns: 40 },
    );
  });

  it("centres the likely range on the figure: parts and amounts come from the same factors", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const { valueParts, figures } = evaluateInitiative(input);
        fc.pre(valueParts !== null);
        const mean = (valueParts ?? []).reduce((sum, { units, factor }) => sum + factor * units.mean, 0);
        const cents = 0.005 * input.benefits.length + 1e-6;
        expect(Math.abs(mean - Number(figures.realisedValue.figure.value))).toBeLessThanOrEqual(cents);
      }),
      { numRuns: 40 },
    );
  });

  it("divides one lift: shares of one series add up to no more than the whole", () => {
    fc.assert(
      fc.property(
        arbitraryBenefit("benefit-1"),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
        (benefit, parts) => {
          const scale = Math.max(
            100,
            parts.reduce((sum, part) => sum + part, 0),
          );
          const measuredAt = (attribution: string) => {
            const claim = { ...benefit, factors: { ...benefit.factors, attribution } };
            const { measuredValue } = evaluateInitiative(exampleInitiative({ benefits: [claim] })).figures;
            return measuredValue.figure.value;
          };
          const whole = measuredAt("1");
          if (whole === null) return;
          const shares = parts.map((part) =>
            Number(measuredAt(String(Math.floor((part / scale) * 1000) / 1000))),
          );
          // Each claim is rounded to the cent by itself.
          const slack = 0.005 * (parts.length + 1) + 1e-9;
          expect(Math.abs(shares.reduce((sum, share) => sum + share, 0))).toBeLessThanOrEqual(
            Math.abs(Number(whole)) + slack,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("keeps interval and chance in agreement on every threshold of the verdict", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const { figures, verdict, band } = evaluateInitiative({
          ...input,
          benefits: input.benefits.map((benefit) => ({
            ...benefit,
            kpi: { ...benefit.kpi, maturationPeriods: 0 },
          })),
        });
        const { interval } = figures.netRoi.figure;
        if (verdict.probabilities === null || interval === null || band === null) return;
        const { netBenefitPositive, atLeastFloor } = verdict.probabilities;
        const [low, high] = [Number(interval.low), Number(interval.high)];
        const agreed = (threshold: number, chance: number) =>
          (low <= threshold + 1e-8 || chance >= 0.9 - 1e-6) &&
          (high >= threshold - 1e-8 || chance <= 0.1 + 1e-6) &&
          (chance <= 0.9 || low >= threshold - 1e-8) &&
          (chance >= 0.1 || high <= threshold + 1e-8);
        expect(agreed(0, netBenefitPositive)).toBe(true);
        expect(agreed(band.floor, atLeastFloor)).toBe(true);
        expect(netBenefitPositive).toBeGreaterThanOrEqual(atLeastFloor);
      }),
      { numRuns: 60 },
    );
  });
});
