import { describe, expect, it } from "vitest";
import type { Baseline } from "@liftledger/contracts/initiative";
import {
  controlQueryOf,
  draftLike,
  emptyBaseline,
  newBaselineOf,
  periodsBefore,
  previewQueryOf,
  withWindow,
} from "./baseline-request.ts";

const start = "2026-W15";
const chosen = {
  start,
  from: "2026-W02",
  to: "2026-W12",
  leftOut: ["2026-W05", "2026-W06"],
  declareTrend: true,
  controls: ["north", "west"],
  method: "subtract" as const,
};

describe("previewQueryOf", () => {
  it("asks for nothing but what was chosen, and for what newBaselineOf then drafts", () => {
    expect(previewQueryOf(emptyBaseline)).toEqual({});
    const { start: _, controls, method: controlMethod, ...rest } = chosen;
    const window = { ...rest, controlMethod };
    const query = { ...window, interventionStart: start, leftOut: "2026-W05,2026-W06", declareTrend: "true" };
    expect(previewQueryOf(chosen)).toEqual({ ...query, controlSeriesIds: "north,west" });
    const { declareTrend: _trend, ...fits } = query;
    expect(controlQueryOf(chosen)).toEqual(fits);
    expect(controlQueryOf({ ...emptyBaseline, method: "weigh" })).toEqual({});
    expect(newBaselineOf(chosen, { seriesId: "s", interventionStart: start })).toEqual({
      ...window,
      seriesId: "s",
      interventionStart: start,
      controlSeriesIds: controls,
    });
  });
});

describe("draftLike", () => {
  it("asks for what a baseline stands on, but declares no trend for it", () => {
    const control = { name: "North", use: "subtracted", correctedSince: [] } as const;
    const baseline = {
      interventionStart: start,
      preFrom: "2026-W02",
      windowTo: null,
      leftOut: ["2026-W05"],
      trendDeclaredOn: "2026-04-01",
      controls: [{ seriesId: "north", ...control }],
      controlMethod: "subtract" as const,
    } as unknown as Baseline;
    expect(draftLike(baseline)).toEqual({
      start,
      from: "2026-W02",
      to: "",
      leftOut: ["2026-W05"],
      declareTrend: false,
      controls: ["north"],
      method: "subtract",
    });
  });
});

describe("withWindow", () => {
  it("forgets what is not within the window any more", () => {
    expect(withWindow(chosen, { from: "2026-W06" }, start).leftOut).toEqual(["2026-W06"]);
    expect(withWindow(chosen, { to: "2026-W05" }, start).leftOut).toEqual(["2026-W05"]);
    expect(withWindow(chosen, { start: "2026-W10" }, start)).toMatchObject({ to: "", from: "2026-W02" });
    expect(withWindow(chosen, { to: "2026-W01" }, start)).toMatchObject({ from: "", leftOut: [] });
  });
});

describe("periodsBefore", () => {
  it("gives those of the series before the start, latest first", () => {
    expect(periodsBefore("2026-W02", "2025-W51")).toEqual(["2026-W01", "2025-W52", "2025-W51"]);
    expect(periodsBefore("2026-W02", "2026-W02")).toEqual([]);
    expect(periodsBefore("2026-W02", null)).toEqual([]);
  });
});
