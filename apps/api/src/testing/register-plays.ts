import { DataAssetFields } from "@liftledger/contracts/data-asset";
import { examples } from "@liftledger/contracts/examples";
import type { registerPaths } from "@liftledger/contracts/register-paths";
import { ToolFields } from "@liftledger/contracts/tool";
import { expect } from "vitest";
import type { ChangingOf, Play } from "./play.ts";

const tool = ToolFields.parse({ ...(examples.createTool.body as object), uses: [] });
const alone = { seriesIds: [], initiativeIds: [] };
const data = DataAssetFields.parse({ ...(examples.createDataAsset.body as object), ...alone });

const standing = (version: number, name: string) =>
  expect.objectContaining({ version, facts: expect.stringContaining(`"name":"${name}"`) });

/** One play for each changing endpoint of tools and of data: what is called, and what the chain should say of it. */
export const registerPlays: Record<ChangingOf<typeof registerPaths>, Play> = {
  async createTool(client) {
    const { toolId } = await client.call("createTool", { body: tool });
    return { noun: "tool", objectId: toolId, before: null, after: standing(1, tool.name) };
  },
  async changeTool(client) {
    const { toolId } = await client.call("createTool", { body: tool });
    const body = { ...tool, version: 1, name: "Another" };
    await client.call("changeTool", { params: { toolId }, body });
    return {
      noun: "tool",
      objectId: toolId,
      before: standing(1, tool.name),
      after: standing(2, "Another"),
    };
  },
  async createDataAsset(client) {
    const { dataAssetId } = await client.call("createDataAsset", { body: data });
    return { noun: "data-asset", objectId: dataAssetId, before: null, after: standing(1, data.name) };
  },
  async changeDataAsset(client) {
    const { dataAssetId } = await client.call("createDataAsset", { body: data });
    const body = { ...data, version: 1, name: "Another" };
    await client.call("changeDataAsset", { params: { dataAssetId }, body });
    return {
      noun: "data-asset",
      objectId: dataAssetId,
      before: standing(1, data.name),
      after: standing(2, "Another"),
    };
  },
};
