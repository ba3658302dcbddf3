import type { ApproveCaseVersion, CaseVersion as WireVersion } from "@liftledger/contracts/business-case";
import { insertCaseSignature } from "@liftledger/database/case-signatures";
import { listCaseVersions } from "@liftledger/database/case-versions";
import type { Writer } from "@liftledger/database/transaction";
import { refuseAuthorsAndSigners } from "../approvals/refuse-authors-and-signers.ts";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { barredFrom, caseVersionView, signaturesOfRound } from "./case-version-view.ts";
import { getOwnVersion, moveVersion, refuseUnless, type CaseAtVersion, type CasePlace } from "./open-case.ts";
import { caseDigest, storedTerms } from "./stored-plan.ts";

/**
 * Signs a version as it was read. With the last signature that its spend wants it is approved: frozen with the digest of
 * its plan and terms, and the version that stood before is superseded. Refused to whoever wrote any of it or submitted
 * it, and to who signed it already. That one signed in just now is asked where a session is known.
 */
export async function approveCaseVersion(
  ctx: Context,
  { version, comment, ...place }: CasePlace & ApproveCaseVersion,
): Promise<WireVersion> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const found = await getOwnVersion(ctx, tx, place);
    await refuseUnless(ctx, tx, found, ["submitted"], "approved");
    const wanted = storedTerms(found.version)?.signatures ?? 1;
    const before = await signaturesOfRound(ctx, tx, found.version);
    await refuseAuthorsAndSigners(ctx, tx, {
      authors: barredFrom(found.version, []),
      signatures: before,
      deed: "wrote or submitted some of it",
      rule: "Who writes a business case does not approve it",
    });
    const digest = caseDigest(found.version);
    const position = before.length + 1;
    const signature = { ...place, round: found.version.round, position, digest, comment };
    const signed = { ...signature, signedAt: ctx.now, signedBy: ctx.actor.personId };
    await insertCaseSignature(tx, ctx.organisationId, signed);
    const isLast = position >= wanted;
    const decided = { decidedAt: ctx.now, decidedBy: ctx.actor.personId, comment, digest };
    const change = isLast ? { status: "approved" as const, ...decided } : {};
    if (isLast) await supersedeEarlier(ctx, tx, audit, found);
    const told = {
      action: isLast ? "approveCaseVersion" : "signCaseVersion",
      from: version,
      withPlan: isLast,
    };
    const after = await moveVersion(ctx, tx, audit, found, change, told);
    return caseVersionView(ctx, tx, found.kept, after);
  });
}

/** The version that stood approved stands no more. */
async function supersedeEarlier(ctx: Context, tx: Writer, audit: Audit, { kept, version }: CaseAtVersion) {
  const { caseId } = kept;
  for (const earlier of await listCaseVersions(tx, ctx.organisationId, { caseId, status: "approved" })) {
    const ended = { endedAt: ctx.now, endedBy: ctx.actor.personId };
    const endReason = `Version ${version.number} was approved`;
    const change = { status: "superseded" as const, ...ended, endReason };
    await moveVersion(ctx, tx, audit, { kept, version: earlier }, change, { action: "approveCaseVersion" });
  }
}
