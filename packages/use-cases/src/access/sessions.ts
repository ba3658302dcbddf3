import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { deleteSessions, listSessions as listStored } from "@liftledger/database/accounts";
import { NotFoundError } from "@liftledger/database/errors";
import type { ActingSession, Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";

const done = { done: true } as const;

/** One's own sessions that have not ended, the one used latest first. */
export async function listSessions(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listSessions">> {
  mustBe(ctx, "viewer");
  const { sessionId: own } = sessionOf(ctx);
  const sessions = await listStored(ctx.db.read, [ctx.actor.personId], ctx.now);
  const rows = sessions.map(({ personId: _personId, ...session }) => ({
    ...session,
    isThisOne: session.sessionId === own,
  }));
  return pageRows(lists.listSessions.list, rows, query);
}

/** Ends one of one's own sessions; another person's is not there. */
export async function revokeSession(
  ctx: Context,
  { sessionId }: { sessionId: string },
): Promise<{ done: true }> {
  mustBe(ctx, "viewer");
  const { personId } = ctx.actor;
  return changeOnce(ctx, async (tx, audit) => {
    const ended = await deleteSessions(tx, personId, { only: sessionId });
    if (ended === 0) throw new NotFoundError("session", sessionId);
    audit({ action: "revokeSession", noun: "session", id: sessionId, before: { sessionId }, after: null });
    return done;
  });
}

/** Ends all of one's own sessions but the one that asks. */
export async function revokeOtherSessions(ctx: Context): Promise<{ done: true }> {
  mustBe(ctx, "viewer");
  const { personId } = ctx.actor;
  const { sessionId } = sessionOf(ctx);
  return changeOnce(ctx, async (tx, audit) => {
    const sessionsEnded = await deleteSessions(tx, personId, { except: sessionId });
    audit({
      action: "revokeOtherSessions",
      noun: "account",
      id: personId,
      before: null,
      after: { sessionsEnded },
    });
    return done;
  });
}

function sessionOf({ session }: Context): ActingSession {
  if (session === undefined) throw new ProblemError("forbidden", "This is for a person who signed in.");
  return session;
}
