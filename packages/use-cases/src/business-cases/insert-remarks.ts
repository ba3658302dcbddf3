import type { NewCaseComment } from "@liftledger/contracts/business-case";
import { getCaseComment, insertCaseComments, type CaseComment } from "@liftledger/database/case-comments";
import type { CaseVersion } from "@liftledger/database/case-versions";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { refuseIfAny } from "../problem.ts";
import { storedPlan } from "./stored-plan.ts";

/** Adds what the actor says of a version and of its lines, in order. Refused on a line that it does not have. */
export async function insertRemarks(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  version: CaseVersion,
  remarks: readonly NewCaseComment[],
  action: string,
): Promise<CaseComment[]> {
  const { benefits, costs } = storedPlan(version);
  const ids = new Set([...benefits, ...costs].map(({ id }) => id));
  refuseIfAny(
    remarks.flatMap(({ lineId }, row) =>
      lineId === null || ids.has(lineId)
        ? []
        : [{ field: `lines[${row}].lineId`, message: "The version has no such line.", seen: lineId, row }],
    ),
  );
  const { caseId, number, round } = version;
  const comments = remarks.map((remark) => ({
    commentId: ctx.newId(),
    caseId,
    number,
    round,
    ...remark,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  }));
  await insertCaseComments(tx, ctx.organisationId, comments);
  const kept: CaseComment[] = [];
  for (const { commentId } of comments) {
    const after = await getCaseComment(tx, ctx.organisationId, commentId);
    audit({ action, noun: "case-comment", id: commentId, before: null, after });
    kept.push(after);
  }
  return kept;
}
