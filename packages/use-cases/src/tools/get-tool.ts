import { NotFoundError } from "@liftledger/database/errors";
import { latestToolVersions, type ToolVersion } from "@liftledger/database/tool-versions";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** The latest version of a tool; throws `NotFoundError`. */
export async function getTool(ctx: Context, db: Reader, toolId: string): Promise<ToolVersion> {
  const tools = await latestToolVersions(db, ctx.organisationId);
  const found = tools.find((tool) => tool.toolId === toolId);
  if (found === undefined) throw new NotFoundError("tool", toolId);
  return found;
}
