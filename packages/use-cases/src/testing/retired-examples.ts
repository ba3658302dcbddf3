import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { DataAssetFields } from "@liftledger/contracts/data-asset";
import { examples } from "@liftledger/contracts/examples";
import { NewKpi } from "@liftledger/contracts/kpi";
import { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { ToolFields } from "@liftledger/contracts/tool";
import { createBenchmarkSet } from "../benchmarks/create-benchmark-set.ts";
import { restoreBenchmarkSet, retireBenchmarkSet } from "../benchmarks/retire-benchmark-set.ts";
import { createCase } from "../business-cases/create-case.ts";
import { restoreCase, retireCase } from "../business-cases/retire-case.ts";
import type { Context } from "../context.ts";
import { createCostPool } from "../cost-pools/create-cost-pool.ts";
import { restoreCostPool, retireCostPool } from "../cost-pools/retire-cost-pool.ts";
import { createDataAsset } from "../data-assets/create-data-asset.ts";
import { restoreDataAsset, retireDataAsset } from "../data-assets/retire-data-asset.ts";
import { restoreImportRecipe, retireImportRecipe } from "../imports/retire-import-recipe.ts";
import { saveImportRecipe } from "../imports/save-import-recipe.ts";
import { listInitiatives } from "../initiatives/list-initiatives.ts";
import { createKpi } from "../kpis/create-kpi.ts";
import { restoreKpi, retireKpi } from "../kpis/retire-kpi.ts";
import { createSeries } from "../series/create-series.ts";
import { restoreSeries, retireSeries } from "../series/retire-series.ts";
import { createTeam } from "../teams/create-team.ts";
import { restoreTeam, retireTeam } from "../teams/retire-team.ts";
import { createTool } from "../tools/create-tool.ts";
import { restoreTool, retireTool } from "../tools/retire-tool.ts";
import { createValuePool } from "../value-pools/create-value-pool.ts";
import { makeInitiative } from "./example-initiative.ts";
import { restoreValuePool, retireValuePool } from "../value-pools/retire-value-pool.ts";

/** A kind of thing that is retired: how one is made, by the name its id has in the examples, retired and restored. */
export interface RetiredExample {
  /** By what the id stands in the path. */
  param: string;
  /** By what it stands in the examples. */
  exampleId: string;
  make(ctx: Context, name: string): Promise<string>;
  retire(ctx: Context, id: string, told: { version: number; reason: string }): Promise<{ retired: unknown }>;
  restore(ctx: Context, id: string, told: { version: number }): Promise<{ retired: unknown }>;
}

/** Every kind of thing that can be retired, by the end of the names of its endpoints. */
export const retiredExamples = {
  Kpi: {
    param: "kpiKey",
    exampleId: "outdatedKpiKey",
    make: async (ctx, name) => {
      const definition = examples.createKpi.body as object;
      return (await createKpi(ctx, NewKpi.parse({ ...definition, key: name, name }))).key;
    },
    retire: (ctx, kpiKey, told) => retireKpi(ctx, { kpiKey, ...told }),
    restore: (ctx, kpiKey, told) => restoreKpi(ctx, { kpiKey, ...told }),
  },
  Series: {
    param: "seriesId",
    exampleId: "outdatedSeriesId",
    make: async (ctx, scope) => (await createSeries(ctx, { kpiKey: "conversion-rate", scope })).seriesId,
    retire: (ctx, seriesId, told) => retireSeries(ctx, { seriesId, ...told }),
    restore: (ctx, seriesId, told) => restoreSeries(ctx, { seriesId, ...told }),
  },
  ImportRecipe: {
    param: "recipeId",
    exampleId: "outdatedRecipeId",
    make: async (ctx, name) => {
      const recipe = AnyRecipe.parse({ ...(examples.saveImportRecipe.body as object), name });
      return (await saveImportRecipe(ctx, recipe)).recipeId;
    },
    retire: (ctx, recipeId, told) => retireImportRecipe(ctx, { recipeId, ...told }),
    restore: (ctx, recipeId, told) => restoreImportRecipe(ctx, { recipeId, ...told }),
  },
  CostPool: {
    param: "costPoolId",
    exampleId: "outdatedCostPoolId",
    make: async (ctx, name) => {
      const pool = { name, category: "licences", driver: "equal", unit: "users" } as const;
      return (await createCostPool(ctx, pool)).costPoolId;
    },
    retire: (ctx, costPoolId, told) => retireCostPool(ctx, { costPoolId, ...told }),
    restore: (ctx, costPoolId, told) => restoreCostPool(ctx, { costPoolId, ...told }),
  },
  ValuePool: {
    param: "poolId",
    exampleId: "outdatedPoolId",
    make: async (ctx, name) => (await createValuePool(ctx, { name, series: [], kpiKeys: [] })).poolId,
    retire: (ctx, poolId, told) => retireValuePool(ctx, { poolId, ...told }),
    restore: (ctx, poolId, told) => restoreValuePool(ctx, { poolId, ...told }),
  },
  BenchmarkSet: {
    param: "setId",
    exampleId: "outdatedSetId",
    make: async (ctx, name) => {
      const set = NewBenchmarkSet.parse({ ...(examples.createBenchmarkSet.body as object), name });
      return (await createBenchmarkSet(ctx, set)).setId;
    },
    retire: (ctx, setId, told) => retireBenchmarkSet(ctx, { setId, ...told }),
    restore: (ctx, setId, told) => restoreBenchmarkSet(ctx, { setId, ...told }),
  },
  Case: {
    param: "caseId",
    exampleId: "outdatedCaseId",
    make: async (ctx, name) => {
      const { plan } = NewBusinessCase.parse(examples.createCase.body);
      const [initiative] = (await listInitiatives(ctx, { limit: 1 })).rows;
      const { initiativeId } = initiative ?? (await makeInitiative(ctx));
      return (await createCase(ctx, { initiativeId, name, plan })).caseId;
    },
    retire: (ctx, caseId, told) => retireCase(ctx, { caseId, ...told }),
    restore: (ctx, caseId, told) => restoreCase(ctx, { caseId, ...told }),
  },
  Tool: {
    param: "toolId",
    exampleId: "outdatedToolId",
    make: async (ctx, name) => {
      const tool = { ...(examples.createTool.body as object), name, uses: [] };
      return (await createTool(ctx, ToolFields.parse(tool))).toolId;
    },
    retire: (ctx, toolId, told) => retireTool(ctx, { toolId, ...told }),
    restore: (ctx, toolId, told) => restoreTool(ctx, { toolId, ...told }),
  },
  DataAsset: {
    param: "dataAssetId",
    exampleId: "outdatedDataAssetId",
    make: async (ctx, name) => {
      const alone = { name, seriesIds: [], initiativeIds: [] };
      const data = DataAssetFields.parse({ ...(examples.createDataAsset.body as object), ...alone });
      return (await createDataAsset(ctx, data)).dataAssetId;
    },
    retire: (ctx, dataAssetId, told) => retireDataAsset(ctx, { dataAssetId, ...told }),
    restore: (ctx, dataAssetId, told) => restoreDataAsset(ctx, { dataAssetId, ...told }),
  },
  Team: {
    param: "teamId",
    exampleId: "teamId",
    make: async (ctx, name) => (await createTeam(ctx, { name })).teamId,
    retire: (ctx, teamId, told) => retireTeam(ctx, { teamId, ...told }),
    restore: (ctx, teamId, told) => restoreTeam(ctx, { teamId, ...told }),
  },
} satisfies Record<string, RetiredExample>;
