import { describe, expect, it } from "vitest";
import { dataQuality } from "../data-quality.ts";
import type { QualityPoint } from "./quality-input.ts";
import { output, pointsFrom, settingFor, soundValues } from "../testing/example-points.ts";
import { found, judge, sound } from "../testing/judged-series.ts";

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
