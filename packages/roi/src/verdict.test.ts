import { describe, expect, it } from "vitest";
import { certainAmount, type Distribution } from "./distribution.ts";
import type { Judgement } from "./judgement.ts";
import { gap, missingRules } from "./missing.ts";
import { ownBand } from "./own-hurdle.ts";
import type { Phase } from "./phase.ts";
import { chancesOf, judge } from "./verdict.ts";

const cost = 1000;
const floors: Record<string, [floor: number, ceiling: number]> = {
  pilots: [0.3, 0.7],
  scale: [1, 3],
  transform: [3, Number.POSITIVE_INFINITY],
};

/** A value of which only the three chances are known on which the verdict turns. */
function value(phase: Phase, pays: number, floor: number, ceiling: number): Distribution {
  const [from = 0, to = 0] = floors[phase] ?? [];
  return {
    mean: 0,
    quantile: () => 0,
    probabilityAtLeast: (x) => (x >= (1 + to) * cost ? ceiling : x >= (1 + from) * cost ? floor : pays),
  };
}

function judgement(differences: Partial<Judgement> = {}): Judgement {
  return {
    missing: [],
    realisedValue: value("pilots", 0.95, 0.6, 0.2),
    cost,
    roi: 0.4,
    inPhaseRoi: 0.4,
    phase: { phase: "pilots", enteredOn: "2025-01-01" },
    previousPhase: null,
    closedMonthsInPhase: 3,
    worsenedGuardrails: [],
    until: "2025-12-31",
    ...differences,
  };
}

const keysOf = (differences: Partial<Judgement>) =>
  judge(judgement(differences)).qualifiers.map(({ key }) => key);

describe("judge", () => {
  // P(net benefit ≥ 0), P(ROI ≥ floor), P(ROI ≥ ceiling) at and beside each threshold.
  it.each<[Phase, number, number, number, string]>([
    ["pilots", 0.0999, 0.05, 0, "losing-money"],
    ["pilots", 0.1, 0.0999, 0, "below"],
    ["pilots", 0.1, 0.1, 0, "watch"],
    ["pilots", 0.95, 0.0999, 0, "below"],
    ["pilots", 0.95, 0.1, 0, "watch"],
    ["pilots", 0.95, 0.4999, 0, "watch"],
    ["pilots", 0.95, 0.5, 0, "on-track"],
    ["pilots", 0.8, 0.5, 0, "on-track"],
    ["pilots", 0.7999, 0.7, 0, "watch"],
    ["pilots", 0.99, 0.95, 0.8999, "on-track"],
    ["pilots", 0.99, 0.95, 0.9, "above"],
    ["scale", 0.99, 0.95, 0.9, "above"],
    ["scale", 0.99, 0.0999, 0, "below"],
    ["transform", 1, 1, 1, "on-track"],
  ])("in %s with chances %f, %f and %f says %s", (phase, pays, floor, ceiling, status) => {
    const verdict = judge(
      judgement({
        phase: { phase, enteredOn: "2025-01-01" },
        realisedValue: value(phase, pays, floor, ceiling),
      }),
    );
    expect(verdict.status).toBe(status);
  });

  it("gives the chance of lying in the band", () => {
    const { probabilities } = judge(judgement({ realisedValue: value("pilots", 0.95, 0.6, 0.25) }));
    expect(probabilities).toEqual({
      netBenefitPositive: 0.95,
      atLeastFloor: 0.6,
      atLeastCeiling: 0.25,
      inBand: 0.6 - 0.25,
    });
  });

  it.each([
    [0.29, "Paying, under the benchmark"],
    [0, "Below benchmark"],
    [-0.1, "Below benchmark"],
  ])("words a verdict of below at an ROI of %f “%s”", (roi, headline) => {
    const realisedValue = value("pilots", 0.7, 0.05, 0);
    expect(judge(judgement({ roi, realisedValue })).headline).toBe(headline);
  });

  it("keeps position and verdict independent", () => {
    const seen = [0.1, 0.5, 0.8, 1.5].map((roi) => judge(judgement({ roi })));
    expect(seen.map(({ status }) => status)).toEqual(["on-track", "on-track", "on-track", "on-track"]);
    expect(seen.map(({ position }) => position)).toEqual([
      "below-floor",
      "in-band",
      "between-bands",
      "above-ceiling",
    ]);
  });

  it.each([
    [0.99, 0.95, 0.95, "watch"],
    [0.95, 0.6, 0, "watch"],
    [0.95, 0.3, 0, "watch"],
    [0.95, 0.05, 0, "below"],
    [0.05, 0.01, 0, "losing-money"],
  ])("caps the verdict at watch when a guardrail worsened: %f, %f, %f", (pays, floor, ceiling, status) => {
    const verdict = judge(
      judgement({
        realisedValue: value("pilots", pays, floor, ceiling),
        worsenedGuardrails: ["Complaint rate (Chat)"],
      }),
    );
    expect(verdict.status).toBe(status);
  });

  it("names the guardrails and the verdict they hold back", () => {
    const { reason } = judge(
      judgement({ worsenedGuardrails: ["Complaint rate (Chat)", "Churn rate (All)"] }),
    );
    expect(reason).toBe(
      "By its return alone it would read “On track”, but Complaint rate (Chat) and Churn rate (All) got worse since the start.",
    );
  });

  it("says on which side of a threshold a chance lies", () => {
    const reason = (pays: number, floor: number) =>
      judge(judgement({ realisedValue: value("pilots", pays, floor, 0) })).reason;
    expect(reason(0.9, 0.5)).toBe("The chance of at least 30% is 5 in 10, and that of a loss 1 in 10.");
    expect(reason(0.79, 0.6)).toBe(
      "The chance of at least 30% is 6 in 10, but that of a loss is 21 in 100, more than the 2 in 10 allowed.",
    );
    expect(reason(0.9, 0.499)).toContain("The chance of at least 30% is just under 50 in 100");
    expect(reason(0.9, 0.05)).toBe(
      "The chance of at least 30%, where the benchmark of 30–70% (Pilots) begins, is 5 in 100.",
    );
  });
});

