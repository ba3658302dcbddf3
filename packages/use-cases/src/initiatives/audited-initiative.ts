import { listInitiativePhases } from "@liftledger/database/initiative-phases";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** An initiative as the audit chain keeps it: owner and team by their ids, with its phases. */
export async function auditedInitiative(
  ctx: Context,
  db: Reader,
  { ownerName: _ownerName, teamName: _teamName, ...initiative }: NamedInitiative,
): Promise<object> {
  const { initiativeId } = initiative;
  const phases = await listInitiativePhases(db, ctx.organisationId, [initiativeId]);
  const history = (phases.get(initiativeId) ?? []).map(({ phase, enteredOn }) => ({ phase, enteredOn }));
  return { ...initiative, phases: history };
}
