import type { Responsibility } from "@liftledger/contracts/responsibility";
import { getInitiative } from "@liftledger/database/initiatives";
import { findResponsibility } from "@liftledger/database/responsibilities";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { responsibilityVersion, withDuties } from "./responsibility-view.ts";

/** Who answers for what of an initiative, as known at an instant; version 0 where nothing is recorded. */
export async function getResponsibility(
  ctx: Context,
  { initiativeId, asOf }: { initiativeId: string; asOf?: string | undefined },
): Promise<Responsibility> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, initiativeId);
  const kept = await findResponsibility(read, ctx.organisationId, initiativeId, { asOf });
  const version = responsibilityVersion(initiativeId, kept, await personNames(ctx, read));
  return withDuties(version, asOf === undefined ? ctx.today : dayOf(ctx, asOf));
}
