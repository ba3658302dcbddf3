import type { Tool, ToolFields } from "@liftledger/contracts/tool";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { writeTool } from "./write-tool.ts";

/** Enters a tool into the organisation's register, with who uses it and which costs are its own. */
export async function createTool(ctx: Context, wanted: ToolFields): Promise<Tool> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, (tx, audit, ctx) => writeTool(ctx, tx, audit, { wanted, before: null }));
}
