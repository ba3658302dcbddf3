import { describe, expect, it } from "vitest";
import type { QualityPoint } from "./quality-input.ts";
import { pointsFrom, soundValues } from "../testing/example-points.ts";
import { found, judge, sound } from "../testing/judged-series.ts";

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
