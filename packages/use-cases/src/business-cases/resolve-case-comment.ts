import type { CaseComment, ResolveCaseComment } from "@liftledger/contracts/business-case";
import { getCaseComment, resolveCaseComment as resolveStored } from "@liftledger/database/case-comments";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { caseCommentView } from "./case-comment-view.ts";
import { getOwnCase } from "./open-case.ts";

/** Says that a comment is dealt with, or that it is not. */
export async function resolveCaseComment(
  ctx: Context,
  { commentId, version, isResolved }: { commentId: string } & ResolveCaseComment,
): Promise<CaseComment> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getCaseComment(tx, ctx.organisationId, commentId);
    await getOwnCase(ctx, tx, before.caseId);
    const by = isResolved
      ? { resolvedAt: ctx.now, resolvedBy: ctx.actor.personId }
      : { resolvedAt: null, resolvedBy: null };
    await resolveStored(tx, ctx.organisationId, { commentId, version, ...by });
    const after = await getCaseComment(tx, ctx.organisationId, commentId);
    audit({ action: "resolveCaseComment", noun: "case-comment", id: commentId, before, after });
    return caseCommentView(after, await personNames(ctx, tx));
  });
}
