import { WorkSplitRound as WireRound } from "@liftledger/contracts/work-split";
import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import {
  closedWorkSplitRounds,
  roundsAnsweredBy,
  type WorkSplitRound,
} from "@liftledger/database/work-split-rounds";
import { workSplit, workSplitChange, type WorkSplit } from "@liftledger/roi/governance/work-split";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";

/** Rounds as they cross the wire: the sums only where nobody's own hours can be told from them. */
export async function roundViews(
  ctx: Context,
  db: Reader,
  rounds: readonly WorkSplitRound[],
): Promise<WireRound[]> {
  const teams = new Map((await listTeams(db, ctx.organisationId)).map(({ teamId, name }) => [teamId, name]));
  const closed = await closedWorkSplitRounds(db, ctx.organisationId);
  const answered = await roundsAnsweredBy(db, ctx.organisationId, ctx.actor.personId);
  const nameOf = await personNames(ctx, db);
  return rounds.map((round) => {
    const { roundId, teamId, week, openedAt, openedBy, closedAt, answers, version } = round;
    const hasAnswered = answered.has(roundId);
    return WireRound.parse({
      roundId,
      week,
      openedAt,
      closedAt,
      answers,
      version,
      hasAnswered,
      team: teamId === null ? null : (teams.get(teamId) ?? teamId),
      openedBy: nameOf(openedBy),
      result: resultOf(round, closed),
      mayAnswer: closedAt === null && !hasAnswered && isAsked(ctx, round),
    });
  });
}

/** Whether a round asks the actor: everybody of the organisation, or who is in its team. A guest of the demo is nobody of it. */
export function isAsked({ actor, homeOrganisationId }: Context, { teamId }: WorkSplitRound): boolean {
  if (homeOrganisationId === null) return false;
  return teamId === null || actor.teamIds === "all" || (actor.teamIds ?? []).includes(teamId);
}

function resultOf(round: WorkSplitRound, closed: readonly WorkSplitRound[]): WireRound["result"] {
  const split = splitOf(round);
  if (split.kind !== "split") return split;
  const { mechanicalHours, strategicHours } = round;
  const before = closed.filter((one) => one.teamId === round.teamId && isBefore(one, round));
  const last = before.map(splitOf).findLast(({ kind }) => kind === "split");
  const changeSince = last === undefined ? null : workSplitChange(last, split);
  return { ...split, mechanicalHours, strategicHours, changeSince };
}

function splitOf({ answers, mechanicalHours, strategicHours, closedAt }: WorkSplitRound): WorkSplit {
  return workSplit({ answers, mechanicalHours, strategicHours, isClosed: closedAt !== null });
}

/** Of two rounds on one week the one that was opened first. */
function isBefore(one: WorkSplitRound, other: WorkSplitRound): boolean {
  return one.week === other.week ? one.openedAt < other.openedAt : one.week < other.week;
}
