import { listBusinessCases } from "@liftledger/database/business-cases";
import { listCaseVersionHeads } from "@liftledger/database/case-versions";
import { listRetirements } from "@liftledger/database/retirements";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** The approved version of a case. */
export interface ApprovedCase {
  caseId: string;
  name: string;
  number: number;
  approvedAt: string;
}

/**
 * Of several approved cases of an initiative, the one that was approved last, as it stood at an instant: a version that
 * was superseded or withdrawn since was approved until then. None of a case that was retired by then.
 */
export async function approvedCaseOf(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  { asOf = ctx.now }: { asOf?: string } = {},
): Promise<ApprovedCase | undefined> {
  const cases = await listBusinessCases(db, ctx.organisationId, { initiativeId });
  const caseIds = cases.map(({ caseId }) => caseId);
  if (caseIds.length === 0) return undefined;
  const retired = await listRetirements(db, ctx.organisationId, "business-case", caseIds);
  const names = new Map(
    cases
      .filter(({ caseId }) => (retired.get(caseId)?.retiredAt ?? "9") > asOf)
      .map(({ caseId, name }) => [caseId, name]),
  );
  return (await listCaseVersionHeads(db, ctx.organisationId, { caseIds }))
    .flatMap(({ caseId, number, digest, decidedAt, endedAt }) => {
      const name = names.get(caseId);
      const isApproved = digest !== null && decidedAt !== null && decidedAt <= asOf;
      const stands = isApproved && (endedAt === null || endedAt > asOf);
      return name === undefined || !stands ? [] : [{ caseId, name, number, approvedAt: decidedAt }];
    })
    .toSorted((one, other) => (one.approvedAt < other.approvedAt ? 1 : -1))[0];
}
