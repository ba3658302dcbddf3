import { describe, expect, it } from "vitest";
import type { QualityPoint } from "./quality-input.ts";
import { found, judge, sound, statusOf } from "../testing/judged-series.ts";

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
