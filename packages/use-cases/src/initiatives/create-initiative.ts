import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { Initiative } from "@liftledger/contracts/initiative";
import { insertInitiativePhase } from "@liftledger/database/initiative-phases";
import { getInitiative, insertInitiative } from "@liftledger/database/initiatives";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { mustBe } from "../permissions.ts";
import { auditedInitiative } from "./audited-initiative.ts";
import { refuseUnknownPattern, refuseUnsoundOutcome, teamIdByName } from "./initiative-facts.ts";
import { initiativeViews } from "./initiative-view.ts";

/**
 * States an outcome in one sentence with a number, and who answers for it. It enters its phase on the day
 * it starts. Owner and team are found by name, or made.
 */
export async function createInitiative(
  ctx: Context,
  wanted: EndpointRequest<"createInitiative">["body"],
): Promise<Initiative> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { name, outcome, useCasePattern, status, startedOn, phase } = wanted;
    await refuseUnsoundOutcome(ctx, tx, outcome, startedOn);
    refuseUnknownPattern(useCasePattern);
    const initiativeId = ctx.newId();
    await insertInitiative(tx, ctx.organisationId, {
      initiativeId,
      name,
      outcome,
      ownerId: await personIdByName(ctx, tx, audit, wanted.owner),
      teamId: await teamIdByName(ctx, tx, audit, wanted.team),
      useCasePattern,
      status,
      startedOn,
      createdAt: ctx.now,
    });
    const entry = { initiativeId, phase, enteredOn: startedOn, recordedAt: ctx.now };
    await insertInitiativePhase(tx, ctx.organisationId, entry);
    const kept = await getInitiative(tx, ctx.organisationId, initiativeId);
    const after = await auditedInitiative(ctx, tx, kept);
    audit({ action: "createInitiative", noun: "initiative", id: initiativeId, before: null, after });
    return onlyRow(await initiativeViews(ctx, tx, [kept]));
  });
}
