import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { dataQuality, type DataQuality } from "./data-quality.ts";
import type { QualityCheck } from "./data-quality/finding.ts";
import type { QualityPoint, QualitySetting } from "./data-quality/quality-input.ts";
import {
  acquisitionCost,
  conversions,
  output,
  pointsFrom,
  settingFor,
  soundValues,
} from "./testing/example-points.ts";

const sound = pointsFrom("2025-W01", soundValues(60));

/** The findings of one check, as severity and sentence. */
function found(quality: DataQuality, check: QualityCheck): string[] {
  return quality.findings
    .filter((finding) => finding.check === check)
    .map(({ severity, sentence }) => `${severity}: ${sentence}`);
}

function judge(points: readonly QualityPoint[], changes: Partial<QualitySetting> = {}): DataQuality {
  return dataQuality(points, { ...settingFor(points), ...changes });
}

function statusOf(quality: DataQuality, check: QualityCheck): string | undefined {
  return quality.checks.find((result) => result.check === check)?.status;
}

describe("dataQuality", () => {
  it("finds nothing in a sound series", () => {
    const quality = judge(sound);
    expect(quality).toMatchObject({ grade: "good", periods: 60, findings: [] });
    expect(quality.checks.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => "fine"));
    expect(quality.completeness).toEqual({ expected: 59, present: 59, share: 1, missing: [] });
    expect(quality.timeliness).toEqual({ judged: 59, medianDays: 2, late: [], lateShare: 0 });
    expect(quality.provenance).toEqual({
      shares: { measured: 1, imported: 0, typed: 0 },
      sources: ["web analytics"],
      disagreements: [],
    });
  });
  it("does not grade a series of fewer than four periods, unless it is wrong already", () => {
    expect(judge(sound.slice(0, 3)).grade).toBe("not-judged");
    expect(judge(sound.slice(0, 3)).sentence).toBe("A grade needs 4 weeks; there are 3.");
    expect(judge(sound.slice(0, 4)).grade).toBe("good");
    expect(judge(pointsFrom("2026-W01", [[5, 3]])).grade).toBe("poor");
  });
  it("says of an empty series that nothing can be judged", () => {
    const quality = dataQuality([], { kpi: conversions, periodType: "month", asOf: "2026-03-31" });
    expect(quality).toMatchObject({ grade: "not-judged", periods: 0, findings: [] });
    expect(quality.completeness.share).toBeNull();
    expect(statusOf(quality, "outliers")).toBe("not-judged");
    expect(statusOf(quality, "completeness")).toBe("not-judged");
  });
  it("grades by the gravest finding, and says what it is", () => {
    const holey = sound.filter((_, at) => at !== 20);
    expect(judge(holey)).toMatchObject({ grade: "fair", sentence: "1 of 59 weeks is missing: 2025-W21." });
    const wrong = holey.with(5, { ...holey[5], numerator: "-3" } as QualityPoint);
    expect(judge(wrong)).toMatchObject({ grade: "poor" });
    expect(judge(wrong).findings[0]).toMatchObject({ severity: "problem", check: "impossible-values" });
  });
  it("does not depend on the order of its points", () => {
    const points = [...sound, { ...sound[3], source: "CRM", numerator: "150" } as QualityPoint];
    fc.assert(
      fc.property(fc.shuffledSubarray(points, { minLength: points.length }), (shuffled) => {
        expect(dataQuality(shuffled, { ...settingFor(points), sourceOfRecord: "web analytics" })).toEqual(
          dataQuality(points, { ...settingFor(points), sourceOfRecord: "web analytics" }),
        );
      }),
      { numRuns: 20 },
    );
  });
  it("answers with sentences and finite numbers, whatever is recorded", () => {
    const text = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom("", "0", "-0", "1e5", "0.5", "9".repeat(99), "9".repeat(399)),
    );
    const values = fc.array(fc.tuple(text, text), { maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(conversions, acquisitionCost, output), (pairs, kpi) => {
        const points = pointsFrom("2024-W50", pairs);
        for (const finding of dataQuality(points, settingFor(points, kpi)).findings) {
          expect(finding.sentence).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(Number.isFinite(finding.value)).toBe(true);
        }
      }),
    );
  });
});

