import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createSeries } from "../series/create-series.ts";
import { listSeries } from "../series/list-series.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { createImport } from "./create-import.ts";
import { getImport } from "./get-import.ts";
import { inspectFile } from "./inspect-file.ts";
import { listImportRecipes } from "./list-import-recipes.ts";
import { listImports } from "./list-imports.ts";
import { previewImport } from "./preview-import.ts";
import { saveImportRecipe } from "./save-import-recipe.ts";

const recipe = {
  name: "Shop funnel",
  source: "shop export",
  dateColumn: "Day",
  dateFormat: "yyyy-MM-dd" as const,
  period: "week" as const,
  numbers: { decimal: "." as const, thousands: "" as const },
  segmentColumn: "Channel",
  scope: "All channels",
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "sum" as const, columns: ["Orders"] },
      denominator: { kind: "sum" as const, columns: ["Visits"] },
    },
  ],
};
const map = JSON.stringify(recipe);

const header = "Day,Channel,Visits,Orders";
const days = [
  "2026-05-04,Search,100,5",
  "2026-05-05,Search,50,2.5",
  "2026-05-04,Mail,40,4",
  "2026-05-11,Search,80,8",
];

function importLines(ctx: Context, lines: readonly string[], changes: object = {}) {
  return createImport(ctx, { file: textFile("funnel.csv", [header, ...lines]), recipe: map, ...changes });
}

async function cellsOf(ctx: Context) {
  const cells: Record<string, string> = {};
  for (const { seriesId, scope } of (await listSeries(ctx, { limit: 100 })).rows) {
    for (const row of (await listSnapshots(ctx, { seriesId })).rows) {
      cells[`${scope} ${row.period}`] = `${row.numerator}/${row.denominator}`;
    }
  }
  return cells;
}

describeOnEveryDatabase("createImport", (open) => {
  it("makes the series it needs and one exact cell for each series and period", async () => {
    const ctx = await openLedger(open);
    const { importId, summary } = await importLines(ctx, days);
    expect(await cellsOf(ctx)).toEqual({
      "Search 2026-W19": "7.5/150",
      "Search 2026-W20": "8/80",
      "Mail 2026-W19": "4/40",
    });
    expect(summary).toMatchObject({
      fileName: "funnel.csv",
      rowsRead: 4,
      periods: { new: 3, changed: 0, same: 0 },
      refusedCount: 0,
    });
    expect(summary.totals.find((total) => total.scope === "Search")).toMatchObject({
      isNewSeries: true,
      numerator: "15.5",
      denominator: "230",
      firstPeriod: "2026-W19",
      lastPeriod: "2026-W20",
      ratio: 15.5 / 230,
    });
    const { rows } = await listImports(ctx, { limit: 10 });
    expect(rows).toMatchObject([{ importId, recipeName: "Shop funnel", periodsNew: 3, rowsRefused: 0 }]);
    expect((await listImportRecipes(ctx)).rows).toMatchObject([{ name: "Shop funnel", version: 1, recipe }]);
  });

  it("traces every cell to its file and lines", async () => {
    const ctx = await openLedger(open);
    const { importId } = await importLines(ctx, days);
    const { rows } = await listSeries(ctx, { limit: 10 });
    const search = rows.find((series) => series.scope === "Search");
    const snapshots = await listSnapshots(ctx, { seriesId: search?.seriesId ?? "" });
    expect(
      snapshots.rows.map(({ importId: id, lineFirst, lineLast, source }) => [
        id,
        lineFirst,
        lineLast,
        source,
      ]),
    ).toEqual([
      [importId, 2, 3, "shop export"],
      [importId, 5, 5, "shop export"],
    ]);
  });

  it("writes nothing when the same file comes again, and says so", async () => {
    const ctx = await openLedger(open);
    await importLines(ctx, days);
    const again = await importLines(ctx, days);
    expect(again).toMatchObject({ importId: null, summary: { periods: { new: 0, changed: 0, same: 3 } } });
    expect((await listImports(ctx, { limit: 10 })).rows).toHaveLength(1);
  });

  it("gives the same cells whatever the order of the rows", async () => {
    const [one, other] = [await openLedger(open), await openLedger(open)];
    await importLines(one, days);
    await importLines(other, days.toReversed());
    expect(await cellsOf(other)).toEqual(await cellsOf(one));
  });

  it("corrects what changed, and shows it before and after", async () => {
    const ctx = await openLedger(open);
    await importLines(ctx, days);
    const lines = days.with(3, "2026-05-11,Search,80,9");
    const request = { file: textFile("funnel.csv", [header, ...lines]), recipe: map };
    const preview = await previewImport(ctx, request);
    const { summary } = await createImport(ctx, request);
    expect(preview).toEqual({ kind: "preview", summary });
    expect(summary.periods).toEqual({ new: 0, changed: 1, same: 2, beside: 0 });
    expect(summary.changes).toEqual([
      {
        kpiKey: "conversion-rate",
        scope: "Search",
        period: "2026-W20",
        before: { numerator: "8", denominator: "80" },
        after: { numerator: "9", denominator: "80" },
      },
    ]);
  });

  it("imports the good rows and keeps the wrong ones by line, column, value and rule", async () => {
    const ctx = await openLedger(open);
    const { importId, summary } = await importLines(ctx, [...days, "2026-05-12,Search,n/a,1"]);
    expect(summary).toMatchObject({ refusedCount: 1, periods: { new: 3 } });
    const detail = await getImport(ctx, { importId: importId ?? "" });
    expect(detail.refusedRows).toMatchObject([{ line: 6, column: "Visits", value: "n/a" }]);
    expect(detail.refusedRows).toEqual(summary.refusedRows);
  });

  it("asks where a date can be read two ways, and refuses a KPI nobody knows", async () => {
    const ctx = await openLedger(open);
    const ambiguous = {
      file: textFile("a.csv", [header, "03/04/2026,Search,10,1", "05/06/2026,Search,10,1"]),
      recipe: JSON.stringify({ ...recipe, dateFormat: undefined }),
    };
    expect(await previewImport(ctx, ambiguous)).toMatchObject({ kind: "question" });
    await expect(createImport(ctx, ambiguous)).rejects.toMatchObject({ kind: "question-open" });
    const measures = [{ ...recipe.measures[0], kpi: "likes" }];
    const unknown = importLines(ctx, days, { recipe: JSON.stringify({ ...recipe, measures }) });
    await expect(unknown).rejects.toMatchObject({ kind: "file-refused" });
    expect((await listSeries(ctx, { limit: 10 })).rows).toEqual([]);
  });

  it("refuses a recipe that is none, by its fields", async () => {
    const ctx = await openLedger(open);
    await expect(importLines(ctx, days, { recipe: "{" })).rejects.toMatchObject({
      details: [{ field: "recipe" }],
    });
    const wrong = importLines(ctx, days, { recipe: JSON.stringify({ ...recipe, period: "day" }) });
    await expect(wrong).rejects.toMatchObject({ details: [{ field: "recipe.period" }] });
  });

  it("refuses to log by the month what is logged by the week, and one currency as another", async () => {
    const ctx = await openLedger(open);
    await importLines(ctx, days);
    const monthly = importLines(ctx, days, { recipe: JSON.stringify({ ...recipe, period: "month" }) });
    await expect(monthly).rejects.toThrow("logged by the week; the recipe reads the file by the month");
    await createSeries(ctx, { kpiKey: "revenue-per-channel", scope: "Mail", currency: "USD" });
    const measures = [
      {
        kpi: "revenue-per-channel",
        numerator: { kind: "sum", columns: ["Orders"] },
        denominator: { kind: "periods" },
      },
    ];
    const money = JSON.stringify({ ...recipe, measures });
    await expect(importLines(ctx, days, { recipe: money, currency: "EUR" })).rejects.toThrow(
      "This series is in USD; the file was said to be in EUR",
    );
  });

  it("refuses a file that is none and writes nothing", async () => {
    const ctx = await openLedger(open);
    await expect(createImport(ctx, { file: textFile("x.csv", []), recipe: map })).rejects.toMatchObject({
      kind: "file-refused",
    });
    await expect(inspectFile(ctx, { file: textFile("x.csv", []) })).rejects.toMatchObject({
      kind: "file-refused",
    });
    expect((await listSeries(ctx, { limit: 10 })).rows).toEqual([]);
  });
});

