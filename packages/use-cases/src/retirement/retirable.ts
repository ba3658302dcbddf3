import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { LostUpdateError } from "@liftledger/database/errors";
import {
  endRetirement,
  findRetirement,
  insertRetirement,
  type RetiredNoun,
} from "@liftledger/database/retirements";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe, type Role } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { retiredSentence } from "./retired-views.ts";

/** A thing that may be retired, as it stands. */
export interface RetirableThing {
  /** What it is retired by: its id; a KPI's key, a recipe's name, which stay while versions come. */
  readonly objectId: string;
  /** Its name in sentences. */
  readonly name: string;
  readonly version: number;
  /** What the audit chain tells of it, beside whether it is retired. */
  readonly facts: object;
  /** By what the chain finds it, where that is not the id it is retired by. */
  readonly auditId?: string;
}

/** A kind of thing that may be retired: who may, what it is, what forbids it, how it crosses the wire. */
export interface Retirable<Thing extends RetirableThing, View extends object> {
  readonly noun: RetiredNoun;
  /** "series", as a lost update names it. */
  readonly called: string;
  readonly needs: Role;
  readonly actions: { readonly retire: string; readonly restore: string };
  /** The thing of an id; throws `NotFoundError`, and "forbidden" where it is not the actor's own. */
  get(ctx: Context, tx: Writer, id: string): Promise<Thing>;
  /** Throws "in-use" with who still stands on it. */
  refuseInUse?(ctx: Context, tx: Writer, thing: Thing): Promise<void>;
  /** Called once it is back: throws where that breaks a rule. */
  refuseBack?(ctx: Context, tx: Writer, thing: Thing): Promise<void>;
  view(ctx: Context, db: Reader, id: string): Promise<View>;
}

/**
 * Retires a thing as it stood at the version the caller read: it is chosen no more, and what it was part of stays as it
 * was. Refused as "in-use" where something still stands on it.
 */
export async function retireThing<Thing extends RetirableThing, View extends object>(
  ctx: Context,
  kind: Retirable<Thing, View>,
  { id, version, reason }: { id: string } & RetireThing,
): Promise<View> {
  mustBe(ctx, kind.needs);
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const thing = await thingAt(ctx, tx, kind, { id, version });
    const earlier = await findRetirement(tx, ctx.organisationId, kind.noun, thing.objectId);
    if (earlier !== undefined)
      throw new ProblemError("retired", `${await retiredSentence(ctx, tx, thing.name, earlier)}.`);
    await kind.refuseInUse?.(ctx, tx, thing);
    const retired = {
      objectId: thing.objectId,
      retiredAt: ctx.now,
      retiredBy: ctx.actor.personId,
      reason,
    };
    await insertRetirement(tx, ctx.organisationId, kind.noun, retired);
    tell(audit, kind, thing, { action: kind.actions.retire, before: null, after: retired, reason });
    return kind.view(ctx, tx, id);
  });
}

/** Brings a retired thing back: it can be chosen again. Its retirement stays on record. */
export async function restoreThing<Thing extends RetirableThing, View extends object>(
  ctx: Context,
  kind: Retirable<Thing, View>,
  { id, version }: { id: string } & RestoreThing,
): Promise<View> {
  mustBe(ctx, kind.needs);
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const thing = await thingAt(ctx, tx, kind, { id, version });
    const { objectId, name } = thing;
    const retired = await findRetirement(tx, ctx.organisationId, kind.noun, objectId);
    if (retired === undefined) throw new ProblemError("conflict", `${name} is not retired.`);
    const restored = { objectId, restoredAt: ctx.now, restoredBy: ctx.actor.personId };
    await endRetirement(tx, ctx.organisationId, kind.noun, restored);
    await kind.refuseBack?.(ctx, tx, thing);
    tell(audit, kind, thing, { action: kind.actions.restore, before: retired, after: null });
    return kind.view(ctx, tx, id);
  });
}

async function thingAt<Thing extends RetirableThing>(
  ctx: Context,
  tx: Writer,
  kind: Pick<Retirable<Thing, object>, "get" | "called">,
  { id, version }: { id: string; version: number },
): Promise<Thing> {
  const thing = await kind.get(ctx, tx, id);
  if (thing.version !== version) throw new LostUpdateError(kind.called, id, version, thing.version);
  return thing;
}

function tell(
  audit: Audit,
  { noun }: { noun: string },
  { objectId, auditId, facts }: RetirableThing,
  told: { action: string; before: object | null; after: object | null; reason?: string },
): void {
  const { action, before, after, reason } = told;
  audit({
    action,
    noun,
    id: auditId ?? objectId,
    before: { ...facts, retired: before },
    after: { ...facts, retired: after },
    reason,
  });
}
