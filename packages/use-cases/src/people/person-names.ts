import { listPeople } from "@liftledger/database/people";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Says the name of a person by id; an id nobody has is said as it is. */
export type PersonNames = (personId: string) => string;

/**
 * The names of an organisation's people. Records keep ids and names are looked up when they are read, so
 * that a person can be renamed or erased in one place. The demo is home to nobody: who does something there is a person of
 * the company's own organisation.
 */
export async function personNames(ctx: Context, db: Reader): Promise<PersonNames> {
  const home = ctx.homeOrganisationId ?? ctx.organisationId;
  const guests = home === ctx.organisationId ? [] : await listPeople(db, home);
  const people = [...guests, ...(await listPeople(db, ctx.organisationId))];
  const names = new Map(people.map((person) => [person.personId, person.displayName]));
  return (personId) => names.get(personId) ?? (personId === ctx.actor.personId ? ctx.actor.name : personId);
}