describe("the check of completeness", () => {
  it("counts a gap as a look, three in a row or a fifth as a problem", () => {
    expect(found(judge(sound.filter((_, at) => at !== 20 && at !== 30)), "completeness")).toEqual([
      "look: 2 of 59 weeks are missing: 2025-W21 and 2025-W31.",
    ]);
    expect(found(judge(sound.filter((_, at) => at < 20 || at > 22)), "completeness")).toEqual([
      "problem: 3 of 59 weeks are missing: 2025-W21 to 2025-W23.",
    ]);
    expect(judge(sound.filter((_, at) => at % 4 !== 1)).findings[0]?.severity).toBe("problem");
  });
  it("misses a period only once its days for recording have passed", () => {
    // 2026-W07 ends on 15 February; with seven days to record it, it is due after the 22nd.
    const points = pointsFrom("2026-W01", soundValues(6));
    expect(judge(points, { asOf: "2026-02-22" }).completeness.missing).toEqual([]);
    expect(judge(points, { asOf: "2026-02-23" }).completeness.missing).toEqual(["2026-W07"]);
    const limits = { lateAfterDays: 30 };
    expect(judge(points, { asOf: "2026-02-23", limits }).completeness.missing).toEqual([]);
  });
  it("starts and ends where it is told to", () => {
    const points = pointsFrom("2026-W03", soundValues(4));
    const { completeness } = judge(points, { expectedFrom: "2026-W01", expectedTo: "2026-W07" });
    expect(completeness).toEqual({
      expected: 7,
      present: 4,
      share: 4 / 7,
      missing: ["2026-W01", "2026-W02", "2026-W07"],
    });
  });
});

describe("the check of timeliness", () => {
  const late = (at: number): QualityPoint => {
    const point = sound[at];
    if (!point) throw new Error("no such point");
    return { ...point, recordedAt: "2026-06-01T00:00:00Z" };
  };
  it("notes a few late weeks, looks at a fifth and has a problem with a half", () => {
    const some = sound.map((point, at) => (at === 10 ? late(at) : point));
    expect(found(judge(some), "timeliness")).toEqual([
      "note: 1 of 59 weeks came more than 7 days after the end (usually 2 days after the end): 2025-W11.",
    ]);
    expect(judge(some).grade).toBe("good");
    const third = judge(sound.map((point, at) => (at % 3 === 1 ? late(at) : point)));
    expect(third.findings.find(({ check }) => check === "timeliness")?.severity).toBe("look");
    const most = judge(sound.map((point, at) => (at % 3 > 0 ? late(at) : point)));
    expect(most.findings.find(({ check }) => check === "timeliness")?.severity).toBe("problem");
  });
  it("leaves out the history loaded when recording began", () => {
    const loaded = sound.map((point, at) =>
      at < 50 ? { ...point, recordedAt: sound[50]?.recordedAt ?? "" } : point,
    );
    expect(judge(loaded).timeliness).toMatchObject({ judged: 9, medianDays: 2, lateShare: 0 });
    // 2025-W51 ends on 21 December: recording that begins on that day has the week before it.
    const onItsEnd = sound.map((point, at) => (at < 51 ? { ...point, recordedAt: "2025-12-21" } : point));
    expect(judge(onItsEnd).timeliness.judged).toBe(10);
    const all = sound.map((point) => ({ ...point, recordedAt: "2026-06-01" }));
    expect(statusOf(judge(all), "timeliness")).toBe("not-judged");
  });
});

