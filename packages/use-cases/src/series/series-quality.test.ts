import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createImport } from "../imports/create-import.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { retractSnapshots } from "../snapshots/retract-snapshots.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { createSeries } from "./create-series.ts";
import { getSeriesQuality } from "./get-series-quality.ts";

const weeks = ["2026-W18", "2026-W19", "2026-W21", "2026-W22", "2026-W23"];

/** Logs numerators by week for one source. */
async function tell(ctx: Context, seriesId: string, source: string, numerators: Record<string, number>) {
  const snapshots = Object.entries(numerators).map(([period, numerator]) => {
    return { seriesId, period, numerator: String(numerator), denominator: "400" };
  });
  return logSnapshots(ctx, { snapshots, source });
}

describeOnEveryDatabase("getSeriesQuality", (open) => {
  it("names what is missing, where another source says something else, and who stands on it", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    const nothing = await getSeriesQuality(ctx, { seriesId });
    expect(nothing).toMatchObject({ grade: "not-judged", periods: 0, usedBy: [], immature: [], sources: [] });
    await tell(ctx, seriesId, "shop system", Object.fromEntries(weeks.map((week, at) => [week, 20 + at])));
    await tell(at(ctx, "2026-06-24T12:05:00.000Z"), seriesId, "agency", { "2026-W22": 35 });
    const later = at(ctx, "2026-06-24T12:10:00.000Z");
    const quality = await getSeriesQuality(later, { seriesId });
    // Of W18 to W24 (later ones are not yet a week late) W20 and W24 are missing; 35 is 52% off the 23 that counts.
    expect(quality.completeness).toMatchObject({
      expected: 7,
      present: 5,
      missing: ["2026-W20", "2026-W24"],
    });
    expect(quality).toMatchObject({ grade: "poor", sources: ["shop system"], disagreements: ["2026-W22"] });
    expect(quality.checks.find(({ check }) => check === "provenance")?.sentence).toContain("by 52% at most");
    const before = await getSeriesQuality(later, { seriesId, asOf: "2026-06-24T12:01:00.000Z" });
    expect(before.disagreements).toEqual([]);
  });

  it("leaves out what was taken back, and tells typed, imported and measured numbers apart", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    await tell(ctx, seriesId, "logged by hand", { "2026-W18": 20, "2026-W19": 21, "2026-W21": 22 });
    const snapshots = [{ seriesId, period: "2026-W19", revision: 1, numerator: "21", denominator: "400" }];
    await retractSnapshots(ctx, { snapshots, reason: "Counted twice", restore: false });
    const quality = await getSeriesQuality(at(ctx, "2026-06-24T12:10:00.000Z"), { seriesId });
    expect(quality.periods).toBe(2);
    expect(quality.completeness.missing).toContain("2026-W19");
    const recipe = {
      name: "Shop",
      source: "logged by hand",
      dateColumn: "Week",
      dateFormat: "yyyy-MM-dd",
      period: "week",
      scope: "Shop",
      measures: [
        {
          kpi: "conversion-rate",
          numerator: { kind: "sum", columns: ["Orders"] },
          denominator: { kind: "sum", columns: ["Visits"] },
        },
      ],
    };
    const file = textFile("shop.csv", ["Week,Orders,Visits", "2026-04-27,20,400", "2026-05-11,22,400"]);
    await createImport(ctx, { file, recipe: JSON.stringify(recipe) });
    const mixed = await getSeriesQuality(at(ctx, "2026-06-24T12:20:00.000Z"), { seriesId });
    expect(mixed.checks.find(({ check }) => check === "provenance")?.sentence).toContain(
      "67% of the weeks are typed",
    );
  });

  it("says which benefits stand on the series since when, and which periods do not count yet", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId, benefitId } = await makeValuedInitiative(ctx);
    const later = at(ctx, "2026-06-24T12:10:00.000Z");
    const quality = await getSeriesQuality(later, { seriesId });
    expect(quality.usedBy).toEqual([
      { benefitId, initiativeId, initiative: "Lead scoring", from: "2026-W15" },
    ]);
    const early = await getSeriesQuality(later, { seriesId, until: "2026-06-22" });
    expect(early.immature).toEqual(["2026-W25"]);
  });
});
