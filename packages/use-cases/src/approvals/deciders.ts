import type { Approval } from "@liftledger/contracts/approval";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mayActAs } from "../permissions.ts";
import { approvers, type Approvers } from "./approvers.ts";

/** Whether the caller may decide, and who may. */
export type Decider = Pick<Approval, "decision" | "approvers">;

/** Of each author, who decides what they made, looked up once: one person may have asked for a thousand things. */
export async function decidersOf(
  ctx: Context,
  db: Reader,
  authorIds: Iterable<string>,
): Promise<Map<string, Decider>> {
  const known = await approvers(ctx, db);
  const deciders = new Map<string, Decider>();
  for (const authorId of new Set(authorIds)) {
    deciders.set(authorId, {
      decision: await decisionOf(ctx, known, authorId),
      approvers: await known.but(authorId),
    });
  }
  return deciders;
}

async function decisionOf(ctx: Context, known: Approvers, authorId: string): Promise<Decider["decision"]> {
  if ((await known.authorsOf(authorId)).has(ctx.actor.personId)) return "own";
  return mayActAs(ctx.actor.role, "finance") ? "yours" : "finance";
}
