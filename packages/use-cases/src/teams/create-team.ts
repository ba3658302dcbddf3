import type { Team } from "@liftledger/contracts/access";
import { insertTeam } from "@liftledger/database/teams";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseTakenName } from "./team-name.ts";

/** Adds a team. A name that is taken is a "conflict". */
export async function createTeam(ctx: Context, { name }: { name: string }): Promise<Team> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await refuseTakenName(ctx, tx, name);
    const team = { teamId: ctx.newId(), name, version: 1 };
    await insertTeam(tx, ctx.organisationId, team);
    audit({ action: "createTeam", noun: "team", id: team.teamId, before: null, after: team });
    return team;
  });
}
