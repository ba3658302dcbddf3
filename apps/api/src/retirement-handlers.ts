import type { retirementPaths } from "@liftledger/contracts/retirement-paths";
import {
  restoreBenchmarkSet,
  retireBenchmarkSet,
} from "@liftledger/use-cases/benchmarks/retire-benchmark-set";
import { restoreCase, retireCase } from "@liftledger/use-cases/business-cases/retire-case";
import { restoreCostPool, retireCostPool } from "@liftledger/use-cases/cost-pools/retire-cost-pool";
import { restoreImportRecipe, retireImportRecipe } from "@liftledger/use-cases/imports/retire-import-recipe";
import { restoreKpi, retireKpi } from "@liftledger/use-cases/kpis/retire-kpi";
import { restoreSeries, retireSeries } from "@liftledger/use-cases/series/retire-series";
import { restoreTeam, retireTeam } from "@liftledger/use-cases/teams/retire-team";
import { restoreValuePool, retireValuePool } from "@liftledger/use-cases/value-pools/retire-value-pool";
import { restoreDataAsset, retireDataAsset } from "@liftledger/use-cases/data-assets/retire-data-asset";
import { restoreTool, retireTool } from "@liftledger/use-cases/tools/retire-tool";
import type { Handler } from "./handlers.ts";

/** What answers the endpoints that retire and restore; a part of the table in `handlers.ts`. */
export const retirementHandlers: { readonly [Name in keyof typeof retirementPaths]: Handler<Name> } = {
  retireKpi: (ctx, { params, body }) => retireKpi(ctx, { ...params, ...body }),
  restoreKpi: (ctx, { params, body }) => restoreKpi(ctx, { ...params, ...body }),
  retireSeries: (ctx, { params, body }) => retireSeries(ctx, { ...params, ...body }),
  restoreSeries: (ctx, { params, body }) => restoreSeries(ctx, { ...params, ...body }),
  retireImportRecipe: (ctx, { params, body }) => retireImportRecipe(ctx, { ...params, ...body }),
  restoreImportRecipe: (ctx, { params, body }) => restoreImportRecipe(ctx, { ...params, ...body }),
  retireCostPool: (ctx, { params, body }) => retireCostPool(ctx, { ...params, ...body }),
  restoreCostPool: (ctx, { params, body }) => restoreCostPool(ctx, { ...params, ...body }),
  retireValuePool: (ctx, { params, body }) => retireValuePool(ctx, { ...params, ...body }),
  restoreValuePool: (ctx, { params, body }) => restoreValuePool(ctx, { ...params, ...body }),
  retireBenchmarkSet: (ctx, { params, body }) => retireBenchmarkSet(ctx, { ...params, ...body }),
  restoreBenchmarkSet: (ctx, { params, body }) => restoreBenchmarkSet(ctx, { ...params, ...body }),
  retireCase: (ctx, { params, body }) => retireCase(ctx, { ...params, ...body }),
  restoreCase: (ctx, { params, body }) => restoreCase(ctx, { ...params, ...body }),
  retireTool: (ctx, { params, body }) => retireTool(ctx, { ...params, ...body }),
  restoreTool: (ctx, { params, body }) => restoreTool(ctx, { ...params, ...body }),
  retireDataAsset: (ctx, { params, body }) => retireDataAsset(ctx, { ...params, ...body }),
  restoreDataAsset: (ctx, { params, body }) => restoreDataAsset(ctx, { ...params, ...body }),
  retireTeam: (ctx, { params, body }) => retireTeam(ctx, { ...params, ...body }),
  restoreTeam: (ctx, { params, body }) => restoreTeam(ctx, { ...params, ...body }),
};
