import { NotFoundError } from "./errors.ts";
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

/** Adds a team; another of the same name is a `ConstraintError`. */
export async function insertTeam(tx: Writer, organisationId: string, team: Team): Promise<void> {
  await tx
    .insertInto("teams")
    .values({ organisation_id: organisationId, team_id: team.teamId, name: team.name })
    .execute();
}

/** The team of an id. Throws `NotFoundError`. */
export async function getTeam(db: Reader, organisationId: string, teamId: string): Promise<Team> {
  const row = await db
    .selectFrom("teams")
    .select("name")
    .where("organisation_id", "=", organisationId)
    .where("team_id", "=", teamId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("team", teamId);
  return { teamId, name: row.name };
}

/** The team of a name, or undefined. */
export async function findTeamByName(
  db: Reader,
  organisationId: string,
  name: string,
): Promise<Team | undefined> {
  const row = await db
    .selectFrom("teams")
    .select("team_id")
    .where("organisation_id", "=", organisationId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row && { teamId: row.team_id, name };
}

/** Gives a team another name. */
export async function renameTeam(tx: Writer, organisationId: string, team: Team): Promise<void> {
  await tx
    .updateTable("teams")
    .set({ name: team.name })
    .where("organisation_id", "=", organisationId)
    .where("team_id", "=", team.teamId)
    .execute();
}
