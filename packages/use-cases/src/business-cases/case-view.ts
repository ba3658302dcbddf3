import type { BusinessCase as WireCase } from "@liftledger/contracts/business-case";
import type { BusinessCase } from "@liftledger/database/business-cases";
import { listCaseVersionHeads } from "@liftledger/database/case-versions";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { onlyRow } from "../only-row.ts";
import { personNames } from "../people/person-names.ts";
import { retiredViews } from "../retirement/retired-views.ts";

/** Cases as they cross the wire: how far the latest version of each is, and which stands approved. */
export async function caseViews(
  ctx: Context,
  db: Reader,
  cases: readonly BusinessCase[],
): Promise<WireCase[]> {
  const nameOf = await personNames(ctx, db);
  const caseIds = cases.map(({ caseId }) => caseId);
  const retiredOf = await retiredViews(ctx, db, "business-case", caseIds);
  const ids = [...new Set(cases.map(({ initiativeId }) => initiativeId))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const heads = await listCaseVersionHeads(db, ctx.organisationId, { caseIds });
  const byCase = Map.groupBy(heads, ({ caseId }) => caseId);
  return cases.map(({ caseId, initiativeId, name, version, createdAt, createdBy }) => {
    const kept = { caseId, initiativeId, name, version, createdAt };
    const versions = entryOf(byCase, kept.caseId);
    const latest = onlyRow(versions.toReversed());
    const approved = versions.find(({ status }) => status === "approved");
    const changes = [latest.changedAt, latest.submittedAt, latest.decidedAt, latest.endedAt];
    return {
      ...kept,
      initiative: names.get(kept.initiativeId) ?? "",
      latestNumber: latest.number,
      latestStatus: latest.status,
      approvedNumber: approved?.number ?? null,
      approvedAt: approved?.decidedAt ?? null,
      createdBy: nameOf(createdBy),
      changedAt:
        changes
          .filter((at) => at !== null)
          .toSorted()
          .at(-1) ?? latest.changedAt,
      retired: retiredOf(kept.caseId),
    };
  });
}
