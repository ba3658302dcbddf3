import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import type { Tool } from "@liftledger/contracts/tool";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { getTool } from "./get-tool.ts";
import { toolFacts } from "./tool-facts.ts";
import { toolViews } from "./tool-views.ts";

const kind: Retirable<RetirableThing, Tool> = {
  noun: "tool",
  called: "tool",
  needs: "contributor",
  actions: { retire: "retireTool", restore: "restoreTool" },
  async get(ctx, tx, toolId) {
    const tool = await getTool(ctx, tx, toolId);
    return { objectId: toolId, name: toolFacts(tool).name, version: tool.version, facts: tool };
  },
  view: async (ctx, db, toolId) => onlyRow(await toolViews(ctx, db, [await getTool(ctx, db, toolId)])),
};

/** Ends a tool: it crowds nothing any more. What was spent on it stays. */
export async function retireTool(ctx: Context, request: { toolId: string } & RetireThing): Promise<Tool> {
  return retireThing(ctx, kind, { id: request.toolId, ...request });
}

/** Brings a retired tool back. */
export async function restoreTool(ctx: Context, request: { toolId: string } & RestoreThing): Promise<Tool> {
  return restoreThing(ctx, kind, { id: request.toolId, ...request });
}
