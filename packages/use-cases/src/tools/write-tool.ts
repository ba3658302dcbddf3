import type { Tool, ToolFields } from "@liftledger/contracts/tool";
import { jsonText } from "@liftledger/database/json";
import { findTeamByName } from "@liftledger/database/teams";
import { insertToolVersion, type ToolVersion } from "@liftledger/database/tool-versions";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { refuseToolFaults } from "./refuse-tool-faults.ts";
import { withNames } from "./tool-facts.ts";
import { toolViews } from "./tool-views.ts";

/** Writes the next version of a tool, the first where there is none before, and tells it. */
export async function writeTool(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { wanted, before }: { wanted: ToolFields; before: ToolVersion | null },
): Promise<Tool> {
  await refuseToolFaults(ctx, tx, wanted, before);
  const { preVetted, rollOut } = wanted;
  const team = rollOut === null ? undefined : await findTeamByName(tx, ctx.organisationId, rollOut.team);
  const by = preVetted === null ? "" : await personIdByName(ctx, tx, audit, preVetted.by);
  const after: ToolVersion = {
    toolId: before?.toolId ?? ctx.newId(),
    version: (before?.version ?? 0) + 1,
    facts: jsonText(withNames(wanted, { person: () => by, team: (name) => team?.teamId ?? name })),
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  await insertToolVersion(tx, ctx.organisationId, after);
  const action = before === null ? "createTool" : "changeTool";
  audit({ action, noun: "tool", id: after.toolId, before, after });
  return onlyRow(await toolViews(ctx, tx, [after]));
}
