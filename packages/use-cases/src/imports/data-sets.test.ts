import { createReadStream } from "node:fs";
import { join } from "node:path";
import { NewHoldOut } from "@liftledger/contracts/hold-out";
import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Database } from "@liftledger/database/open-database";
import { describeOnSqlite } from "@liftledger/database/testing/databases";
import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { addHoldOut } from "../hold-outs/add-hold-out.ts";
import { createKpi } from "../kpis/create-kpi.ts";
import { listSeries } from "../series/list-series.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { createImport } from "./create-import.ts";
import { callSets } from "./data-sets/calls.ts";
import { campaignSets } from "./data-sets/campaigns.ts";
import {
  type DataSet,
  type Kept,
  type Measure,
  data,
  isThere,
  why,
  expectedOf,
  totalOf,
} from "./data-sets/data-set.ts";
import { productSets } from "./data-sets/products.ts";
import { registerSets } from "./data-sets/registers.ts";

const sets = [...callSets, ...campaignSets, ...productSets, ...registerSets];

/** KPIs of the sets that the catalogue does not have, as a company would define them, by the one they are like. */
const ownKpis: Record<string, string> = {
  resolution: "conversion-rate",
  rating: "value-per-lead",
  seconds: "handling-time",
  "day-retention": "retention-rate",
  "views-per-row": "value-per-lead",
  "cost-per-click": "cost-per-acquisition",
  "click-through": "conversion-rate",
  enquiries: "value-per-lead",
  "billed-share": "cost-per-acquisition",
  unbilled: "cost-per-acquisition",
  "fully-billed": "conversion-rate",
};

async function makeOwnKpis(ctx: Context, measures: readonly Measure[]): Promise<void> {
  for (const { kpi } of measures) {
    const model = ownKpis[kpi];
    if (model === undefined) continue;
    const found = findBuiltInKpi(model);
    if (found === undefined) throw new Error(`there is no KPI ${model}`);
    const { version: _version, ...definition } = found;
    await createKpi(ctx, { ...definition, key: kpi, name: kpi });
  }
}

async function keptBy(ctx: Context): Promise<Kept[]> {
  const { rows: series } = await listSeries(ctx, { limit: 500 });
  const kept: Kept[] = [];
  for (const { seriesId, kpiKey, scope } of series) {
    for (const { period, numerator, denominator } of (await listSnapshots(ctx, { seriesId })).rows) {
      kept.push({ kpi: kpiKey, scope, period, numerator, denominator });
    }
  }
  return kept;
}

async function importSet(open: () => Promise<Database>, { folder, file, lookup, recipe }: DataSet) {
  const ctx = at(await openLedger(open), "2026-11-22T12:00:00.000Z");
  const source = (name: string) => ({ name, open: () => createReadStream(join(data, folder, name)) });
  const read = ImportRecipe.parse(recipe());
  await makeOwnKpis(ctx, read.measures);
  const { summary } = await createImport(ctx, {
    file: source(file),
    lookup: lookup === undefined ? undefined : source(lookup),
    recipe: JSON.stringify(read),
  });
  return { ctx, summary, kept: await keptBy(ctx) };
}

describeOnSqlite(`createImport of each data set${why}`, (open) => {
  it.skipIf(!isThere).each(sets.map((set) => ({ of: "the figures", ...set })))(
    "keeps $of of $folder/$file as expected.json says",
    async (set) => {
      const { summary, kept } = await importSet(open, set);
      const { rowsRead, refusedCount, warnings } = summary;
      set.check(kept, { rows: rowsRead, refused: refusedCount, warnings });
    },
  );

  it.skipIf(!isThere)(
    "compares the arms of cookie_cats, logged as a hold-out, as expected.json does",
    async () => {
      const folder = "cookie_cats";
      const set = sets.find((one) => one.folder === folder) as DataSet;
      const { ctx, kept } = await importSet(open, set);
      const { rows: series } = await listSeries(ctx, { limit: 10 });
      const { initiativeId } = await makeInitiative(ctx);
      for (const [kpi, id] of [
        ["day-retention", "ret1_test"],
        ["retention-rate", "ret7_test"],
      ] as const) {
        const { seriesId = "" } = series.find((one) => one.kpiKey === kpi && one.scope === "gate_40") ?? {};
        const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
        const [heldOut, treated] = ["gate_30", "gate_40"].map((arm) => {
          const [sum, units] = totalOf(
            kept.filter(({ scope }) => scope === arm),
            kpi,
          );
          return { sum, units: Number(units) };
        });
        const days = { startedOn: "2017-01-01", endedOn: "2017-01-31" };
        const terms = { kind: "proportion", treated, heldOut, treatedShare: "1", ...days };
        const { result } = await addHoldOut(ctx, { benefitId, ...NewHoldOut.parse(terms) });
        const { diff, p } = expectedOf<{ diff: number; p: number }>(folder, id);
        expect(Number(result?.difference.toFixed(6))).toBe(diff);
        expect(result?.pValue).toBeCloseTo(p, 4);
      }
    },
  );
});
