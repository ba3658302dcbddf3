import { getBusinessCase } from "@liftledger/database/business-cases";
import { listCaseVersions } from "@liftledger/database/case-versions";
import type { Reader } from "@liftledger/database/transaction";
import { barredFrom, signaturesOfRound } from "../business-cases/case-version-view.ts";
import { storedTerms } from "../business-cases/stored-plan.ts";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import type { Waiting } from "./waiting.ts";

/** The versions of business cases that were submitted and want a signature. */
export async function waitingCases(ctx: Context, db: Reader): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  const nameOf = await personNames(ctx, db);
  for (const version of await listCaseVersions(db, ctx.organisationId, { status: "submitted" })) {
    const { caseId, number, submittedBy, submittedAt, createdBy, createdAt } = version;
    const { name, initiativeId } = await getBusinessCase(db, ctx.organisationId, caseId);
    const signatures = await signaturesOfRound(ctx, db, version);
    const terms = storedTerms(version);
    waiting.push({
      kind: "business-case",
      objectId: caseId,
      version: version.version,
      what: `Business case ${name}, version ${number}`,
      seriesId: null,
      kpiKey: null,
      initiativeId,
      authorId: submittedBy ?? createdBy,
      barredIds: barredFrom(version, signatures),
      askedAt: submittedAt ?? createdAt,
      baseline: null,
      assumptions: null,
      businessCase: {
        number,
        spend: terms?.spend ?? null,
        signed: signatures.map(({ signedBy }) => nameOf(signedBy)),
        signatures: terms?.signatures ?? 1,
      },
    });
  }
  return waiting;
}
