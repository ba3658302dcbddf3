import type { Team } from "@liftledger/contracts/access";
import { getTeam, renameTeam as renameStored } from "@liftledger/database/teams";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { refuseTakenName } from "./team-name.ts";

/** Gives a team another name; what belongs to it stays with it. Throws where it was renamed since that version. */
export async function renameTeam(
  ctx: Context,
  { teamId, version, name }: { teamId: string; version: number; name: string },
): Promise<Team> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getTeam(tx, ctx.organisationId, teamId);
    const thing = { objectId: teamId, name: before.name, field: "teamId" };
    await refuseRetired(ctx, tx, "team", [thing], "restore it to rename it");
    await refuseTakenName(ctx, tx, name, teamId);
    const after = await renameStored(tx, ctx.organisationId, { teamId, version, name });
    audit({ action: "renameTeam", noun: "team", id: teamId, before, after });
    return after;
  });
}
