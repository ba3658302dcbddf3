import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { refuseIfAny } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";

/** Throws "invalid-request" that names every team there is not, "retired" for those that are. */
export async function refuseUnknownTeams(
  ctx: Context,
  db: Reader,
  teamIds: readonly string[],
): Promise<void> {
  const known = new Map((await listTeams(db, ctx.organisationId)).map((team) => [team.teamId, team.name]));
  refuseIfAny(
    teamIds.flatMap((teamId, row) =>
      known.has(teamId)
        ? []
        : [{ field: `teamIds[${row}]`, message: "There is no such team.", seen: teamId }],
    ),
  );
  const things = teamIds.map((objectId, row) => {
    return { objectId, name: known.get(objectId) ?? objectId, row, field: `teamIds[${row}]` };
  });
  await refuseRetired(ctx, db, "team", things, "choose another team, or restore it");
}
