import { z } from "zod";
import { ListedTeam } from "./access.ts";
import { BenchmarkSet } from "./benchmark-set.ts";
import { BusinessCase } from "./business-case.ts";
import { ValuePool } from "./claims.ts";
import { CostPool } from "./cost-pool.ts";
import { DataAsset } from "./data-asset.ts";
import { Id, KpiKey } from "./ids.ts";
import { SavedRecipe } from "./import.ts";
import { Kpi } from "./kpi.ts";
import { RestoreThing, RetireThing } from "./retirement.ts";
import { Series } from "./series.ts";
import { Tool } from "./tool.ts";

/** What goes into retiring a kind of thing and what comes out. */
function retiring<Params extends z.ZodObject, Output extends z.ZodObject>(
  summary: string,
  params: Params,
  output: Output,
) {
  return { summary, params, body: RetireThing, output, status: 200, idempotent: true } as const;
}

/** The same of bringing it back. */
function restoring<Params extends z.ZodObject, Output extends z.ZodObject>(
  summary: string,
  params: Params,
  output: Output,
) {
  return { summary, params, body: RestoreThing, output, status: 200, idempotent: true } as const;
}

const ofKpi = z.object({ kpiKey: KpiKey });
const ofSeries = z.object({ seriesId: Id });
const ofRecipe = z.object({ recipeId: Id });
const ofCostPool = z.object({ costPoolId: Id });
const ofValuePool = z.object({ poolId: Id });
const ofSet = z.object({ setId: Id });
const ofCase = z.object({ caseId: Id });
const ofTool = z.object({ toolId: Id });
const ofDataAsset = z.object({ dataAssetId: Id });
const ofTeam = z.object({ teamId: Id });

/** What goes into the endpoints that retire and restore, and what comes out; a part of the table in `endpoints.ts`. */
export const retirementEndpoints = {
  retireKpi: retiring("Retire a KPI that nothing is measured by any more; its versions stay", ofKpi, Kpi),
  restoreKpi: restoring("Bring a retired KPI back", ofKpi, Kpi),
  retireSeries: retiring(
    "Retire a series that no running initiative claims: it is logged no more, its history stays",
    ofSeries,
    Series,
  ),
  restoreSeries: restoring("Bring a retired series back, to be logged again", ofSeries, Series),
  retireImportRecipe: retiring(
    "Retire a remembered mapping; imports made by it keep it",
    ofRecipe,
    SavedRecipe,
  ),
  restoreImportRecipe: restoring("Bring a retired mapping back", ofRecipe, SavedRecipe),
  retireCostPool: retiring(
    "Retire a shared cost: nothing more is booked, the months that were stay",
    ofCostPool,
    CostPool,
  ),
  restoreCostPool: restoring("Bring a retired shared cost back", ofCostPool, CostPool),
  retireValuePool: retiring(
    "Retire a value pool of whose series one at most is claimed in any period",
    ofValuePool,
    ValuePool,
  ),
  restoreValuePool: restoring(
    "Bring a retired value pool back, where what is claimed fits into it",
    ofValuePool,
    ValuePool,
  ),
  retireBenchmarkSet: retiring(
    "Retire a set of benchmarks that nothing is judged by; its versions stay readable",
    ofSet,
    BenchmarkSet,
  ),
  restoreBenchmarkSet: restoring("Bring a retired set of benchmarks back", ofSet, BenchmarkSet),
  retireCase: retiring(
    "Retire a business case none of whose versions waits for approval; its versions stay readable",
    ofCase,
    BusinessCase,
  ),
  restoreCase: restoring("Bring a retired business case back", ofCase, BusinessCase),
  retireTool: retiring("Retire a tool: it crowds nothing any more, what was spent on it stays", ofTool, Tool),
  restoreTool: restoring("Bring a retired tool back into the register", ofTool, Tool),
  retireDataAsset: retiring("Retire data from the inventory; its versions stay", ofDataAsset, DataAsset),
  restoreDataAsset: restoring("Bring retired data back into the inventory", ofDataAsset, DataAsset),
  retireTeam: retiring(
    "Retire a team without people, keys and running initiatives; what was its own stays",
    ofTeam,
    ListedTeam,
  ),
  restoreTeam: restoring("Bring a retired team back", ofTeam, ListedTeam),
} as const;
