import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { benchmarkLibrary, findPublished } from "./benchmark-library.ts";
import { phaseBenchmarks, phaseCaveats } from "./phase-figures.ts";
import { automationReturn, contentMarketingReturn, firstYearGain } from "./return-figures.ts";
import { successPatterns } from "./success-patterns.ts";

const file = join(import.meta.dirname, "../../../../../shared/reference/benchmarks.json");
const reference = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Reference) : null;
const without =
  reference === null ? " (skipped: the reference library does not lie beside the repository)" : "";

interface Item {
  what: string;
  publisher: string;
  percent?: number | [number, number];
  months?: [number, number];
  factor?: number;
  value?: string;
  caveat?: string;
}

interface Reference {
  phases: {
    phase: string;
    durationMonths: number[];
    roiPercent: [number, number | null] | null;
    activities: string[];
    expectation?: string;
    publisher: string;
  }[];
  phaseCaveats: string[];
  firstYear: { roiPercent: [number, number]; what: string; publisher: string; caveat: string };
  longHorizon: { roiPercent: number; caveat: string; publisher: string; netReadingsPercent?: number[] }[];
  successPatterns: {
    pattern: string;
    timeframeMonths: number[];
    publisher: string;
    kpis: { kpi: string; relativeChangePercent: number; caveat?: string }[];
  }[];
  portfolio: Item[];
  spend: Item[];
  security: Item[];
  integration: Item[];
  worksplit: Item[];
  context: Item[];
}

const percent = (ratio: string | null) => (ratio === null ? null : Math.round(Number(ratio) * 1e6) / 1e4);

describe("benchmarkLibrary", () => {
  it("has one figure a key, each with a publisher and decimal numbers", () => {
    expect(new Set(benchmarkLibrary.map(({ key }) => key)).size).toBe(benchmarkLibrary.length);
    for (const { publisher, low, high } of benchmarkLibrary) {
      expect(publisher).not.toBe("");
      for (const bound of [low, high]) expect(bound ?? "0").toMatch(/^-?\d+(\.\d+)?$/);
    }
    expect(findPublished("pilots-roi")).toMatchObject({ low: "0.3", high: "0.7", basis: "unstated" });
    expect(findPublished("no such figure")).toBeUndefined();
  });

  it.skipIf(reference === null)(`has the phases of the reference library${without}`, () => {
    expect(
      phaseBenchmarks.map(({ floor, ceiling, ...benchmark }) => ({
        ...benchmark,
        durationMonths: [...benchmark.durationMonths],
        expectation: benchmark.expectation ?? undefined,
        roiPercent: floor === null ? null : [floor * 100, ceiling === null ? null : ceiling * 100],
      })),
    ).toEqual(reference?.phases);
    expect(phaseCaveats.map((text) => text.replaceAll("%", " %"))).toEqual(reference?.phaseCaveats);
  });

  it.skipIf(reference === null)(`has its first-year and long-horizon figures${without}`, () => {
    const { firstYear, longHorizon } = reference as Reference;
    expect([percent(firstYearGain.low), percent(firstYearGain.high)]).toEqual(firstYear.roiPercent);
    expect(firstYearGain).toMatchObject({
      what: firstYear.what,
      publisher: firstYear.publisher,
      caveat: firstYear.caveat,
    });
    expect([percent(automationReturn.low), percent(automationReturn.high)]).toEqual(
      longHorizon[0]?.netReadingsPercent,
    );
    expect(percent(contentMarketingReturn.low)).toBe(longHorizon[1]?.roiPercent);
  });

  it.skipIf(reference === null)(`has its success patterns${without}`, () => {
    expect(
      successPatterns.map(({ name, timeframeMonths, publisher, kpis }) => ({
        pattern: name,
        timeframeMonths: [...timeframeMonths],
        publisher,
        kpis: kpis.map(({ kpi, relativeChange, caveat }) => ({
          kpi,
          relativeChangePercent: percent(relativeChange),
          ...(caveat === null ? {} : { caveat }),
        })),
      })),
    ).toEqual(
      reference?.successPatterns.map((pattern) => ({
        ...pattern,
        kpis: pattern.kpis.map(({ kpi, relativeChangePercent, caveat }) => ({
          kpi,
          relativeChangePercent,
          ...(caveat === undefined ? {} : { caveat }),
        })),
      })),
    );
  });

  it.skipIf(reference === null)(`has everything else of it, number for number${without}`, () => {
    const { portfolio, spend, security, integration, worksplit, context } = reference as Reference;
    for (const item of [...portfolio, ...spend, ...security, ...integration, ...worksplit, ...context]) {
      const ours = benchmarkLibrary.find(({ what }) => what === item.what);
      expect(ours).toMatchObject({ what: item.what, publisher: item.publisher });
      // Percent, months or a factor: whichever number the source gives.
      const [low, high] = [percent(ours?.low ?? null), percent(ours?.high ?? null)];
      const numbers =
        item.percent !== undefined ? [low, high] : [Number(ours?.low ?? Number.NaN), Number(ours?.high)];
      const given = [item.percent ?? item.months ?? item.factor].flat();
      expect(given[0] === undefined || numbers[0] === given[0]).toBe(true);
      expect(given[0] === undefined || numbers[1] === given.at(-1)).toBe(true);
      expect(item.value === undefined || ours?.asPrinted === item.value.replace(" %", "%")).toBe(true);
    }
  });
});

describe("successPatterns", () => {
  it("names KPIs that the catalogue has", () => {
    for (const { kpis } of successPatterns)
      for (const { catalogueKeys } of kpis)
        for (const key of catalogueKeys) expect(findBuiltInKpi(key)?.key).toBe(key);
  });
});
