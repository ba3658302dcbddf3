import type { Reader, Writer } from "./transaction.ts";

export interface Team {
  teamId: string;
  name: string;
}

/** The team of that name, made with the given id when there is none. */
export async function findOrCreateTeam(tx: Writer, organisationId: string, team: Team): Promise<Team> {
  await tx
    .insertInto("teams")
    .values({ organisation_id: organisationId, team_id: team.teamId, name: team.name })
    .onConflict((conflict) => conflict.columns(["organisation_id", "name"]).doNothing())
    .execute();
  const row = await tx
    .selectFrom("teams")
    .select(["team_id", "name"])
    .where("organisation_id", "=", organisationId)
    .where("name", "=", team.name)
    .executeTakeFirstOrThrow();
  return { teamId: row.team_id, name: row.name };
}

/** All teams by name. */
export async function listTeams(db: Reader, organisationId: string): Promise<Team[]> {
  const rows = await db
    .selectFrom("teams")
    .select(["team_id", "name"])
    .where("organisation_id", "=", organisationId)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ teamId: row.team_id, name: row.name }));
}
