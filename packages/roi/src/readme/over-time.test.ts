import { describe, expect, it } from "vitest";
import { listPeriods } from "@liftledger/kpis/period";
import { costsByCategory } from "@liftledger/roi/costs-by-category";
import { consecutivePositiveQuarters, liftPerQuarter } from "@liftledger/roi/lift-per-quarter";
import { phaseStays, stuckInPilots } from "@liftledger/roi/phase-duration";
import { planVersusActual } from "@liftledger/roi/plan-versus-actual";
import { portfolioFunnel } from "@liftledger/roi/portfolio-funnel";
import { roiQuantiles } from "@liftledger/roi/roi-quantiles";
import { compareWithPattern } from "@liftledger/roi/success-pattern";
import { trainingShare } from "@liftledger/roi/training-share";

// The example under “Over time, and over the portfolio”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("looks over time and over the portfolio", () => {
    expect(phaseStays([{ phase: "pilots", enteredOn: "2025-01-15" }], "2025-07-15")).toMatchObject([
      { months: 6, against: "within" },
    ]);
    expect(stuckInPilots([{ phase: "pilots", enteredOn: "2025-01-15" }], "2025-07-16").kind).toBe("stuck");
    expect(
      compareWithPattern({
        pattern: "predictive-lead-scoring",
        kpi: "conversion-rate",
        relativeChange: 0.7,
        months: 7,
      }),
    ).toMatchObject({ publishedChange: 1.4, shareReached: 0.5, outcome: "short", timing: "within" });
    expect(
      trainingShare(
        [
          { category: "training", amount: "20" },
          { category: "people", amount: "80" },
        ],
        "EUR",
      ),
    ).toMatchObject({ share: "0.2", position: "early" });
    expect(costsByCategory([{ category: "people", amount: "80" }], "EUR").total).toBe("80");
    expect(
      liftPerQuarter({
        before: listPeriods("2024-07", "2024-12").map((period, place) => ({
          period,
          numerator: String(79 + (place % 3)),
          denominator: "4000",
        })),
        after: listPeriods("2025-01", "2025-04").map((period) => ({
          period,
          numerator: "104",
          denominator: "4000",
        })),
        direction: "higher",
      }),
    ).toMatchObject([
      { quarter: "2025-Q1", outcome: "positive" },
      { quarter: "2025-Q2", outcome: "partial", periods: 1, of: 3 },
    ]);
    expect(
      consecutivePositiveQuarters([
        { quarter: "2025-Q1", outcome: "positive", periods: 3, of: 3 },
        { quarter: "2025-Q2", outcome: "positive", periods: 3, of: 3 },
        { quarter: "2025-Q3", outcome: "partial", periods: 1, of: 3 },
      ]),
    ).toMatchObject({ current: 2, longest: 2 });
    expect(
      portfolioFunnel(
        [
          {
            initiativeId: "chat",
            name: "Chat",
            phaseHistory: [
              { phase: "pilots", enteredOn: "2025-01-01" },
              { phase: "scale", enteredOn: "2025-06-01" },
            ],
            endedOn: null,
            hasMeasuredReturn: true,
          },
        ],
        "2025-12-31",
      ),
    ).toMatchObject({ reachedScale: { count: 1, of: 1, against: "no-difference" }, undecided: 0 });
    expect(
      roiQuantiles([
        { name: "Chat", ratio: "0.2" },
        { name: "Leads", ratio: "0.5" },
      ]),
    ).toMatchObject({ median: { ratio: "0.35" }, quartiles: null });
    expect(
      planVersusActual({
        currency: "EUR",
        plan: [
          {
            period: "2026-03",
            volume: "4000",
            adoption: "0.5",
            lift: "0.006",
            unitValue: "180",
            realisation: "1",
          },
        ],
        actual: [
          {
            period: "2026-03",
            volume: "5000",
            adoption: "0.5",
            lift: "0.004",
            unitValue: "180",
            realisation: "1",
          },
        ],
      }),
    ).toMatchObject({ planMinor: 216_000n, actualMinor: 180_000n, tree: { value: "1800" } });
  });
});