describe("judge, where something is missing", () => {
  it.each([
    ["no-cost", "no-cost"],
    ["no-data", "no-data"],
    ["too-early", "too-early"],
    ["no-frozen-baseline", "not-judged"],
    ["not-valued", "not-judged"],
    ["unmeasured", "not-judged"],
    ["counted-twice", "not-judged"],
    ["cost-coverage", "not-judged"],
    ["benefit-coverage", "not-judged"],
    ["no-interval", "not-judged"],
    ["volume", "not-judged"],
  ] as const)("with %s first it says %s", (rule, status) => {
    const verdict = judge(judgement({ missing: [gap(rule, "The headline", "What to do.")] }));
    expect(verdict).toMatchObject({ status, headline: "The headline", reason: "What to do." });
    expect(verdict.probabilities).toBeNull();
    expect(missingRules).toContain(rule);
  });

  it("says when the answer comes", () => {
    const dated = gap("too-early", "Too early: 5 of 8 weeks", "5 of 8 weeks are in.", "2 August 2026");
    expect(judge(judgement({ missing: [dated] })).reason).toBe(
      "5 of 8 weeks are in. The answer comes on 2 August 2026.",
    );
    const foreseen = { ...dated, knownWhen: "around 2 August 2026" };
    expect(judge(judgement({ missing: [foreseen] })).reason).toBe(
      "5 of 8 weeks are in. The answer comes around 2 August 2026.",
    );
  });

  it("still tells the position of the point, where there is one", () => {
    const missing = [gap("too-early", "Too early", "Wait.")];
    expect(judge(judgement({ missing, roi: 0.8 })).position).toBe("between-bands");
    expect(judge(judgement({ missing, roi: null })).position).toBe("unknown");
  });

  it("judges nothing without an interval, whatever was found missing", () => {
    expect(judge(judgement({ realisedValue: null })).probabilities).toBeNull();
  });
});

