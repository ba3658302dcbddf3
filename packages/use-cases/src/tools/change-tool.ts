import type { ChangeTool, Tool } from "@liftledger/contracts/tool";
import { LostUpdateError } from "@liftledger/database/errors";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { getTool } from "./get-tool.ts";
import { toolFacts } from "./tool-facts.ts";
import { writeTool } from "./write-tool.ts";

/** Changes what the register says of a tool, as the next version after the one that was read. */
export async function changeTool(
  ctx: Context,
  { toolId, version, ...wanted }: { toolId: string } & ChangeTool,
): Promise<Tool> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getTool(ctx, tx, toolId);
    const thing = { objectId: toolId, name: toolFacts(before).name, field: "toolId" };
    await refuseRetired(ctx, tx, "tool", [thing], "restore it to change it");
    if (before.version !== version) throw new LostUpdateError("tool", toolId, version, before.version);
    return writeTool(ctx, tx, audit, { wanted, before });
  });
}
