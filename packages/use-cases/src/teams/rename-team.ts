import type { Team } from "@liftledger/contracts/access";
import { getTeam, renameTeam as renameStored } from "@liftledger/database/teams";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseTakenName } from "./team-name.ts";

/** Gives a team another name; what belongs to it stays with it. */
export async function renameTeam(
  ctx: Context,
  { teamId, name }: { teamId: string; name: string },
): Promise<Team> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getTeam(tx, ctx.organisationId, teamId);
    await refuseTakenName(ctx, tx, name, teamId);
    const after = { teamId, name };
    await renameStored(tx, ctx.organisationId, after);
    audit({ action: "renameTeam", noun: "team", id: teamId, before, after });
    return after;
  });
}
