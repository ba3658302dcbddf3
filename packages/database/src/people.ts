import { NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

export interface Person {
  personId: string;
  displayName: string;
}

/** A person who may have to be made. */
export interface WantedPerson extends Person {
  /** Chance that nobody can guess, for the digest of the name in the audit chain. */
  salt: string;
}

/** The first person of that name, made with the given id when there is none. Two people may share a name. */
export async function findOrCreatePerson(
  tx: Writer,
  organisationId: string,
  person: WantedPerson,
): Promise<Person> {
  const row = await tx
    .selectFrom("people")
    .select(["person_id", "display_name"])
    .where("organisation_id", "=", organisationId)
    .where("display_name", "=", person.displayName)
    .orderBy("person_id")
    .executeTakeFirst();
  if (row) return { personId: row.person_id, displayName: row.display_name };
  await tx
    .insertInto("people")
    .values({
      organisation_id: organisationId,
      person_id: person.personId,
      display_name: person.displayName,
      salt: person.salt,
    })
    .execute();
  return { personId: person.personId, displayName: person.displayName };
}

/** All people by name. */
export async function listPeople(db: Reader, organisationId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom("people")
    .select(["person_id", "display_name"])
    .where("organisation_id", "=", organisationId)
    .orderBy("display_name")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({ personId: row.person_id, displayName: row.display_name }));
}

/** Adds a person whatever their name. */
export async function insertPerson(tx: Writer, organisationId: string, person: WantedPerson): Promise<void> {
  await tx
    .insertInto("people")
    .values({
      organisation_id: organisationId,
      person_id: person.personId,
      display_name: person.displayName,
      salt: person.salt,
    })
    .execute();
}

/** The person of an id. Throws `NotFoundError`. */
export async function getPerson(
  db: Reader,
  organisationId: string,
  personId: string,
): Promise<Person & { salt: string | null }> {
  const row = await db
    .selectFrom("people")
    .select(["display_name", "salt"])
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("person", personId);
  return { personId, displayName: row.display_name, salt: row.salt };
}

/** Gives a person another name, and the salt that goes with it: null where nobody shall ever guess the name. */
export async function renamePerson(
  tx: Writer,
  organisationId: string,
  { personId, displayName, salt }: Person & { salt: string | null },
): Promise<void> {
  await tx
    .updateTable("people")
    .set({ display_name: displayName, salt })
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
}
