import { describe, expect, it } from "vitest";
import { bandOf } from "./benchmark.ts";
import { evaluateBenefit } from "./evaluate-benefit.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { benefitFinding, initiativeHeadline, portfolioHeadline } from "./findings.ts";
import { sentenceText } from "./told-sentence.ts";
import {
  exampleBenefit,
  exampleInitiative,
  exampleKpi,
  flatBaseline,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

const { figures, verdict } = evaluateInitiative(exampleInitiative());
const roiOf = (value: string | null) => ({ ...figures.netRoi.figure, value });

describe("initiativeHeadline", () => {
  it.each([
    ["0.2996", "below-floor", "Chat returned 29.96% on its cost, under the benchmark of 30–70% (Pilots)"],
    ["0.5", "in-band", "Chat returned 50% on its cost, within the benchmark of 30–70% (Pilots)"],
    ["0.85", "between-bands", "Chat returned 85% on its cost, over the benchmark of 30–70% (Pilots)"],
    ["0", "below-floor", "Chat returned 0% on its cost, under the benchmark of 30–70% (Pilots)"],
    [
      "-0.004",
      "below-floor",
      "Chat has lost 0.4% of its cost so far, under the benchmark of 30–70% (Pilots)",
    ],
    [
      "-0.9996",
      "below-floor",
      "Chat has lost 99.96% of its cost so far, under the benchmark of 30–70% (Pilots)",
    ],
    [
      "-1.3",
      "below-floor",
      "Chat has lost more than its cost so far (−130%), under the benchmark of 30–70% (Pilots)",
    ],
  ] as const)("at %s says it in a sentence", (value, position, headline) => {
    const told = initiativeHeadline("Chat", { ...verdict, position }, roiOf(value), bandOf("pilots"));
    expect(sentenceText(told)).toBe(headline);
    // Its number opens, and those of the benchmark say where they come from.
    expect(told.filter(({ figureId }) => figureId !== null)).toMatchObject([
      { text: expect.stringMatching(/^−?[\d.]+%$/) as string, figureId: figures.netRoi.figure.figureId },
      { text: "30", figureId: "benchmark/published/pilots-roi/floor" },
      { text: "70%", figureId: "benchmark/published/pilots-roi/ceiling" },
    ]);
  });

  it("says the range where a watch could be a loss as well as a gain, not its middle", () => {
    const watch = { ...verdict, status: "watch" as const, position: "below-floor" as const };
    const headline = (low: string, high: string) =>
      sentenceText(
        initiativeHeadline(
          "Chat",
          watch,
          { ...roiOf("-5.05"), interval: { low, high, level: 0.8 } },
          bandOf("pilots"),
        ),
      );
    expect(headline("-11.2", "1.1")).toBe(
      "Chat may or may not have paid back yet: likely between −1,120% and 110% on its cost",
    );
    expect(headline("-11.2", "-0.004")).toContain("Chat has lost more than its cost so far (−505%)");
  });

  it("says of one under its benchmark whether it paid back only where its range tells", () => {
    const below = { ...verdict, status: "below" as const, position: "below-floor" as const };
    const headline = (low: string, high: string) =>
      sentenceText(
        initiativeHeadline(
          "Chat",
          below,
          { ...roiOf("-0.05"), interval: { low, high, level: 0.8 } },
          bandOf("scale"),
        ),
      );
    expect(headline("-0.77", "0.88")).toBe(
      "Chat is under the benchmark of 100–300% (Scale) and may or may not have paid back yet: likely between −77% and 88% on its cost",
    );
    expect(headline("-0.09", "-0.01")).toBe(
      "Chat has lost 5% of its cost so far, under the benchmark of 100–300% (Scale)",
    );
  });

  it.each([
    ["Not judged: costs are missing", "Chat: not judged, costs are missing"],
    ["Too early: 5 of 8 weeks", "Chat: too early, 5 of 8 weeks"],
    ["No return expected yet", "Chat: no return expected yet"],
  ])("with the verdict “%s” claims no figure", (headline, sentence) => {
    const unjudged = { ...verdict, headline, probabilities: null };
    expect(initiativeHeadline("Chat", unjudged, roiOf("0.5"), bandOf("pilots"))).toEqual([
      { text: sentence, figureId: null },
    ]);
  });
});

describe("portfolioHeadline", () => {
  it.each([
    ["0.744", "The portfolio has returned 74% on cost so far"],
    ["-0.12", "The portfolio has not paid back yet: −12% on cost so far"],
    [null, "Nothing can be added up yet"],
  ])("at %s says it in a sentence", (value, headline) => {
    expect(sentenceText(portfolioHeadline(roiOf(value)))).toBe(headline);
  });
});

describe("benefitFinding", () => {
  const noisy = flatBaseline(
    snapshotsFrom(
      "2024-01",
      Array.from({ length: 12 }, (_, month) => [78 + ((month * 5) % 7), 4000] as const),
    ),
  );
  const findingOf = (differences: Parameters<typeof exampleBenefit>[0]) =>
    sentenceText(
      benefitFinding(
        evaluateBenefit(exampleBenefit({ baseline: noisy, ...differences }), "2025-06-30"),
        "EUR",
      ),
    );

  it("says of its numbers by which figure they are explained, and of none that it is another's", () => {
    const [benefit] = evaluateInitiative(
      exampleInitiative({ benefits: [exampleBenefit({ baseline: noisy })] }),
    ).benefits;
    if (benefit === undefined) throw new Error("the example has a benefit");
    const { ratios, figures: own } = benefit;
    const of = {
      difference: ratios.difference?.figure ?? null,
      units: own.units.figure,
      chanceOfGain: ratios.chanceOfGain?.figure ?? null,
    };
    const opened = (parts: ReturnType<typeof benefitFinding>) =>
      parts.flatMap(({ figureId }) => (figureId === null ? [] : [figureId.replace(/.*\//, "")]));
    expect(opened(benefitFinding(benefit, "EUR", of))).toEqual(["difference", "chance-of-gain"]);
    const other = of.difference && { ...of.difference, value: "0.5" };
    expect(opened(benefitFinding(benefit, "EUR", { ...of, difference: other }))).toEqual(["chance-of-gain"]);
    // The sign of a difference is in its words.
    expect(Number(of.difference?.value)).toBeCloseTo(
      Number(ratios.actualRatio?.figure.value) - Number(ratios.expectedRatio?.figure.value),
      12,
    );
  });

  it("says how sure a difference is, and which way", () => {
    expect(findingOf({})).toMatch(
      /^Lead conversion: 0\.\d+ points above what was expected without AI \(the chance that it is better is over 99 in 100\)$/,
    );
    expect(findingOf({ kpi: exampleKpi({ direction: "lower" }) })).toMatch(
      /points above what was expected without AI \(the chance that it is worse is over 99 in 100\)$/,
    );
  });

  it("says when chance alone could explain it", () => {
    const after = snapshotsFrom("2025-01", repeated(6, 81, 4000));
    expect(findingOf({ after })).toMatch(/what was expected without AI, which chance alone could explain$/);
  });

  it("does not let a difference that is not judged read as if it were", () => {
    const kpi = exampleKpi({ denominator: { counts: "customers won", unit: "customer", kind: "outcome" } });
    const after = snapshotsFrom("2025-01", repeated(6, 200, 8000));
    expect(findingOf({ kpi, after })).toMatch(
      /^Lead conversion: \d.* what was expected without AI; not judged: volume left the baseline's range$/,
    );
    expect(findingOf({ after: snapshotsFrom("2025-01", repeated(2, 104, 4000)) })).toMatch(
      /what was expected without AI; too early: 2 of 3 months$/,
    );
    expect(findingOf({ baseline: { ...noisy, status: "draft" } })).toMatch(
      /what was expected without AI; not judged: baseline not frozen$/,
    );
  });

  it("says what is missing instead of a difference", () => {
    expect(findingOf({ baseline: null })).toBe("Lead conversion: no baseline to compare with yet");
    expect(findingOf({ after: [] })).toBe("Lead conversion: no full month since the start yet");
    expect(findingOf({ after: snapshotsFrom("2025-01", repeated(2, 0, 0)) })).toBe(
      "Lead conversion: no full month since the start yet",
    );
  });
});
