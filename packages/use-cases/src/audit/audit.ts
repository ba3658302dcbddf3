import { recordAudit } from "@liftledger/database/audit-entries";
import type { Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/**
 * One change of one object. `before` and `after` hold ids of people, never their names: names stand in `people`,
 * where they can be erased while the chain stays whole.
 */
export interface AuditedChange {
  /** The use-case, by its name. */
  readonly action: string;
  readonly noun: string;
  readonly id: string;
  /** Null where there was nothing before. */
  readonly before: object | null;
  /** Null where nothing is left. */
  readonly after: object | null;
  readonly reason?: string | undefined;
}

/** Tells of a change, in the transaction that makes it. */
export type Audit = (change: AuditedChange) => void;

/** The `Audit` of a transaction: who, when and under which request come from the context. */
export function auditIn(ctx: Context, tx: Writer): Audit {
  return ({ action, noun, id, before, after, reason }) =>
    recordAudit(tx, ctx.organisationId, [
      {
        recordedAt: ctx.now,
        actorId: ctx.actor.personId,
        action,
        noun,
        objectId: id,
        before,
        after,
        reason: reason ?? null,
        requestId: ctx.requestId,
      },
    ]);
}

/** The same where it is known only within the transaction who acts, as by a link that was handed over. */
export function auditAs(
  ctx: Context,
  tx: Writer,
  { personId, name }: { personId: string; name: string },
): Audit {
  return auditIn({ ...ctx, actor: { ...ctx.actor, personId, name } }, tx);
}
