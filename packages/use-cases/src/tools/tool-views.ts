import type { Tool } from "@liftledger/contracts/tool";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { ToolVersion } from "@liftledger/database/tool-versions";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { toolFacts, withVetter } from "./tool-facts.ts";
import { readToolSpend } from "./tool-spend.ts";

/** Tools as they cross the wire, each with who uses it by name and what was spent on it. */
export async function toolViews(
  ctx: Context,
  db: Reader,
  versions: readonly ToolVersion[],
  { until = ctx.today, asOf = ctx.now }: { until?: string | undefined; asOf?: string | undefined } = {},
): Promise<Tool[]> {
  const tools = versions.map((version) => ({ ...version, facts: toolFacts(version) }));
  const ids = new Set(tools.flatMap(({ facts }) => facts.uses.map(({ initiativeId }) => initiativeId)));
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, [...ids]);
  const initiativeNames = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const nameOf = await personNames(ctx, db);
  const retiredOf = await retiredViews(ctx, db, "tool");
  const spendOf = await readToolSpend(ctx, db, tools, { until, asOf });
  return tools.map((tool) => {
    const { toolId, facts, version, recordedAt, recordedBy } = tool;
    const { figureId, value, unit } = spendOf(tool).figure;
    const uses = facts.uses.map((use) => ({
      ...use,
      initiative: initiativeNames.get(use.initiativeId) ?? use.initiativeId,
    }));
    return {
      ...withVetter(facts, nameOf),
      uses,
      toolId,
      spend: { amount: value ?? "0", currency: unit },
      figureId,
      changedAt: recordedAt,
      changedBy: nameOf(recordedBy),
      version,
      retired: retiredOf(toolId),
    };
  });
}
