import { createHash } from "node:crypto";
import { CaseTerms } from "@liftledger/contracts/business-case";
import { CasePlan } from "@liftledger/contracts/case-plan";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { canonicalJson } from "@liftledger/database/audit-hash";
import type { CaseVersion } from "@liftledger/database/case-versions";
import { casePlanDigestText } from "@liftledger/roi/business-case/case-plan-digest-text";
import type { CasePlan as EnginePlan } from "@liftledger/roi/business-case/case-plan";

/** The plan of a version as it is kept: like the wire's, with people by their ids. */
export function storedPlan({ plan }: Pick<CaseVersion, "plan">): CasePlan {
  return CasePlan.parse(JSON.parse(plan));
}

/** The same as the engine takes it. */
function storedEnginePlan(version: Pick<CaseVersion, "plan">): EnginePlan {
  return enginePlan(storedPlan(version));
}

/** A plan or terms as the text that is kept. */
export function storedText(value: CasePlan | CaseTerms): string {
  return canonicalJson(value);
}

/**
 * Whether approval was never asked for of the plan as it stands: what was returned and is written anew keeps the terms of
 * its last round, which tell the spend of what it said before.
 */
export function isWrittenSinceAsked({
  status,
  changedAt,
  submittedAt,
}: Pick<CaseVersion, "status" | "changedAt" | "submittedAt">): boolean {
  return status === "draft" || submittedAt === null || changedAt > submittedAt;
}

/** The terms that a version was submitted under, people by their ids; null before it was. */
export function storedTerms({ terms }: Pick<CaseVersion, "terms">): CaseTerms | null {
  return terms === null ? null : CaseTerms.parse(JSON.parse(terms));
}

/**
 * The digest that a version is signed and approved with: SHA-256, in hexadecimal, over `casePlanDigestText` of its plan,
 * people by their ids, a newline, and its terms as canonical JSON. Anybody with the two can compute it again.
 */
export function caseDigest(version: Pick<CaseVersion, "plan" | "terms">): string {
  return createHash("sha256")
    .update(casePlanDigestText(storedEnginePlan(version)))
    .update("\n")
    .update(canonicalJson(JSON.parse(version.terms ?? "{}") as object))
    .digest("hex");
}