describe("the check of impossible values", () => {
  const cases: [string, QualitySetting["kpi"], [string, string], string[]][] = [
    [
      "a share above 100 %",
      conversions,
      ["12", "10"],
      ["problem: A share cannot be more than 100%: 2026-W02."],
    ],
    [
      "a negative count",
      conversions,
      ["-1", "10"],
      ["problem: There cannot be fewer than no conversions: 2026-W02."],
    ],
    [
      "negative visits",
      conversions,
      ["0", "-10"],
      ["problem: There cannot be fewer than no visits: 2026-W02."],
    ],
    [
      "conversions of no visits",
      conversions,
      ["3", "0"],
      ["problem: There are conversions without any visits: 2026-W02."],
    ],
    ["nothing of nothing, which can be", conversions, ["0", "0"], []],
    ["exactly 100 %", conversions, ["10", "10.0"], []],
    [
      "half a conversion",
      conversions,
      ["2.5", "10"],
      ["look: Conversions are counted, and this is a fraction: 2026-W02."],
    ],
    ["a whole number with a point", conversions, ["2.00", "10"], []],
    ["text", conversions, ["n/a", "10"], ["problem: What was recorded is not a number: 2026-W02."]],
    [
      "spend and no customer",
      acquisitionCost,
      ["500", "0"],
      ["note: Spend without any new customers, so no ratio: 2026-W02."],
    ],
    [
      "negative spend",
      acquisitionCost,
      ["-500", "3"],
      ["look: Spend below 0: refunds, or a slip: 2026-W02."],
    ],
    ["cents", acquisitionCost, ["500.25", "3"], []],
    [
      "a total over 2",
      output,
      ["5", "2"],
      ["problem: A total has 1 as its denominator for each period: 2026-W02."],
    ],
    ["a total", output, ["5", "1.0"], []],
  ];
  it.each(cases)("looks at %s", (_, kpi, odd, expected) => {
    const usual: [string, string] = kpi === output ? ["4", "1"] : ["4", "100"];
    const points = pointsFrom("2026-W01", [usual, odd]);
    expect(found(dataQuality(points, settingFor(points, kpi)), "impossible-values")).toEqual(expected);
  });
});

describe("the check of outliers", () => {
  const at = (place: number, numerator: string, denominator: string) =>
    sound.with(place, { ...sound[place], numerator, denominator } as QualityPoint);
  it("finds a slipped digit in the ratio and in the volume", () => {
    expect(found(judge(at(30, "1200", "4000")), "outliers")).toEqual([
      expect.stringMatching(
        /^look: Far above the neighbouring weeks, by \d+\.\d times the usual spread, in the ratio: 2025-W31\. A slip/,
      ),
    ]);
    expect(found(judge(at(30, "1200", "40000")), "outliers")).toEqual([
      expect.stringMatching(/^look: Far above .* in visits: 2025-W31/),
    ]);
  });
  it("lets a week of ten visits swing", () => {
    const quality = judge(at(30, "1", "10"));
    expect(quality.findings.filter(({ sentence }) => sentence.includes("in the ratio"))).toEqual([]);
  });
  it("does not report a peak that comes back each year, as season", () => {
    const values = soundValues(110);
    const peak = ([numerator, denominator]: [number, number]): [number, number] => [
      numerator * 2,
      denominator,
    ];
    const seasonal = values.map((pair, week) => (week === 50 || week === 103 ? peak(pair) : pair));
    expect(found(judge(pointsFrom("2024-W01", seasonal)), "outliers")).toEqual([]);
    const once = values.map((pair, week) => (week === 50 ? peak(pair) : pair));
    expect(found(judge(pointsFrom("2024-W01", once)), "outliers")).toHaveLength(1);
  });
  it("reports a peak and a trough in the same week of two years", () => {
    const values = soundValues(110).map(([numerator, visits], week): [number, number] => [
      week === 50 ? numerator * 2 : week === 102 ? Math.round(numerator / 2) : numerator,
      visits,
    ]);
    expect(found(judge(pointsFrom("2024-W01", values)), "outliers")).toEqual([
      expect.stringMatching(/^look: Far from the neighbouring weeks, by up to .* 2024-W51 and 2025-W51/),
    ]);
  });
  it("does not report what an initiative did: a step stays a step", () => {
    const stepped = soundValues(60).map(([numerator, denominator], week): [number, number] => [
      week < 30 ? numerator : Math.round(numerator * 1.5),
      denominator,
    ]);
    expect(found(judge(pointsFrom("2025-W01", stepped)), "outliers")).toEqual([]);
  });
  it("tells a pattern apart from slips", () => {
    const peaks = soundValues(60).map(([numerator, denominator], week): [number, number] => [
      week % 7 === 3 ? numerator * 2 : numerator,
      denominator,
    ]);
    expect(found(judge(pointsFrom("2025-W01", peaks)), "outliers")).toEqual([
      expect.stringMatching(/^note: 9 of 60 weeks stand apart in the ratio: so many are a pattern/),
    ]);
  });
  it("still takes one in ten for slips", () => {
    const six = new Set([5, 14, 27, 33, 45, 52]);
    const slips = soundValues(60).map(([numerator, visits], week): [number, number] => [
      six.has(week) ? numerator * 2 : numerator,
      visits,
    ]);
    expect(found(judge(pointsFrom("2025-W01", slips)), "outliers")).toEqual([
      expect.stringMatching(/^look: Far above/),
    ]);
  });
  it("judges totals by what they count", () => {
    const totals = soundValues(30).map(([numerator]): [number, number] => [numerator, 1]);
    const points = pointsFrom("2025-W01", totals.with(12, [900, 1]));
    expect(found(dataQuality(points, settingFor(points, output)), "outliers")).toEqual([
      expect.stringMatching(/^look: Far above .* in assets finished: 2025-W13/),
    ]);
  });
});

