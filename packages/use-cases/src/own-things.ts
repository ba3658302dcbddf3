import { listBenefits } from "@liftledger/database/benefits";
import { getInitiative, listInitiativesByIds, type NamedInitiative } from "@liftledger/database/initiatives";
import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "./context.ts";
import { mayActAs, mustOwnTeam, ownsTeam } from "./permissions.ts";
import { ProblemError } from "./problem.ts";

/** The initiative, where the actor may change it: a contributor changes those of their own teams. */
export async function getOwnInitiative(
  ctx: Context,
  db: Reader,
  initiativeId: string,
): Promise<NamedInitiative> {
  const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
  mustOwnTeam(ctx, initiative.teamId);
  return initiative;
}

/** Which teams, by name, are the actor's own; from finance on every one, also one that is yet to be made. */
export async function ownTeamNames(ctx: Context, db: Reader): Promise<(name: string) => boolean> {
  if (mayActAs(ctx.actor.role, "finance") || ctx.actor.teamIds === "all") return () => true;
  const teams = await listTeams(db, ctx.organisationId);
  const own = new Set(teams.filter(({ teamId }) => ownsTeam(ctx.actor, teamId)).map(({ name }) => name));
  return (name) => own.has(name);
}

/**
 * Throws "forbidden" where a contributor would change a series that only other teams claim. A series belongs to no
 * team: it is logged once, however many claim it. So it is one's own while nobody claims it, and where an initiative
 * of one's own team does.
 */
export async function mustOwnSeries(ctx: Context, db: Reader, seriesIds: readonly string[]): Promise<void> {
  if (mayActAs(ctx.actor.role, "finance") || ctx.actor.teamIds === "all" || seriesIds.length === 0) return;
  const benefits = await listBenefits(db, ctx.organisationId, { seriesIds });
  if (benefits.length === 0) return;
  const claimants = [...new Set(benefits.map((benefit) => benefit.initiativeId))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, claimants);
  const teamOf = new Map(initiatives.map(({ initiativeId, teamId }) => [initiativeId, teamId]));
  for (const [seriesId, claims] of Map.groupBy(benefits, (benefit) => benefit.seriesId)) {
    if (claims.some((claim) => ownsTeam(ctx.actor, teamOf.get(claim.initiativeId) ?? ""))) continue;
    throw new ProblemError("forbidden", "This series is claimed by other teams only, none of them yours.", [
      { field: "seriesId", message: "a series that your team claims, or nobody", seen: seriesId },
    ]);
  }
}
