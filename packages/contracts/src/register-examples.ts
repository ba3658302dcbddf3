/** What the examples of tools and of data are about. */
export const registerExampleIds = {
  toolId: "0198f2a0-7c00-7000-8000-0000000000e2",
  dataAssetId: "0198f2a0-7c00-7000-8000-0000000000e3",
} as const;

const { toolId, dataAssetId } = registerExampleIds;

/** A tool and data as they are entered, used by one initiative. */
export function registerExamplesOf(initiativeId: string, seriesId: string) {
  const tool = {
    name: "Lead scorer",
    vendor: "Scorewell",
    integration: "integrated",
    explainable: "yes",
    realTime: "no",
    preVetted: { on: "2026-03-20", by: "Tom Reed" },
    note: "Scores once an hour",
    uses: [{ initiativeId, useCase: "Predictive lead scoring", systems: ["CRM"] }],
    costLineIds: [],
    costPoolIds: [],
  };
  const data = {
    name: "Leads of the web shop",
    system: "CRM",
    owner: "Ada Vance",
    needsCleansing: "yes",
    cleansing: "One in five has no industry",
    consistent: "no",
    reachableByApi: "yes",
    allowedForTraining: "not-known",
    personalData: "yes",
    privacyBasis: "Consent when they sign up",
    retention: "Two years after the last contact",
    seriesIds: [seriesId],
    initiativeIds: [initiativeId],
  };
  return {
    listTools: { query: { integration: "integrated", limit: 50 } },
    createTool: { body: tool },
    changeTool: { params: { toolId }, body: { version: 1, ...tool, name: "Scorer of leads" } },
    listToolVersions: { params: { toolId }, query: { limit: 20 } },
    getToolOverload: {},
    listDataAssets: { query: { system: "CRM", limit: 50 } },
    createDataAsset: { body: data },
    listDataAssetVersions: { params: { dataAssetId }, query: { limit: 20 } },
    changeDataAsset: { params: { dataAssetId }, body: { version: 1, ...data, name: "All leads" } },
  };
}
