import { findTeamByName } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";

/** Throws "conflict" where another team has the name. */
export async function refuseTakenName(ctx: Context, db: Reader, name: string, ownId?: string): Promise<void> {
  const found = await findTeamByName(db, ctx.organisationId, name);
  if (found === undefined || found.teamId === ownId) return;
  const thing = { objectId: found.teamId, name: found.name, field: "name" };
  await refuseRetired(ctx, db, "team", [thing], "restore it, or choose another name");
  const message = `There is a team “${name}” already.`;
  throw new ProblemError("conflict", message, [{ field: "name", message: "taken", seen: name }]);
}
