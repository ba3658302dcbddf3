import type { registerPaths } from "@liftledger/contracts/register-paths";
import { changeDataAsset } from "@liftledger/use-cases/data-assets/change-data-asset";
import { createDataAsset } from "@liftledger/use-cases/data-assets/create-data-asset";
import { listDataAssets } from "@liftledger/use-cases/data-assets/list-data-assets";
import { listDataAssetVersions } from "@liftledger/use-cases/data-assets/list-data-asset-versions";
import { changeTool } from "@liftledger/use-cases/tools/change-tool";
import { createTool } from "@liftledger/use-cases/tools/create-tool";
import { getToolOverload } from "@liftledger/use-cases/tools/get-tool-overload";
import { listTools } from "@liftledger/use-cases/tools/list-tools";
import { listToolVersions } from "@liftledger/use-cases/tools/list-tool-versions";
import type { Handler } from "./handlers.ts";

/** What each endpoint of the tool register and the data inventory does; a part of the table in `handlers.ts`. */
export const registerHandlers: { readonly [Name in keyof typeof registerPaths]: Handler<Name> } = {
  listTools: (ctx, { query }) => listTools(ctx, query),
  createTool: (ctx, { body }) => createTool(ctx, body),
  changeTool: (ctx, { params, body }) => changeTool(ctx, { ...params, ...body }),
  listToolVersions: (ctx, { params, query }) => listToolVersions(ctx, { ...params, ...query }),
  getToolOverload: (ctx, { query }) => getToolOverload(ctx, query),
  listDataAssets: (ctx, { query }) => listDataAssets(ctx, query),
  createDataAsset: (ctx, { body }) => createDataAsset(ctx, body),
  changeDataAsset: (ctx, { params, body }) => changeDataAsset(ctx, { ...params, ...body }),
  listDataAssetVersions: (ctx, { params, query }) => listDataAssetVersions(ctx, { ...params, ...query }),
};