describe("the check of constant runs", () => {
  const withRun = (length: number, pair: [number, number] | ((week: number) => [number, number])) =>
    pointsFrom(
      "2025-W01",
      soundValues(40).map((own, week) =>
        week >= 10 && week < 10 + length ? (typeof pair === "function" ? pair(week) : pair) : own,
      ),
    );
  it("finds what was copied forward", () => {
    expect(found(judge(withRun(4, [121, 4010])), "constant-runs")).toEqual([
      "problem: The same numerator and denominator 4 weeks in a row (2025-W11 to 2025-W14): copied forward?",
    ]);
    expect(found(judge(withRun(3, [121, 4010])), "constant-runs")).toEqual([]);
    expect(found(judge(withRun(4, (week) => [121, 4000 + week])), "constant-runs")).toEqual([
      "look: The same numerator 4 weeks in a row (2025-W11 to 2025-W14): copied forward?",
    ]);
  });
  it("finds a ratio typed from a rate", () => {
    expect(
      found(judge(withRun(4, (week) => [3 * (1000 + week), 100 * (1000 + week)])), "constant-runs"),
    ).toEqual(["look: Exactly the same ratio 4 weeks in a row (2025-W11 to 2025-W14): typed from a rate?"]);
  });
  it("asks twice the length of small counts, and nothing of a share that is 100 %", () => {
    expect(found(judge(withRun(7, (week) => [3, 90 + week])), "constant-runs")).toEqual([]);
    expect(found(judge(withRun(8, (week) => [3, 90 + week])), "constant-runs")).toHaveLength(1);
    expect(found(judge(withRun(6, (week) => [4000 + week, 4000 + week])), "constant-runs")).toEqual([]);
  });
  it("finds zeros where something is usual, and none where little is", () => {
    expect(found(judge(withRun(3, (week) => [0, 4000 + week])), "constant-runs")).toEqual([
      "look: Only zeros 3 weeks in a row (2025-W11 to 2025-W13): did the source stop?",
    ]);
    const rare = Array.from({ length: 20 }, (_, week): [number, number] => [
      week % 4 === 0 ? 1 : 0,
      400 + week,
    ]);
    expect(found(judge(pointsFrom("2025-W01", rare)), "constant-runs")).toEqual([]);
  });
  it("begins again after a gap", () => {
    const points = withRun(5, [121, 4010]).filter(({ period }) => period !== "2025-W13");
    expect(found(judge(points), "constant-runs")).toEqual([]);
  });
});

