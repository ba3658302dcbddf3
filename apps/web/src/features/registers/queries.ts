import { queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, listWhole, type Clocks } from "../../api.ts";

/** The register of tools, whole, with what was spent on each up to the valuation date. */
export const toolsQuery = (organisationId: string, { until, asOf }: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "tools", until ?? "", asOf ?? ""],
    queryFn: () => listWhole(organisationId, "listTools", { query: clockQuery({ until, asOf }) }),
  });

/** Where tools crowd, and which systems initiatives touch. */
export const toolOverloadQuery = (organisationId: string, { asOf }: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "tool-overload", asOf ?? ""],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getToolOverload", { query: clockQuery({ asOf }), signal }),
  });

/** The inventory of data, whole. */
export const dataAssetsQuery = (organisationId: string, { asOf }: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "data-assets", asOf ?? ""],
    queryFn: () => listWhole(organisationId, "listDataAssets", { query: clockQuery({ asOf }) }),
  });

/** Every version of a tool, the latest first. */
export const toolVersionsQuery = (organisationId: string, toolId: string) =>
  queryOptions({
    queryKey: [organisationId, "tools", toolId, "versions"],
    queryFn: ({ signal }) => listWhole(organisationId, "listToolVersions", { params: { toolId }, signal }),
  });

/** Every version of data in the inventory, the latest first. */
export const dataAssetVersionsQuery = (organisationId: string, dataAssetId: string) =>
  queryOptions({
    queryKey: [organisationId, "data-assets", dataAssetId, "versions"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listDataAssetVersions", { params: { dataAssetId }, signal }),
  });

/** The teams that are not retired. */
export const teamsInUseQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "teams", "in-use"],
    queryFn: ({ signal }) => listWhole(organisationId, "listTeams", { query: { retired: "false" }, signal }),
  });
