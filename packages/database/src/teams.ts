import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

export interface Team {
  teamId: string;
  name: string;
  version: number;
}

/** A team that is not kept yet: it is at version 1. */
type NewTeam = Omit<Team, "version">;

/** The team of that name, made with the given id when there is none. */
export async function findOrCreateTeam(tx: Writer, organisationId: string, team: NewTeam): Promise<Team> {
  await tx
    .insertInto("teams")
    .values({ organisation_id: organisationId, team_id: team.teamId, name: team.name, version: 1 })
    .onConflict((conflict) => conflict.columns(["organisation_id", "name"]).doNothing())
    .execute();
  const row = await tx
    .selectFrom("teams")
    .select(["team_id", "name", "version"])
    .where("organisation_id", "=", organisationId)
    .where("name", "=", team.name)
    .executeTakeFirstOrThrow();
  return toTeam(row);
}

/** All teams by name. */
export async function listTeams(db: Reader, organisationId: string): Promise<Team[]> {
  const rows = await db
    .selectFrom("teams")
    .select(["team_id", "name", "version"])
    .where("organisation_id", "=", organisationId)
    .orderBy("name")
    .execute();
  return rows.map(toTeam);
}

/** Adds a team; another of the same name is a `ConstraintError`. */
export async function insertTeam(tx: Writer, organisationId: string, team: NewTeam): Promise<void> {
  await tx
    .insertInto("teams")
    .values({ organisation_id: organisationId, team_id: team.teamId, name: team.name, version: 1 })
    .execute();
}

/** The team of an id. Throws `NotFoundError`. */
export async function getTeam(db: Reader, organisationId: string, teamId: string): Promise<Team> {
  const row = await db
    .selectFrom("teams")
    .select(["team_id", "name", "version"])
    .where("organisation_id", "=", organisationId)
    .where("team_id", "=", teamId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("team", teamId);
  return toTeam(row);
}

/** The team of a name, or undefined. */
export async function findTeamByName(
  db: Reader,
  organisationId: string,
  name: string,
): Promise<Team | undefined> {
  const row = await db
    .selectFrom("teams")
    .select(["team_id", "name", "version"])
    .where("organisation_id", "=", organisationId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row && toTeam(row);
}

/** Gives a team that is still at the version the caller read another name. Throws `LostUpdateError`, `NotFoundError`. */
export async function renameTeam(tx: Writer, organisationId: string, team: Team): Promise<Team> {
  const { teamId, name, version } = team;
  const result = await tx
    .updateTable("teams")
    .set({ name, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("team_id", "=", teamId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) {
    const found = await getTeam(tx, organisationId, teamId);
    throw new LostUpdateError("team", teamId, version, found.version);
  }
  return { teamId, name, version: version + 1 };
}

function toTeam(row: { team_id: string; name: string; version: number }): Team {
  return { teamId: row.team_id, name: row.name, version: row.version };
}