describe("the check of partial periods", () => {
  it("finds a week recorded before it ended and not since", () => {
    const early = sound.with(7, { ...sound[7], recordedAt: "2025-02-20T10:00:00Z" } as QualityPoint);
    expect(found(judge(early), "partial-periods")).toEqual([
      "look: Recorded before the period ended and not since: 2025-W08.",
    ]);
    const later = { ...early[7], recordedAt: "2025-02-26T10:00:00Z" } as QualityPoint;
    expect(found(judge([...early, later]), "partial-periods")).toEqual([]);
  });
  it("takes what was recorded on the last day itself for unfinished", () => {
    const sunday = sound.with(7, { ...sound[7], recordedAt: "2025-02-23T23:00:00Z" } as QualityPoint);
    expect(found(judge(sunday), "partial-periods")).toHaveLength(1);
    const monday = sound.with(7, { ...sound[7], recordedAt: "2025-02-24T00:00:00Z" } as QualityPoint);
    expect(found(judge(monday), "partial-periods")).toEqual([]);
  });
  it("finds the ends of a source within a period", () => {
    const points = pointsFrom("2026-W01", soundValues(6));
    expect(found(judge(points, { dataFrom: "2025-12-31", dataTo: "2026-02-06" }), "partial-periods")).toEqual(
      [
        "look: The source begins on 2025-12-31, within the period: 2026-W01.",
        "look: The source ends on 2026-02-06, within the period: 2026-W06.",
      ],
    );
    expect(found(judge(points, { dataFrom: "2025-12-29", dataTo: "2026-02-08" }), "partial-periods")).toEqual(
      [],
    );
  });
});

describe("the check of provenance", () => {
  const crm = (place: number, numerator: string): QualityPoint =>
    ({ ...sound[place], source: "CRM", numerator, origin: "imported" }) as QualityPoint;
  const record = { sourceOfRecord: "web analytics" };
  it("shows by how much two sources disagree, and corrects neither", () => {
    const ours = Number(sound[5]?.numerator);
    const quality = judge([...sound, crm(5, String(ours * 1.05))], record);
    expect(found(quality, "provenance")).toEqual([
      "look: web analytics and CRM disagree in 1 week (2025-W06), by 5% at most.",
    ]);
    expect(quality.provenance.disagreements[0]).toMatchObject({ period: "2025-W06", other: "CRM" });
    expect(quality.provenance.disagreements[0]?.difference).toBeCloseTo(0.05, 12);
    expect(found(judge([...sound, crm(5, String(ours * 2))], record), "provenance")[0]).toMatch(
      /^problem: .*100%/,
    );
    expect(found(judge([...sound, crm(5, String(ours * 1.005))], record), "provenance")).toEqual([]);
  });
  it("notes sources that take turns, and what is typed by hand", () => {
    const mixed = sound.map((point, at) => (at >= 50 ? crm(at, point.numerator) : point));
    expect(found(judge(mixed), "provenance")).toEqual([
      "note: 2 sources take turns (web analytics, CRM); the source changes in 1 week: 2025-W51.",
    ]);
    expect(judge(mixed).provenance.shares).toEqual({ measured: 50 / 60, imported: 10 / 60, typed: 0 });
    const typed = sound.map((point, at): QualityPoint => (at < 36 ? { ...point, origin: "typed" } : point));
    expect(found(judge(typed), "provenance")).toEqual(["note: 60% of the weeks are typed by hand."]);
    expect(judge(typed).grade).toBe("good");
  });
});