describe("judge, in Foundation", () => {
  const foundation = (until: string) =>
    judge(judgement({ phase: { phase: "foundation", enteredOn: "2025-01-01" }, until }));

  it("expects no return, however much is lost", () => {
    expect(foundation("2025-02-01")).toMatchObject({
      status: "no-return-expected",
      position: "no-band",
      probabilities: null,
    });
    expect(foundation("2025-02-01").reason).toBe(
      "Foundation promises minimal direct returns. It has lasted 1 month; the benchmark is 2 to 3 months.",
    );
  });

  it("is overdue from the day after three months", () => {
    expect(foundation("2025-04-01").qualifiers).toEqual([]);
    expect(foundation("2025-04-02").qualifiers).toEqual([
      { key: "overdue", text: "Overdue: in Foundation for over 3 months, the benchmark is 2–3" },
    ]);
    expect(foundation("2025-06-20").reason).toContain(
      "It has lasted 5 months; the benchmark is 2 to 3 months, so its gate review is overdue.",
    );
  });

  it("says what is ready and what is not, where that was scored", () => {
    const reason = (readiness: NonNullable<Judgement["readiness"]>) =>
      judge(judgement({ phase: { phase: "foundation", enteredOn: "2025-11-01" }, readiness })).reason;
    expect(reason({ ready: 3, of: 5, open: ["data", "talent"] })).toContain(
      "3 of 5 gaps are closed; still open: data, talent.",
    );
    expect(reason({ ready: 5, of: 5, open: [] })).toContain(
      "All 5 gaps are closed: ready for the gate into Pilots.",
    );
  });
});

describe("judge, its qualifiers", () => {
  it("is provisional under three closed months of the phase", () => {
    expect(keysOf({ closedMonthsInPhase: 2 })).toContain("provisional");
    expect(keysOf({ closedMonthsInPhase: 3 })).not.toContain("provisional");
  });

  it.each([
    [0.299, 0.3, true],
    [0.3, 0.299, true],
    [0.3, 0.31, false],
    [0.1, 0.2, false],
    [0.5, null, false],
  ])(
    "with %f since the first spend and %f in the phase depends on the basis: %s",
    (roi, inPhaseRoi, depends) => {
      expect(keysOf({ roi, inPhaseRoi }).includes("depends-on-basis")).toBe(depends);
    },
  );

  it("shows both figures so that they differ", () => {
    const { qualifiers } = judge(judgement({ roi: 0.2996, inPhaseRoi: 0.3004 }));
    expect(qualifiers[0]?.text).toBe(
      "Depends on the basis: 29.96% since the first spend, 30.04% since Pilots began",
    );
  });

  it("is ramping for six months after a phase was entered", () => {
    const phase = { phase: "scale", enteredOn: "2025-03-15" } as const;
    expect(keysOf({ phase, until: "2025-09-14" })).toContain("ramping");
    expect(keysOf({ phase, until: "2025-09-15" })).not.toContain("ramping");
  });

  it("puts the verdict against the band being left beside it, since a gate judges by that", () => {
    const { status, qualifiers } = judge(
      judgement({
        phase: { phase: "scale", enteredOn: "2025-03-15" },
        previousPhase: { phase: "pilots", enteredOn: "2025-01-01" },
        until: "2025-05-20",
        realisedValue: {
          mean: 0,
          quantile: () => 0,
          probabilityAtLeast: (x) => (x > 1.7 * cost ? 0.05 : 0.95),
        },
      }),
    );
    expect(status).toBe("below");
    expect(qualifiers.find(({ key }) => key === "ramping")?.text).toBe(
      "Ramping: in Scale for 2 of 6 months; against 30–70% (Pilots) it would read “Above benchmark”",
    );
  });

  it("always says how a band without a basis is read", () => {
    expect(judge(judgement()).qualifiers.at(-1)).toEqual({
      key: "band-basis",
      text: "The source states no basis; read as cumulative net.",
    });
  });
});