describeOnEveryDatabase("saveImportRecipe", (open) => {
  it("makes a new version of another mapping under the same name, and none of the same", async () => {
    const ctx = await openLedger(open);
    const first = await saveImportRecipe(ctx, recipe);
    expect(await saveImportRecipe(ctx, recipe)).toEqual(first);
    expect(await saveImportRecipe(ctx, { ...recipe, scope: "All" })).toMatchObject({ version: 2 });
    expect((await listImportRecipes(ctx)).rows).toHaveLength(1);
  });
});

const data = join(import.meta.dirname, "../../../../../shared/data");
const recipes = join(import.meta.dirname, "../../../files/recipes");

describeOnEveryDatabase("createImport of real files", (open) => {
  const sets = [
    ["robyn_weekly", "dt_simulated_weekly.csv", undefined],
    ["ab_daily_campaigns", "control_group.csv", undefined],
    ["kag_facebook_ads", "KAG_conversion_data.csv", undefined],
    ["olist_funnel_dmy", "olist_marketing_qualified_leads_dataset.csv", "olist_closed_deals_dataset.csv"],
  ] as const;

  it.skipIf(!existsSync(data)).each(sets)(
    "imports %s twice as once (needs the shared data sets)",
    async (name, file, lookup) => {
      const ctx = await openLedger(open);
      const source = (fileName: string) => ({
        name: fileName,
        open: () => createReadStream(join(data, name, fileName)),
      });
      const request = {
        file: source(file),
        lookup: lookup === undefined ? undefined : source(lookup),
        recipe: await readFile(join(recipes, `${name}.json`), "utf8"),
      };
      const first = await createImport(ctx, request);
      expect(first.summary.periods.new).toBeGreaterThan(0);
      const { periods } = (await createImport(ctx, request)).summary;
      expect(periods).toEqual({ new: 0, changed: 0, same: first.summary.periods.new, beside: 0 });
    },
  );
});
