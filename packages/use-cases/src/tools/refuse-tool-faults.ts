import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { ToolFields } from "@liftledger/contracts/tool";
import { listCostPools } from "@liftledger/database/cost-pools";
import { standingCostLines } from "@liftledger/database/cost-lines";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { latestToolVersions, type ToolVersion } from "@liftledger/database/tool-versions";
import { findTeamByName } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { toolFacts } from "./tool-facts.ts";

/**
 * Throws where a tool cannot be entered like that: its name is another's, it names a team, an initiative or a cost that is
 * not there, or a cost that another tool has already. A cost that was its own before may have been taken back since.
 */
export async function refuseToolFaults(
  ctx: Context,
  db: Reader,
  wanted: ToolFields,
  before: ToolVersion | null,
): Promise<void> {
  const tools = await latestToolVersions(db, ctx.organisationId);
  const others = tools
    .filter(({ toolId }) => toolId !== before?.toolId)
    .map((tool) => ({ toolId: tool.toolId, ...toolFacts(tool) }));
  await refuseTakenName(ctx, db, wanted.name, others);
  const own = before === null ? [] : toolFacts(before).costLineIds;
  refuseIfAny([
    ...(await unknownTeam(ctx, db, wanted)),
    ...(await unknownInitiatives(ctx, db, wanted)),
    ...(await unknownCosts(ctx, db, wanted, own)),
    ...costsOfOthers(wanted, others),
  ]);
}

type OtherTool = ToolFields & { toolId: string };

async function refuseTakenName(
  ctx: Context,
  db: Reader,
  name: string,
  others: readonly OtherTool[],
): Promise<void> {
  const taken = others.find((tool) => tool.name === name);
  if (taken === undefined) return;
  const thing = { objectId: taken.toolId, name, field: "name" };
  await refuseRetired(ctx, db, "tool", [thing], "restore it, or choose another name");
  const details = [{ field: "name", message: "taken", seen: name }];
  throw new ProblemError("conflict", `There is a tool "${name}" already.`, details);
}

async function unknownInitiatives(ctx: Context, db: Reader, { uses }: ToolFields): Promise<ProblemDetail[]> {
  const ids = uses.map(({ initiativeId }) => initiativeId);
  const found = await listInitiativesByIds(db, ctx.organisationId, [...new Set(ids)]);
  const known = new Set(found.map(({ initiativeId }) => initiativeId));
  return ids.flatMap((seen, place) =>
    known.has(seen)
      ? []
      : [{ field: `uses.${place}.initiativeId`, message: "There is no such initiative.", seen }],
  );
}

async function unknownTeam(ctx: Context, db: Reader, { rollOut }: ToolFields): Promise<ProblemDetail[]> {
  if (rollOut === null) return [];
  const { team: seen } = rollOut;
  const found = await findTeamByName(db, ctx.organisationId, seen);
  return found === undefined ? [{ field: "rollOut.team", message: "There is no such team.", seen }] : [];
}

async function unknownCosts(
  ctx: Context,
  db: Reader,
  { costLineIds, costPoolIds }: ToolFields,
  own: readonly string[],
): Promise<ProblemDetail[]> {
  const lines = await standingCostLines(db, ctx.organisationId, costLineIds);
  const known = new Set([...own, ...lines.map(({ costLineId }) => costLineId)]);
  const pools = new Set((await listCostPools(db, ctx.organisationId)).map(({ costPoolId }) => costPoolId));
  const missing = (field: string, ids: readonly string[], there: ReadonlySet<string>, message: string) =>
    ids.flatMap((seen, place) => (there.has(seen) ? [] : [{ field: `${field}.${place}`, message, seen }]));
  return [
    ...missing("costLineIds", costLineIds, known, "There is no such cost line, or it was taken back."),
    ...missing("costPoolIds", costPoolIds, pools, "There is no such shared cost."),
  ];
}

function costsOfOthers(
  { costLineIds, costPoolIds }: ToolFields,
  others: readonly OtherTool[],
): ProblemDetail[] {
  const taken = new Map(
    others.flatMap((tool) =>
      [...tool.costLineIds, ...tool.costPoolIds].map((id) => [id, tool.name] as const),
    ),
  );
  const clashes = (field: string, ids: readonly string[]) =>
    ids.flatMap((seen, place) => {
      const tool = taken.get(seen);
      const message = `This cost is ${tool}'s already: take it from there first, so that it is not counted twice.`;
      return tool === undefined ? [] : [{ field: `${field}.${place}`, message, seen }];
    });
  return [...clashes("costLineIds", costLineIds), ...clashes("costPoolIds", costPoolIds)];
}
