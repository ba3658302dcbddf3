import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bandOf, bandText, positionOf } from "./benchmark.ts";
import { phaseBenchmarks } from "./benchmark-library/phase-figures.ts";
import type { Phase } from "./phase.ts";

describe("positionOf", () => {
  // Half-open bands: [30, 70) for Pilots, [100, 300) for Scale, [300, ∞) for Transform.
  it.each<[Phase, number, string]>([
    ["pilots", 0.299, "below-floor"],
    ["pilots", 0.3, "in-band"],
    ["pilots", 0.6999, "in-band"],
    ["pilots", 0.7, "between-bands"],
    ["pilots", 0.999, "between-bands"],
    ["pilots", 1, "above-ceiling"],
    ["scale", 0.999, "below-floor"],
    ["scale", 1, "in-band"],
    ["scale", 2.999, "in-band"],
    ["scale", 3, "above-ceiling"],
    ["transform", 2.999, "below-floor"],
    ["transform", 3, "in-band"],
    ["transform", 1000, "in-band"],
    ["foundation", 0.5, "no-band"],
  ])("in %s puts %f at %s", (phase, roi, position) => {
    expect(positionOf(roi, bandOf(phase))).toBe(position);
  });
});

describe("positionOf, of what is no ROI", () => {
  it.each([Number.NaN, Infinity])("refuses %f, which lies nowhere", (roi) => {
    expect(() => positionOf(roi, bandOf("pilots"))).toThrow(RangeError);
  });
});

describe("bandText", () => {
  it("reads a band with and without a ceiling", () => {
    expect(["pilots", "scale", "transform"].map((phase) => textOf(phase as Phase))).toEqual([
      "30–70% (Pilots)",
      "100–300% (Scale)",
      "300% and more (Transform)",
    ]);
  });

  function textOf(phase: Phase): string {
    const band = bandOf(phase);
    return band === null ? "" : bandText(band);
  }
});

const library = join(import.meta.dirname, "../../../../shared/reference/benchmarks.json");

interface Published {
  phases: { phase: string; durationMonths: number[]; roiPercent: [number, number | null] | null }[];
}

describe("phaseBenchmarks", () => {
  it.skipIf(!existsSync(library))(
    "are those of the reference library, where it lies beside the repository",
    () => {
      const { phases } = JSON.parse(readFileSync(library, "utf8")) as Published;
      const ours = phaseBenchmarks.map(({ phase, durationMonths, floor, ceiling }) => ({
        phase,
        durationMonths: [...durationMonths],
        roiPercent: floor === null ? null : [floor * 100, ceiling === null ? null : ceiling * 100],
      }));
      expect(ours).toEqual(
        phases.map(({ phase, durationMonths, roiPercent }) => ({ phase, durationMonths, roiPercent })),
      );
    },
  );
});
