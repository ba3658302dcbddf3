import type { Tool } from "@liftledger/contracts/tool";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listTeams } from "@liftledger/database/teams";
import type { ToolVersion } from "@liftledger/database/tool-versions";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { toolFacts, withNames } from "./tool-facts.ts";
import { readToolSpend } from "./tool-spend.ts";

/** Versions of tools with their facts: people and initiatives by name, but whoever recorded them. */
export async function namedTools(ctx: Context, db: Reader, versions: readonly ToolVersion[]) {
  const tools = versions.map(({ facts, ...version }) => ({ version, facts: toolFacts({ facts }) }));
  const ids = new Set(tools.flatMap(({ facts }) => facts.uses.map(({ initiativeId }) => initiativeId)));
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, [...ids]);
  const initiativeNames = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const person = await personNames(ctx, db);
  const teams = new Map((await listTeams(db, ctx.organisationId)).map(({ teamId, name }) => [teamId, name]));
  const team = (teamId: string) => teams.get(teamId) ?? teamId;
  return tools.map(({ version, facts }) => ({
    ...withNames(facts, { person, team }),
    ...version,
    uses: facts.uses.map((use) => ({
      ...use,
      initiative: initiativeNames.get(use.initiativeId) ?? use.initiativeId,
    })),
  }));
}

/** Tools as they cross the wire, each with who uses it by name and what was spent on it. */
export async function toolViews(
  ctx: Context,
  db: Reader,
  versions: readonly ToolVersion[],
  { until = ctx.today, asOf }: { until?: string | undefined; asOf?: string | undefined } = {},
): Promise<Tool[]> {
  const named = await namedTools(ctx, db, versions);
  const nameOf = await personNames(ctx, db);
  const retiredOf = await retiredViews(ctx, db, "tool", undefined, asOf);
  const spending = named.map((facts) => ({ toolId: facts.toolId, facts }));
  const spendOf = await readToolSpend(ctx, db, spending, { until, asOf: asOf ?? ctx.now });
  return named.map(({ recordedAt, recordedBy, ...tool }) => {
    const { figureId, value, unit } = spendOf({ toolId: tool.toolId, facts: tool }).figure;
    return {
      ...tool,
      spend: { amount: value ?? "0", currency: unit },
      figureId,
      changedAt: recordedAt,
      changedBy: nameOf(recordedBy),
      retired: retiredOf(tool.toolId),
    };
  });
}