describe("judge, on a return that is certain", () => {
  // A certain value reaches a threshold or does not: the verdict turns exactly at each floor and ceiling.
  it.each<[Phase, number, string, string, string]>([
    ["pilots", -0.001, "losing-money", "Losing money", "below-floor"],
    ["pilots", 0, "below", "Below benchmark", "below-floor"],
    ["pilots", 0.299, "below", "Paying, under the benchmark", "below-floor"],
    ["pilots", 0.3, "on-track", "On track", "in-band"],
    ["pilots", 0.6999, "on-track", "On track", "in-band"],
    ["pilots", 0.7, "above", "Above benchmark", "between-bands"],
    ["pilots", 0.999, "above", "Above benchmark", "between-bands"],
    ["pilots", 1, "above", "Above benchmark", "above-ceiling"],
    ["scale", 0.299, "below", "Paying, under the benchmark", "below-floor"],
    ["scale", 0.7, "below", "Paying, under the benchmark", "below-floor"],
    ["scale", 0.999, "below", "Paying, under the benchmark", "below-floor"],
    ["scale", 1, "on-track", "On track", "in-band"],
    ["scale", 2.999, "on-track", "On track", "in-band"],
    ["scale", 3, "above", "Above benchmark", "above-ceiling"],
    ["transform", 2.999, "below", "Paying, under the benchmark", "below-floor"],
    ["transform", 3, "on-track", "On track", "in-band"],
    ["transform", 300, "on-track", "On track", "in-band"],
    ["foundation", 3, "no-return-expected", "No return expected yet", "no-band"],
    ["foundation", -1, "no-return-expected", "No return expected yet", "no-band"],
  ])("in %s at %f it is %s: %s, %s", (phase, roi, status, headline, position) => {
    const verdict = judge(
      judgement({
        phase: { phase, enteredOn: "2025-01-01" },
        roi,
        realisedValue: certainAmount(Math.round((1 + roi) * 10_000) / 10),
      }),
    );
    expect(verdict).toMatchObject({ status, headline, position });
  });

  it.each([
    [333.33, 433.329, "on-track"],
    [333.33, 433.3289, "below"],
    [0.07, 0.091, "on-track"],
    [70_000_000.07, 91_000_000.091, "on-track"],
    [333.33, 566.661, "above"],
  ])("at a cost of %f and a value of %f is not misled by doubles: %s", (spent, worth, status) => {
    expect(
      judge(judgement({ cost: spent, roi: worth / spent - 1, realisedValue: certainAmount(worth) })).status,
    ).toBe(status);
  });
});

describe("judge, beside an organisation's own hurdle", () => {
  const ownHurdle = ownBand({
    name: "our hurdle",
    phase: "pilots",
    floor: 0.125,
    ceiling: null,
    setBy: "Finance",
  });

  it("tells how it would read against it, and keeps the verdict", () => {
    const verdict = judge(judgement({ realisedValue: certainAmount(1200), roi: 0.2, ownHurdle }));
    expect(verdict.status).toBe("below");
    expect(verdict.qualifiers.find(({ key }) => key === "own-hurdle")?.text).toBe(
      "Against 12.5% and more (our hurdle), set by Finance, it would read “On track”. " +
        "The chance of at least 12.5% is over 99 in 100, and that of a loss under 1 in 100.",
    );
  });

  it.each([
    { floor: Number.NaN, ceiling: null },
    { floor: -1.01, ceiling: null },
    { floor: 0.5, ceiling: 0.5 },
  ])("refuses a hurdle of %j", (band) => {
    expect(() => ownBand({ name: "ours", phase: "pilots", setBy: "Finance", ...band })).toThrow(RangeError);
  });
});

describe("chancesOf", () => {
  it.each([0, -1, Number.NaN, Infinity])("refuses a cost of %f, on which there is no return", (amount) => {
    expect(() => chancesOf(certainAmount(1), amount, { floor: 0.3, ceiling: 0.7 })).toThrow(RangeError);
  });

  it("refuses a value that is no number", () => {
    expect(() => chancesOf(certainAmount(Number.NaN), 1, { floor: 0.3, ceiling: 0.7 })).toThrow(RangeError);
  });

  it("gives the chance of each band, which add up to that of its floor", () => {
    const chances = chancesOf(value("scale", 0.9, 0.6, 0.25), cost, { floor: 1, ceiling: 3 });
    expect(chances).toEqual({
      netBenefitPositive: 0.9,
      atLeastFloor: 0.6,
      atLeastCeiling: 0.25,
      inBand: 0.35,
    });
  });
});
