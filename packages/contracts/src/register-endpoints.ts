import { z } from "zod";
import { ChangeDataAsset, DataAsset, DataAssetFields } from "./data-asset.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { ChangeTool, Tool, ToolFields, ToolOverload } from "./tool.ts";
import { Instant } from "./values.ts";

/** What goes into the endpoints of tools and of data and what comes out; a part of the table in `endpoints.ts`. */
export const registerEndpoints = {
  listTools: {
    summary:
      "The register of tools: vendor, integration, vetting, who uses each for what, and what was spent on it",
    ...lists.listTools,
    status: 200,
  },
  createTool: {
    summary: "Enter a tool into the register, with its initiatives and the costs that are its own",
    body: ToolFields,
    output: Tool,
    status: 201,
    idempotent: true,
  },
  changeTool: {
    summary: "Change what the register says of a tool, as the next version",
    params: z.object({ toolId: Id }),
    body: ChangeTool,
    output: Tool,
    status: 200,
    idempotent: true,
  },
  listToolVersions: {
    summary: "Every version of what the register says of a tool, the latest first",
    params: z.object({ toolId: Id }),
    ...lists.listToolVersions,
    status: 200,
  },
  getToolOverload: {
    summary:
      "Several initiatives with tools on one series, several vendors for one use case; systems each touches",
    query: z.strictObject({ asOf: Instant.optional() }),
    output: ToolOverload,
    status: 200,
  },
  listDataAssets: {
    summary: "The inventory of data: where they live, what state they are in, what they may be used for",
    ...lists.listDataAssets,
    status: 200,
  },
  createDataAsset: {
    summary: "Enter data into the inventory",
    body: DataAssetFields,
    output: DataAsset,
    status: 201,
    idempotent: true,
  },
  changeDataAsset: {
    summary: "Change what the inventory says of data, as the next version",
    params: z.object({ dataAssetId: Id }),
    body: ChangeDataAsset,
    output: DataAsset,
    status: 200,
    idempotent: true,
  },
  listDataAssetVersions: {
    summary: "Every version of what the inventory says of data, the latest first",
    params: z.object({ dataAssetId: Id }),
    ...lists.listDataAssetVersions,
    status: 200,
  },
} as const;
