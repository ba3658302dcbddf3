import { describe, expect, it } from "vitest";
import type { Judgement } from "./judgement.ts";
import { judge } from "./verdict.ts";
import { monthsToClose } from "./verdict-qualifiers.ts";
import { exampleCost, exampleJudgement } from "./testing/example-judgement.ts";

const keysOf = (differences: Partial<Judgement>) =>
  judge(exampleJudgement(differences)).qualifiers.map(({ key }) => key);

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
    const { qualifiers } = judge(exampleJudgement({ roi: 0.2996, inPhaseRoi: 0.3004 }));
    expect(qualifiers[0]?.text).toBe(
      "Depends on the basis: 29.96% since the first spend, 30.04% since Pilots began. The verdict counts all since the first spend; what lies before Pilots makes the difference. Both say the same once most of the cost is of this phase.",
    );
  });

  it("foresees when both would say the same, at the pace of the phase", () => {
    // 20% on 100,000 is 10,000 short of 30%. In the phase, a year of 365 days, 40,000 brought 45%: 6,000 over 30% of
    // them, 500.34 a month of 30.4375 days; so 19.99 months from the end of 2025, 609 days.
    const phase = { phase: "pilots", enteredOn: "2025-01-01" } as const;
    const paced = { phase, until: "2025-12-31", cost: 100_000, roi: 0.2, inPhaseRoi: 0.45 };
    const textOf = (differences: Partial<Judgement>) =>
      judge(exampleJudgement({ ...paced, ...differences })).qualifiers.find(
        ({ key }) => key === "depends-on-basis",
      )?.text;
    expect(textOf({ inPhaseCost: 40_000 })).toMatch(/around 2027-09-01\.$/);
    // A tenth of the spend brings a tenth of the pace.
    expect(textOf({ inPhaseCost: 4000 })).toMatch(/not say the same within three years\.$/);
  });

  it("says what is missing to be final, and from when it can be done", () => {
    const phase = { phase: "pilots", enteredOn: "2025-02-10" } as const;
    const textOf = (until: string, closed: string[]) =>
      judge(
        exampleJudgement({
          phase,
          until,
          closedMonthsInPhase: closed.length,
          monthsToClose: monthsToClose(phase.enteredOn, closed),
        }),
      ).qualifiers.find(({ key }) => key === "provisional")?.text;
    expect(textOf("2025-05-20", ["2025-03"])).toBe(
      "Provisional: 1 of 3 months of this phase is closed by finance. What is missing is the close of 2025-04 and 2025-05: the verdict is final once they are closed, from 2025-06-01 at the earliest.",
    );
    expect(textOf("2025-06-03", ["2025-03", "2025-04"])).toBe(
      "Provisional: 2 of 3 months of this phase are closed by finance. What is missing is the close of 2025-05: the verdict is final once it is closed, which can be done now.",
    );
  });

  it("is ramping for six months after a phase was entered", () => {
    const phase = { phase: "scale", enteredOn: "2025-03-15" } as const;
    expect(keysOf({ phase, until: "2025-09-14" })).toContain("ramping");
    expect(keysOf({ phase, until: "2025-09-15" })).not.toContain("ramping");
  });

  it("puts the verdict against the band being left beside it, since a gate judges by that", () => {
    const { status, qualifiers } = judge(
      exampleJudgement({
        phase: { phase: "scale", enteredOn: "2025-03-15" },
        previousPhase: { phase: "pilots", enteredOn: "2025-01-01" },
        until: "2025-05-20",
        realisedValue: {
          mean: 0,
          quantile: () => 0,
          probabilityAtLeast: (x) => (x > 1.7 * exampleCost ? 0.05 : 0.95),
        },
      }),
    );
    expect(status).toBe("below");
    expect(qualifiers.find(({ key }) => key === "ramping")?.text).toBe(
      "Ramping: in Scale for 2 of 6 months; against 30–70% (Pilots) it would read “Above benchmark”.",
    );
  });

  it("always says how a band without a basis is read", () => {
    expect(judge(exampleJudgement()).qualifiers.at(-1)).toEqual({
      key: "band-basis",
      text: "The source states no basis; read as cumulative net.",
    });
  });
});

describe("monthsToClose", () => {
  it.each([
    ["2025-02-10", [], ["2025-03", "2025-04", "2025-05"]],
    ["2025-02-01", [], ["2025-02", "2025-03", "2025-04"]],
    ["2025-02-01", ["2025-03"], ["2025-02", "2025-04"]],
    ["2025-12-15", ["2026-01", "2026-02"], ["2026-03"]],
    ["2025-02-01", ["2025-02", "2025-03", "2025-04"], []],
  ])("of a phase since %s with %j closed are %j", (enteredOn, closed, months) => {
    expect(monthsToClose(enteredOn, closed)).toEqual(months);
  });
});
