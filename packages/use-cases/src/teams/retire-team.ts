import type { ListedTeam } from "@liftledger/contracts/access";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { listMembers } from "@liftledger/database/members";
import { listServiceKeys } from "@liftledger/database/service-keys";
import { getTeam } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { personNames } from "../people/person-names.ts";
import { refuseHeld } from "../retirement/refuse-retired.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { retiredViews } from "../retirement/retired-views.ts";

const kind: Retirable<RetirableThing, ListedTeam> = {
  noun: "team",
  called: "team",
  needs: "admin",
  actions: { retire: "retireTeam", restore: "restoreTeam" },
  async get(ctx, tx, teamId) {
    const team = await getTeam(tx, ctx.organisationId, teamId);
    return { objectId: teamId, name: team.name, version: team.version, facts: team };
  },
  async refuseInUse(ctx, tx, { objectId: teamId, name }) {
    const holders = [
      ...(await peopleIn(ctx, tx, teamId)),
      ...(await initiativesOf(ctx, tx, teamId)),
      ...(await keysOf(ctx, tx, teamId)),
    ];
    refuseHeld(name, holders, "move them to another team first");
  },
  async view(ctx, db, teamId) {
    const team = await getTeam(db, ctx.organisationId, teamId);
    return { ...team, retired: (await retiredViews(ctx, db, "team", [teamId]))(teamId) };
  },
};

/**
 * Takes a team out of what can be chosen; what was its own stays. Refused while it has people, service keys or
 * initiatives under way, and with these the series they claim.
 */
export async function retireTeam(
  ctx: Context,
  request: { teamId: string } & RetireThing,
): Promise<ListedTeam> {
  return retireThing(ctx, kind, { id: request.teamId, ...request });
}

/** Brings a retired team back. */
export async function restoreTeam(
  ctx: Context,
  request: { teamId: string } & RestoreThing,
): Promise<ListedTeam> {
  return restoreThing(ctx, kind, { id: request.teamId, ...request });
}

async function peopleIn(ctx: Context, db: Reader, teamId: string): Promise<string[]> {
  const nameOf = await personNames(ctx, db);
  return (await listMembers(db, ctx.organisationId))
    .filter(({ teamIds }) => teamIds.includes(teamId))
    .map(({ personId }) => nameOf(personId));
}

async function initiativesOf(ctx: Context, db: Reader, teamId: string): Promise<string[]> {
  return (await allInitiatives(ctx, db, { teamId }))
    .filter(isUnderWay)
    .map(({ name }) => `the initiative “${name}”`);
}

async function keysOf(ctx: Context, db: Reader, teamId: string): Promise<string[]> {
  return (await listServiceKeys(db, ctx.organisationId))
    .filter(({ teamIds, revokedAt, expiresAt }) => {
      return teamIds?.includes(teamId) === true && revokedAt === null && expiresAt > ctx.now;
    })
    .map(({ name }) => `the service key “${name}”`);
}
