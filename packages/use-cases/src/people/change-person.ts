import type { ChangePerson, Person } from "@liftledger/contracts/access";
import type { z } from "zod";
import { getMember, updateMember } from "@liftledger/database/members";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { refuseUnknownTeams } from "./known-teams.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { personView } from "./person-views.ts";
import { renameAccountAndPerson } from "./rename-account-and-person.ts";

/** Changes a person's name, role or teams; what is left out stays. It counts from their next request. */
export async function changePerson(
  ctx: Context,
  { personId, version, name, role, teamIds }: { personId: string } & z.output<typeof ChangePerson>,
): Promise<Person> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getMember(tx, ctx.organisationId, personId);
    if (before.removedAt !== null) throw new ProblemError("conflict", "This person's access was taken away.");
    if (teamIds !== undefined) await refuseUnknownTeams(ctx, tx, teamIds);
    if (role !== undefined && role !== "admin") await refuseLastAdmin(ctx, tx, before);
    const changes = {
      ...(role === undefined ? {} : { role }),
      ...(teamIds === undefined ? {} : { teamIds }),
    };
    const after = await updateMember(tx, ctx.organisationId, { ...before, version }, changes);
    if (name !== undefined) {
      await renameAccountAndPerson(ctx, tx, audit, { action: "changePerson", personId, name });
    }
    audit({ action: "changePerson", noun: "member", id: personId, before, after });
    return personView(ctx, tx, personId);
  });
}
