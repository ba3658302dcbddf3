import { accessExampleIds } from "./access-examples.ts";

/** What the examples of retiring and restoring are about. */
export const retirementExampleIds = {
  outdatedKpiKey: "fax-replies-per-lead",
  outdatedSeriesId: "0198f2a0-7c00-7000-8000-0000000000b1",
  outdatedRecipeId: "0198f2a0-7c00-7000-8000-0000000000b2",
  outdatedCostPoolId: "0198f2a0-7c00-7000-8000-0000000000b3",
  outdatedPoolId: "0198f2a0-7c00-7000-8000-0000000000b4",
  outdatedSetId: "0198f2a0-7c00-7000-8000-0000000000b5",
  outdatedCaseId: "0198f2a0-7c00-7000-8000-0000000000b6",
  outdatedToolId: "0198f2a0-7c00-7000-8000-0000000000b7",
  outdatedDataAssetId: "0198f2a0-7c00-7000-8000-0000000000b8",
} as const;

const ids = retirementExampleIds;
const restore = { body: { version: 1 } };
const retire = (reason: string) => ({ body: { version: 1, reason } });

/** An example of a request to each endpoint that retires or restores; a part of `examples.ts`. */
export const retirementExamples = {
  retireKpi: { params: { kpiKey: ids.outdatedKpiKey }, ...retire("Nobody faxes any more") },
  restoreKpi: { params: { kpiKey: ids.outdatedKpiKey }, ...restore },
  retireSeries: { params: { seriesId: ids.outdatedSeriesId }, ...retire("The shop in town has closed") },
  restoreSeries: { params: { seriesId: ids.outdatedSeriesId }, ...restore },
  retireImportRecipe: {
    params: { recipeId: ids.outdatedRecipeId },
    ...retire("The shop system has another export"),
  },
  restoreImportRecipe: { params: { recipeId: ids.outdatedRecipeId }, ...restore },
  retireCostPool: { params: { costPoolId: ids.outdatedCostPoolId }, ...retire("The contract has ended") },
  restoreCostPool: { params: { costPoolId: ids.outdatedCostPoolId }, ...restore },
  retireValuePool: { params: { poolId: ids.outdatedPoolId }, ...retire("The two shops count apart now") },
  restoreValuePool: { params: { poolId: ids.outdatedPoolId }, ...restore },
  retireBenchmarkSet: { params: { setId: ids.outdatedSetId }, ...retire("The board has set new ones") },
  restoreBenchmarkSet: { params: { setId: ids.outdatedSetId }, ...restore },
  retireCase: { params: { caseId: ids.outdatedCaseId }, ...retire("The case of the whole programme counts") },
  restoreCase: { params: { caseId: ids.outdatedCaseId }, ...restore },
  retireTool: { params: { toolId: ids.outdatedToolId }, ...retire("The contract has ended") },
  restoreTool: { params: { toolId: ids.outdatedToolId }, ...restore },
  retireDataAsset: {
    params: { dataAssetId: ids.outdatedDataAssetId },
    ...retire("The old CRM is switched off"),
  },
  restoreDataAsset: { params: { dataAssetId: ids.outdatedDataAssetId }, ...restore },
  retireTeam: { params: { teamId: accessExampleIds.teamId }, ...retire("Merged into Growth") },
  restoreTeam: { params: { teamId: accessExampleIds.teamId }, ...restore },
};
