import { getMember } from "@liftledger/database/members";
import { makeLink, type MadeAccessLink } from "../access/access-link.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";

/** A link to hand over: the invitation anew, or to choose another password. The one before no longer counts. */
export async function makeAccessLink(
  ctx: Context,
  { personId }: { personId: string },
): Promise<MadeAccessLink & { kind: "invitation" | "password-reset" }> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const member = await getMember(tx, ctx.organisationId, personId);
    if (member.removedAt !== null) {
      throw new ProblemError("conflict", "This person's access was taken away. Invite them again.");
    }
    const kind = member.joinedAt === null ? ("invitation" as const) : ("password-reset" as const);
    const link = await makeLink(ctx, tx, { kind, personId });
    const after = { kind, expiresAt: link.expiresAt };
    audit({ action: "makeAccessLink", noun: "access-link", id: personId, before: null, after });
    return { ...link, kind };
  });
}
