import type { ChangeInitiative, Initiative } from "@liftledger/contracts/initiative";
import { insertInitiativePhase } from "@liftledger/database/initiative-phases";
import {
  getInitiative,
  updateInitiative,
  type InitiativeFacts,
  type NamedInitiative,
} from "@liftledger/database/initiatives";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { refuseClosedFrom } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { auditedInitiative } from "./audited-initiative.ts";
import { isUnderWay } from "./is-under-way.ts";
import { refuseRetiredHoldings } from "./refuse-retired-holdings.ts";
import { refuseUnknownPattern, refuseUnsoundOutcome, teamIdByName } from "./initiative-facts.ts";
import { initiativeViews } from "./initiative-view.ts";
import { passGateBy } from "./pass-gate-by.ts";

type Changes = Omit<ChangeInitiative, "version">;

/**
 * Changes an initiative, or has it enter a phase; what is left out stays. The caller says which version it
 * read: when somebody was faster the answer is "conflict" and nothing is written.
 */
export async function changeInitiative(
  ctx: Context,
  { initiativeId, version, ...changes }: ChangeInitiative & { initiativeId: string },
): Promise<Initiative> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getOwnInitiative(ctx, tx, initiativeId);
    if (changes.phase !== undefined) await passGateBy(ctx, tx, audit, before, changes.phase);
    const kept = await writeChange(ctx, tx, audit, { before, version, changes, action: "changeInitiative" });
    return onlyRow(await initiativeViews(ctx, tx, [kept]));
  });
}

/** Writes a change and tells the chain of it, in the caller's transaction. Throws `LostUpdateError`. */
export async function writeChange(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  asked: { before: NamedInitiative; version: number; changes: Changes; action: string },
): Promise<NamedInitiative> {
  const { before, version, changes, action } = asked;
  const { initiativeId } = before;
  const auditedBefore = await auditedInitiative(ctx, tx, before);
  const facts = await changedFacts(ctx, tx, audit, { before, changes });
  await updateInitiative(tx, ctx.organisationId, initiativeId, version, facts, ctx.now);
  if (changes.phase !== undefined) await enterPhase(ctx, tx, before, changes.phase);
  const kept = await getInitiative(tx, ctx.organisationId, initiativeId);
  const after = await auditedInitiative(ctx, tx, kept);
  audit({ action, noun: "initiative", id: initiativeId, before: auditedBefore, after });
  return kept;
}

async function changedFacts(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { before, changes }: { before: NamedInitiative; changes: Changes },
): Promise<Partial<InitiativeFacts>> {
  const { name, outcome, owner, team, status, useCasePattern } = changes;
  if (outcome !== undefined)
    await refuseUnsoundOutcome(ctx, tx, outcome, before.startedOn, before.outcome?.kpiKey);
  if (status !== undefined && isUnderWay({ status }) && !isUnderWay(before))
    await refuseRetiredHoldings(ctx, tx, { ...before, movesTo: team });
  if (useCasePattern !== undefined) refuseUnknownPattern(useCasePattern);
  return {
    ...(name === undefined ? {} : { name }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(owner === undefined ? {} : { ownerId: await personIdByName(ctx, tx, audit, owner) }),
    ...(team === undefined || team === before.teamName
      ? {}
      : { teamId: await teamIdByName(ctx, tx, audit, team) }),
    ...(status === undefined ? {} : { status }),
    ...(useCasePattern === undefined ? {} : { useCasePattern }),
  };
}

/** A phase follows the one before it in time and is not the one it is in; it may lie back, as after a failed pilot. */
async function enterPhase(
  ctx: Context,
  tx: Writer,
  before: NamedInitiative,
  { phase, enteredOn }: NonNullable<Changes["phase"]>,
): Promise<void> {
  const present = onlyRow(await initiativeViews(ctx, tx, [before]));
  const refuse = (field: string, message: string, seen: string) => {
    throw new ProblemError("invalid-request", message, [{ field: `phase.${field}`, message, seen }]);
  };
  if (phase === present.phase) refuse("phase", `It is in the phase ${phase} already.`, phase);
  if (enteredOn <= present.phaseEnteredOn) {
    const message = `It entered ${present.phase} on ${present.phaseEnteredOn}: the next phase is entered later.`;
    refuse("enteredOn", message, enteredOn);
  }
  if (enteredOn > ctx.today) refuse("enteredOn", `${enteredOn} lies in the future.`, enteredOn);
  // A closed month was judged in the phase it was in.
  await refuseClosedFrom(ctx, tx, { day: enteredOn, field: "phase.enteredOn" });
  const { initiativeId } = before;
  await insertInitiativePhase(tx, ctx.organisationId, {
    initiativeId,
    phase,
    enteredOn,
    recordedAt: ctx.now,
  });
}
