import { latestToolVersions } from "@liftledger/database/tool-versions";
import type { Reader } from "@liftledger/database/transaction";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import type { FigureAsked } from "../evaluation/figure-asked.ts";
import { toolFacts } from "./tool-facts.ts";
import { readToolSpend } from "./tool-spend.ts";

/** A figure of a tool by its id ("tool/…/spend"), down to the costs it is made of; undefined where there is none. */
export async function toolFigure(
  ctx: Context,
  db: Reader,
  { figureId, until = ctx.today, asOf = ctx.now }: FigureAsked,
): Promise<ExplainedFigure | undefined> {
  const [, toolId, key] = figureId.split("/");
  const versions = await latestToolVersions(db, ctx.organisationId, { asOf });
  const found = versions.find((tool) => tool.toolId === toolId);
  if (found === undefined || key !== "spend") return undefined;
  const tool = { toolId: found.toolId, facts: toolFacts(found) };
  return (await readToolSpend(ctx, db, [tool], { until, asOf }))(tool);
}
