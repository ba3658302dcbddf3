import type { Person } from "@liftledger/contracts/access";
import { listAccounts, listSessions } from "@liftledger/database/accounts";
import { listMembers, type Member } from "@liftledger/database/members";
import { listPeople } from "@liftledger/database/people";
import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Everybody an organisation knows, as they cross the wire, by name. */
export async function personViews(ctx: Context, db: Reader): Promise<Person[]> {
  const people = await listPeople(db, ctx.organisationId);
  const members = new Map((await listMembers(db, ctx.organisationId)).map((one) => [one.personId, one]));
  const teams = await listTeams(db, ctx.organisationId);
  const ids = [...members.keys()];
  const accounts = new Map((await listAccounts(db, ids)).map((one) => [one.personId, one]));
  const sessions = Map.groupBy(await listSessions(db, ids, ctx.now), (session) => session.personId);
  return people.map(({ personId, displayName }) => {
    const member = members.get(personId);
    const account = accounts.get(personId);
    return {
      personId,
      name: displayName,
      email: account?.email ?? null,
      role: member?.role ?? null,
      state: stateOf(member),
      teams: teams.filter((team) => member?.teamIds.includes(team.teamId) === true),
      twoFactor: account?.twoFactor ?? false,
      lastSeenAt: sessions.get(personId)?.[0]?.lastUsedAt ?? null,
      version: member?.version ?? 0,
    };
  });
}

/** One of them; the id is known to be there. */
export async function personView(ctx: Context, db: Reader, personId: string): Promise<Person> {
  const found = (await personViews(ctx, db)).find((person) => person.personId === personId);
  if (found === undefined) throw new Error(`the person ${personId} should be there`);
  return found;
}

function stateOf(member: Member | undefined): Person["state"] {
  if (member === undefined) return "no-account";
  if (member.removedAt !== null) return "removed";
  return member.joinedAt === null ? "invited" : "active";
}
