import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { listBenchmarkSets } from "../benchmarks/list-benchmark-sets.ts";
import { listCases } from "../business-cases/list-cases.ts";
import { listCostPools } from "../cost-pools/list-cost-pools.ts";
import { listDataAssets } from "../data-assets/list-data-assets.ts";
import { listImportRecipes } from "../imports/list-import-recipes.ts";
import { listKpis } from "../kpis/list-kpis.ts";
import { listSeries } from "../series/list-series.ts";
import { listTeams } from "../teams/list-teams.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { retiredExamples, type RetiredExample } from "../testing/retired-examples.ts";
import { listTools } from "../tools/list-tools.ts";
import { listValuePools } from "../value-pools/list-value-pools.ts";
import type { Context } from "../context.ts";

const kinds = Object.entries(retiredExamples) as [keyof typeof retiredExamples, RetiredExample][];

/** What lists each kind, and the field its id has in a row. */
const listed: Record<
  keyof typeof retiredExamples,
  (ctx: Context, query: { limit: number; retired?: "true" | "false" }) => Promise<{ rows: object[] }>
> = {
  Kpi: listKpis,
  Series: listSeries,
  ImportRecipe: listImportRecipes,
  CostPool: listCostPools,
  ValuePool: listValuePools,
  BenchmarkSet: listBenchmarkSets,
  Case: listCases,
  Tool: listTools,
  DataAsset: listDataAssets,
  Team: listTeams,
};

const because = { version: 1, reason: "counted elsewhere" };

describeOnEveryDatabase("what is retired", (open) => {
  it.each(kinds)(
    "%s: says who, when and why, is found by the filter, and comes back",
    async (kind, example) => {
      const ctx = await openLedger(open);
      const id = await example.make(ctx, "shop");
      const idsOf = async (retired?: "true" | "false") => {
        const { rows } = await listed[kind](ctx, { limit: 500, ...(retired && { retired }) });
        return rows.map((row) => Object.values(row)).filter((values) => values.includes(id)).length;
      };
      expect([await idsOf(), await idsOf("true"), await idsOf("false")]).toEqual([1, 0, 1]);
      const { retired } = await example.retire(ctx, id, because);
      expect(retired).toEqual({
        retiredAt: expect.stringMatching(/^2026-06-24T12:00:00/),
        retiredBy: "Local administrator",
        reason: "counted elsewhere",
      });
      expect([await idsOf(), await idsOf("true"), await idsOf("false")]).toEqual([1, 1, 0]);
      await expect(example.retire(ctx, id, because)).rejects.toMatchObject({
        kind: "retired",
        message: expect.stringMatching(
          /was retired by Local administrator on 2026-06-24 \(counted elsewhere\)\.$/,
        ),
      });
      expect(await example.restore(ctx, id, { version: 1 })).toMatchObject({ retired: null });
      expect([await idsOf(), await idsOf("true"), await idsOf("false")]).toEqual([1, 0, 1]);
      await expect(example.restore(ctx, id, { version: 1 })).rejects.toMatchObject({ kind: "conflict" });
      await example.retire(ctx, id, because);
    },
  );

  it.each(kinds)("%s: asks for the version that was read, and for one that is there", async (_, example) => {
    const ctx = await openLedger(open);
    const id = await example.make(ctx, "shop");
    await expect(example.retire(ctx, id, { ...because, version: 2 })).rejects.toMatchObject({
      name: "LostUpdateError",
      foundVersion: 1,
    });
    await example.retire(ctx, id, because);
    await expect(example.restore(ctx, id, { version: 2 })).rejects.toMatchObject({ name: "LostUpdateError" });
    await expect(example.retire(ctx, "nothing", because)).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it.each(kinds)("%s: is retired once by two at the same time", async (_, example) => {
    const ctx = await openLedger(open);
    const id = await example.make(ctx, "shop");
    const both = [1, 2].map(() => example.retire(ctx, id, because));
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it.each(kinds)("%s: its name is not given again while it is retired", async (_, example) => {
    const ctx = await openLedger(open);
    const id = await example.make(ctx, "shop");
    await example.retire(ctx, id, because);
    await expect(example.make(ctx, "shop")).rejects.toMatchObject({
      kind: "retired",
      message: expect.stringContaining("restore"),
    });
  });
});
