import type { Approval } from "@liftledger/contracts/approval";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mayActAs } from "../permissions.ts";
import { approvers, type Approvers } from "./approvers.ts";

/** Whether the caller may decide, and who may. */
export type Decider = Pick<Approval, "decision" | "approvers">;

/** Says who decides what some people made, or have decided already; looked up once: one may have asked for a thousand things. */
export async function decidersOf(
  ctx: Context,
  db: Reader,
): Promise<(authorIds: readonly string[]) => Promise<Decider>> {
  const known = await approvers(ctx, db);
  const deciders = new Map<string, Decider>();
  return async (authorIds) => {
    const key = authorIds.join("\n");
    const found = deciders.get(key) ?? {
      decision: await decisionOf(ctx, known, authorIds),
      approvers: await known.but(...authorIds),
    };
    deciders.set(key, found);
    return found;
  };
}

async function decisionOf(
  ctx: Context,
  known: Approvers,
  authorIds: readonly string[],
): Promise<Decider["decision"]> {
  for (const authorId of authorIds) {
    if ((await known.authorsOf(authorId)).has(ctx.actor.personId)) return "own";
  }
  return mayActAs(ctx.actor.role, "finance") ? "yours" : "finance";
}
