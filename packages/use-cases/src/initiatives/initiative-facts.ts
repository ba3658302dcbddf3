import type { Outcome } from "@liftledger/contracts/initiative";
import { findLatestKpi } from "@liftledger/database/kpis";
import { findOrCreateTeam, findTeamByName } from "@liftledger/database/teams";
import type { Reader, Writer } from "@liftledger/database/transaction";
import { findUseCasePattern, useCasePatterns } from "@liftledger/kpis/catalogue/use-case-patterns";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { refuseRetiredKpis } from "../kpis/refuse-retired-kpis.ts";
import { mustOwnTeam } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { checkedOutcome } from "./outcome-text.ts";

/**
 * Refuses an outcome whose KPI is unknown or, unless it is stated by it already, retired, whose direction contradicts it, or that is due before the start.
 */
export async function refuseUnsoundOutcome(
  ctx: Context,
  db: Reader,
  outcome: Outcome,
  startedOn: string,
  statedBy?: string,
): Promise<void> {
  const kept = await findLatestKpi(db, ctx.organisationId, outcome.kpiKey);
  if (kept === undefined) {
    throw new ProblemError("invalid-request", `There is no KPI "${outcome.kpiKey}" in the catalogue.`, [
      { field: "outcome.kpiKey", message: "a KPI of the catalogue", seen: outcome.kpiKey },
    ]);
  }
  if (outcome.kpiKey !== statedBy)
    await refuseRetiredKpis(ctx, db, [{ kpiKey: outcome.kpiKey, field: "outcome.kpiKey" }]);
  checkedOutcome(outcome, kpiOf(kept));
  if (outcome.by > startedOn) return;
  throw new ProblemError(
    "invalid-request",
    `The outcome is due on ${outcome.by}, which is not after the start on ${startedOn}.`,
    [{ field: "outcome.by", message: "a day after the start", seen: outcome.by }],
  );
}

/** Refuses a use-case pattern that is not in the list. */
export function refuseUnknownPattern(key: string): void {
  if (findUseCasePattern(key) !== undefined) return;
  const known = useCasePatterns.map((pattern) => pattern.key).join(", ");
  throw new ProblemError("invalid-request", `There is no use-case pattern "${key}". Choose from: ${known}.`, [
    { field: "useCasePattern", message: `one of ${known}`, seen: key },
  ]);
}

/**
 * The id of the team of that name, which is made when there is none. A contributor names one of their own: making a
 * team would make nobody a member of it.
 */
export async function teamIdByName(ctx: Context, tx: Writer, audit: Audit, name: string): Promise<string> {
  const found = await findTeamByName(tx, ctx.organisationId, name);
  mustOwnTeam(ctx, found?.teamId ?? "");
  if (found !== undefined) {
    const thing = { objectId: found.teamId, name, field: "team" };
    await refuseRetired(ctx, tx, "team", [thing], "name another team, or have an admin restore it");
    return found.teamId;
  }
  const wanted = { teamId: ctx.newId(), name };
  const team = await findOrCreateTeam(tx, ctx.organisationId, wanted);
  if (team.teamId === wanted.teamId) {
    audit({ action: "findOrCreateTeam", noun: "team", id: team.teamId, before: null, after: team });
  }
  return team.teamId;
}
