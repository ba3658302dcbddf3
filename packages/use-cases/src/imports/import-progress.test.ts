import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { listImports } from "@liftledger/database/imports";
import { describe, expect, it } from "vitest";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { importFile } from "./import-file.ts";
import { ImportCancelled, ImportMeter, secondsLeft, type ImportProgress } from "./import-progress.ts";

describe("ImportMeter", () => {
  it("never falls, takes a fall in bytes for the next look, and keeps reading to its share", () => {
    const told: ImportProgress[] = [];
    const meter = new ImportMeter({ onProgress: (progress) => told.push(progress) }, 100);
    for (const bytes of [50, 100, 20, 100, 10, 100]) meter.read({ bytes, rows: bytes });
    meter.beginWriting();
    meter.commit(100);
    const fractions = told.map(({ fraction }) => Number(fraction.toFixed(3)));
    expect(fractions).toEqual([0.075, 0.15, 0.18, 0.3, 0.3, 0.3, 0.3, 0.95]);
    expect(told.map(({ stage }) => stage).slice(-3)).toEqual(["reading", "writing", "committing"]);
  });

  it("says nothing of a share where the size of the file is not known", () => {
    const told: ImportProgress[] = [];
    new ImportMeter({ onProgress: (progress) => told.push(progress) }, undefined).read({ bytes: 9, rows: 2 });
    expect(told).toEqual([{ stage: "reading", rows: 2, fraction: 0 }]);
  });
});

describe("secondsLeft", () => {
  it("is the rest at the speed so far, and null before that says anything", () => {
    expect(secondsLeft(0.25, 10)).toBe(30);
    expect(secondsLeft(0.01, 10)).toBeNull();
    expect(secondsLeft(0.25, 0.5)).toBeNull();
  });
});

describeOnEveryDatabase("importFile, watched", (open) => {
  const recipe = JSON.stringify({
    name: "Shop",
    source: "export",
    dateColumn: "Day",
    period: "week",
    scope: "Shop",
    measures: [
      {
        kpi: "revenue-per-channel",
        numerator: { kind: "sum", columns: ["Revenue"] },
        denominator: { kind: "periods" },
      },
    ],
  });
  const file = textFile("shop.csv", ["Day,Revenue", "2026-05-04,10.50", "2026-05-12,11"]);

  it("can be cancelled at every stage it tells of, and then has written nothing", async () => {
    const ctx = await openLedger(open);
    for (const stage of ["reading", "writing"]) {
      const controller = new AbortController();
      const onProgress = (progress: ImportProgress) => {
        if (progress.stage === stage) controller.abort(new ImportCancelled());
      };
      const importing = importFile(ctx, { file, recipe }, { signal: controller.signal, onProgress });
      await expect(importing).rejects.toBeInstanceOf(ImportCancelled);
      expect((await listImports(ctx.db.read, ctx.organisationId, { limit: 10 })).rows).toEqual([]);
    }
    const late = new AbortController();
    const onProgress = ({ stage }: ImportProgress) => {
      if (stage === "committing") late.abort(new ImportCancelled());
    };
    const seenThrough = await importFile(ctx, { file, recipe }, { signal: late.signal, onProgress });
    expect(seenThrough).toMatchObject({ kind: "imported", summary: { periods: { new: 2 } } });
  });
});
