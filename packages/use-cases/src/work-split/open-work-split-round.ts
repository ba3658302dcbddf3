import type { NewWorkSplitRound, WorkSplitRound } from "@liftledger/contracts/work-split";
import { findTeamByName } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import { getWorkSplitRound, insertWorkSplitRound } from "@liftledger/database/work-split-rounds";
import { firstDay, isPeriod } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { roundViews } from "./round-view.ts";

/** Opens a round of the survey: of a team, or of everybody, about a week that has begun. */
export async function openWorkSplitRound(
  ctx: Context,
  { team, week }: NewWorkSplitRound,
): Promise<WorkSplitRound> {
  mustBe(ctx, "finance");
  if (!isPeriod(week) || firstDay(week) > ctx.today) {
    const message = isPeriod(week)
      ? `${week} has not begun: ask about a week that is known.`
      : `There is no week ${week}.`;
    refuseIfAny([{ field: "week", message, seen: week }]);
  }
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const teamId = team === undefined ? null : await teamIdOf(ctx, tx, team);
    const roundId = ctx.newId();
    const opened = { openedAt: ctx.now, openedBy: ctx.actor.personId };
    await insertWorkSplitRound(tx, ctx.organisationId, { roundId, teamId, week, ...opened });
    const kept = await getWorkSplitRound(tx, ctx.organisationId, roundId);
    const after = { roundId, teamId, week, ...opened };
    audit({ action: "openWorkSplitRound", noun: "work-split-round", id: roundId, before: null, after });
    return onlyRow(await roundViews(ctx, tx, [kept]));
  });
}

async function teamIdOf(ctx: Context, db: Reader, name: string): Promise<string> {
  const found = await findTeamByName(db, ctx.organisationId, name);
  if (found === undefined) {
    const message = `There is no team “${name}”: name one that is there, or leave it out to ask everybody.`;
    refuseIfAny([{ field: "team", message, seen: name }]);
  }
  const teamId = found?.teamId ?? "";
  await refuseRetired(ctx, db, "team", [{ objectId: teamId, name, field: "team" }], "ask another team");
  return teamId;
}
