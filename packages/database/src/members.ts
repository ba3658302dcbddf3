import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

export type MemberRole = "viewer" | "contributor" | "finance" | "admin";

/** What a person may do in an organisation. Their account is the user of the same id. */
export interface Member {
  personId: string;
  role: MemberRole;
  /** Null until the invitation was accepted. */
  joinedAt: string | null;
  removedAt: string | null;
  teamIds: string[];
  version: number;
}

const columns = ["person_id", "role", "joined_at", "removed_at", "version"] as const;

/** The member of an id, or undefined. */
export async function findMember(
  db: Reader,
  organisationId: string,
  personId: string,
): Promise<Member | undefined> {
  const row = await db
    .selectFrom("members")
    .select(columns)
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const teams = await db
    .selectFrom("team_members")
    .select("team_id")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .orderBy("team_id")
    .execute();
  return toMember(
    row,
    teams.map((team) => team.team_id),
  );
}

/** The same; throws `NotFoundError`. */
export async function getMember(db: Reader, organisationId: string, personId: string): Promise<Member> {
  const member = await findMember(db, organisationId, personId);
  if (member === undefined) throw new NotFoundError("person with an account", personId);
  return member;
}

/** All members, in the order of their ids. */
export async function listMembers(db: Reader, organisationId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom("members")
    .select(columns)
    .where("organisation_id", "=", organisationId)
    .orderBy("person_id")
    .execute();
  const teams = await db
    .selectFrom("team_members")
    .select(["person_id", "team_id"])
    .where("organisation_id", "=", organisationId)
    .orderBy("team_id")
    .execute();
  return rows.map((row) =>
    toMember(
      row,
      teams.filter((team) => team.person_id === row.person_id).map((team) => team.team_id),
    ),
  );
}

/** Whether somebody may administrate the organisation. */
export async function hasAdmin(db: Reader, organisationId: string, except = ""): Promise<boolean> {
  const row = await db
    .selectFrom("members")
    .select("person_id")
    .where("organisation_id", "=", organisationId)
    .where("role", "=", "admin")
    .where("joined_at", "is not", null)
    .where("removed_at", "is", null)
    .where("person_id", "!=", except)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a member with their teams. */
export async function insertMember(
  tx: Writer,
  organisationId: string,
  member: Omit<Member, "removedAt" | "version"> & { createdAt: string },
): Promise<void> {
  await tx
    .insertInto("members")
    .values({
      organisation_id: organisationId,
      person_id: member.personId,
      role: member.role,
      created_at: member.createdAt,
      joined_at: member.joinedAt,
      removed_at: null,
      version: 1,
      language: null,
      locale: null,
    })
    .execute();
  await setTeams(tx, organisationId, member.personId, member.teamIds);
}

/** Changes a member read at a version; throws `LostUpdateError` where somebody was faster. */
export async function updateMember(
  tx: Writer,
  organisationId: string,
  member: Member,
  changes: Partial<Omit<Member, "personId" | "version">>,
): Promise<Member> {
  const { personId, version } = member;
  const found = await getMember(tx, organisationId, personId);
  if (found.version !== version) throw new LostUpdateError("person", personId, version, found.version);
  const next = { ...found, ...changes, version: version + 1 };
  await tx
    .updateTable("members")
    .set({ role: next.role, joined_at: next.joinedAt, removed_at: next.removedAt, version: next.version })
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
  if (changes.teamIds !== undefined) await setTeams(tx, organisationId, personId, changes.teamIds);
  return next;
}

/** How a person reads the product; null is as their browser says. */
export interface MemberReading {
  language: string | null;
  locale: string | null;
}

/** How a member reads; as the browser says for whoever is none. */
export async function readingOfMember(
  db: Reader,
  organisationId: string,
  personId: string,
): Promise<MemberReading> {
  const row = await db
    .selectFrom("members")
    .select(["language", "locale"])
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row ?? { language: null, locale: null };
}

/** Sets how a member reads. It is theirs alone, so that nobody's change of a role is overtaken by it. */
export async function setReadingOfMember(
  tx: Writer,
  organisationId: string,
  { personId, language, locale }: MemberReading & { personId: string },
): Promise<void> {
  await tx
    .updateTable("members")
    .set({ language, locale })
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
}

async function setTeams(
  tx: Writer,
  organisationId: string,
  personId: string,
  teamIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("team_members")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
  const rows = [...new Set(teamIds)].map((teamId) => ({
    organisation_id: organisationId,
    team_id: teamId,
    person_id: personId,
  }));
  if (rows.length > 0) await tx.insertInto("team_members").values(rows).execute();
}

function toMember(
  row: {
    person_id: string;
    role: MemberRole;
    joined_at: string | null;
    removed_at: string | null;
    version: number;
  },
  teamIds: string[],
): Member {
  const { person_id: personId, role, joined_at: joinedAt, removed_at: removedAt, version } = row;
  return { personId, role, joinedAt, removedAt, teamIds, version };
}
