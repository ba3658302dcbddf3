import type { Audience } from "@liftledger/contracts/alert-settings";
import { listInitiativesByIds, type NamedInitiative } from "@liftledger/database/initiatives";
import { listMembers, type Member } from "@liftledger/database/members";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Who is told, by what they are; looked up once for many alerts. */
export interface Recipients {
  /** Of an alert that concerns some initiatives, and a thing that others may answer for. */
  of(to: readonly Audience[], initiativeIds: readonly string[], ownerIds?: readonly string[]): string[];
  /** Whether somebody can be mailed: who joined and was not removed. */
  isActive(personId: string): boolean;
}

/** Reads who there is. Where nobody with an account would be told, the admins are: an alert nobody hears is none. */
export async function readRecipients(
  ctx: Context,
  db: Reader,
  initiativeIds: readonly string[],
): Promise<Recipients> {
  const members = (await listMembers(db, ctx.organisationId)).filter(
    ({ joinedAt, removedAt }) => joinedAt !== null && removedAt === null,
  );
  const ids = [...new Set(initiativeIds)];
  const initiatives = new Map(
    (await listInitiativesByIds(db, ctx.organisationId, ids)).map((one) => [one.initiativeId, one]),
  );
  const active = new Set(members.map(({ personId }) => personId));
  const admins = members.filter(({ role }) => role === "admin").map(({ personId }) => personId);
  return {
    of(to, concerned, ownerIds = []) {
      const rows = concerned.flatMap((id) => initiatives.get(id) ?? []);
      const owners = to.includes("owner") ? ownerIds : [];
      const told = new Set([...to.flatMap((audience) => peopleOf(audience, rows, members)), ...owners]);
      const isHeard = [...told].some((personId) => active.has(personId));
      return [...new Set([...told, ...(isHeard ? [] : admins)])];
    },
    isActive: (personId) => active.has(personId),
  };
}

function peopleOf(
  audience: Audience,
  initiatives: readonly NamedInitiative[],
  members: readonly Member[],
): string[] {
  if (audience === "owner") return initiatives.map(({ ownerId }) => ownerId);
  const teams = initiatives.map(({ teamId }) => teamId);
  return members
    .filter(({ role, teamIds }) =>
      audience === "team"
        ? role === "contributor" && teamIds.some((teamId) => teams.includes(teamId))
        : role === audience,
    )
    .map(({ personId }) => personId);
}
