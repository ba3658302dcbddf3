import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { refuseIfAny } from "../problem.ts";

/** Throws "invalid-request" that names every team there is not. */
export async function refuseUnknownTeams(
  ctx: Context,
  db: Reader,
  teamIds: readonly string[],
): Promise<void> {
  const known = new Set((await listTeams(db, ctx.organisationId)).map((team) => team.teamId));
  refuseIfAny(
    teamIds.flatMap((teamId, row) =>
      known.has(teamId)
        ? []
        : [{ field: `teamIds[${row}]`, message: "There is no such team.", seen: teamId }],
    ),
  );
}
