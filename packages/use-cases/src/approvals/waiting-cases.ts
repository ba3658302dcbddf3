import { listBusinessCases } from "@liftledger/database/business-cases";
import { listCaseSignatures } from "@liftledger/database/case-signatures";
import { listCaseTerms, listCaseVersionHeads } from "@liftledger/database/case-versions";
import type { Reader } from "@liftledger/database/transaction";
import { barredFrom } from "../business-cases/case-version-view.ts";
import { storedTerms } from "../business-cases/stored-plan.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import type { Waiting } from "./waiting.ts";

/**
 * The versions of business cases that were submitted and want a signature; at most one a case. What they plan is not
 * read: a row has their terms alone.
 */
export async function waitingCases(ctx: Context, db: Reader): Promise<Waiting[]> {
  const versions = await listCaseVersionHeads(db, ctx.organisationId, { status: "submitted" });
  if (versions.length === 0) return [];
  const nameOf = await personNames(ctx, db);
  const caseIds = versions.map(({ caseId }) => caseId);
  const cases = new Map(
    (await listBusinessCases(db, ctx.organisationId, { caseIds })).map((kept) => [kept.caseId, kept]),
  );
  const everyTerms = await listCaseTerms(db, ctx.organisationId, "submitted");
  const termsOf = new Map(everyTerms.map((one) => [keyOf(one), storedTerms(one)]));
  const signed = Map.groupBy(await listCaseSignatures(db, ctx.organisationId, { caseIds }), keyOf);
  return versions.map((version): Waiting => {
    const { caseId, number, round, submittedBy, submittedAt, createdBy, createdAt } = version;
    const { name, initiativeId } = entryOf(cases, caseId);
    const signatures = (signed.get(keyOf(version)) ?? []).filter((signature) => signature.round === round);
    const terms = termsOf.get(keyOf(version)) ?? null;
    return {
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
      gateReview: null,
      guardrails: null,
    };
  });
}

function keyOf({ caseId, number }: { readonly caseId: string; readonly number: number }): string {
  return `${caseId}/${number}`;
}
