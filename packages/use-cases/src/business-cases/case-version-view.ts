import type {
  CaseVersion as WireVersion,
  CaseVersionHead as WireHead,
} from "@liftledger/contracts/business-case";
import { enginePlan, withPeople } from "@liftledger/contracts/case-plan-people";
import type { BusinessCase } from "@liftledger/database/business-cases";
import { listCaseComments } from "@liftledger/database/case-comments";
import { listCaseSignatures, type CaseSignature } from "@liftledger/database/case-signatures";
import type { CaseVersion, CaseVersionHead } from "@liftledger/database/case-versions";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { planProblems } from "@liftledger/roi/business-case/plan-problems";
import { decidersOf } from "../approvals/deciders.ts";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { caseTerms } from "./case-terms.ts";
import { isWrittenSinceAsked, storedPlan, storedTerms } from "./stored-plan.ts";
import { wireProblem } from "./wire-problem.ts";

/** A version without its plan as it crosses the wire, with those of the signatures that are of its round. */
export function caseHeadView(
  head: CaseVersionHead,
  signatures: readonly CaseSignature[],
  nameOf: PersonNames,
): WireHead {
  const named = (person: string | null) => (person === null ? null : nameOf(person));
  return {
    ...head,
    authors: head.authors.map(nameOf),
    createdBy: nameOf(head.createdBy),
    submittedBy: named(head.submittedBy),
    decidedBy: named(head.decidedBy),
    signedBy: signaturesOf(head, signatures).map(({ signedBy }) => nameOf(signedBy)),
    endedBy: named(head.endedBy),
  };
}

/** A version as it crosses the wire: with its plan, what is missing, its terms, signatures, and who may decide. */
export async function caseVersionView(
  ctx: Context,
  db: Reader,
  { name, initiativeId }: BusinessCase,
  version: CaseVersion,
): Promise<WireVersion> {
  const { plan: _plan, terms: _terms, ...head } = version;
  const { caseId, number } = head;
  const nameOf = await personNames(ctx, db);
  const plan = storedPlan(version);
  const engine = enginePlan(plan);
  const submitted = isWrittenSinceAsked(version) ? null : storedTerms(version);
  const terms = submitted ?? (await caseTerms(ctx, db, { plan: engine, initiativeId }));
  const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
  const signatures = await signaturesOfRound(ctx, db, head);
  const comments = await listCaseComments(db, ctx.organisationId, { caseId, number });
  const isWaiting = head.status === "submitted";
  const decider = isWaiting ? await (await decidersOf(ctx, db))(barredFrom(head, signatures)) : undefined;
  return {
    ...caseHeadView(head, signatures, nameOf),
    name,
    initiativeId,
    initiative: initiative.name,
    plan: withPeople(plan, nameOf),
    problems: planProblems(enginePlan(withPeople(plan, nameOf)), { onePage: terms.isOnePage }).map(
      wireProblem,
    ),
    terms: {
      ...terms,
      defaultRate: terms.defaultRate && { ...terms.defaultRate, setBy: nameOf(terms.defaultRate.setBy) },
    },
    signatures: signatures.map(({ position, signedAt, signedBy, comment }) => ({
      position,
      signedAt,
      signedBy: nameOf(signedBy),
      comment,
    })),
    decision: decider?.decision ?? "none",
    approvers: decider?.approvers ?? [],
    openComments: comments.filter(({ resolvedAt }) => resolvedAt === null).length,
  };
}

/** The signatures that count: of the time the version was submitted last. */
export async function signaturesOfRound(
  ctx: Context,
  db: Reader,
  head: Pick<CaseVersionHead, "caseId" | "number" | "round">,
): Promise<CaseSignature[]> {
  const { caseId, number } = head;
  return signaturesOf(head, await listCaseSignatures(db, ctx.organisationId, { caseId, number }));
}

/** Of the signatures of cases those that count for a version: of the time it was submitted last. */
export function signaturesOf(
  { caseId, number, round }: Pick<CaseVersionHead, "caseId" | "number" | "round">,
  signatures: readonly CaseSignature[],
): CaseSignature[] {
  return signatures.filter(
    (signature) => signature.caseId === caseId && signature.number === number && signature.round === round,
  );
}

/** Who does not sign a version: all who wrote any of it, who submitted it, and who signed it already. */
export function barredFrom(
  { authors, submittedBy }: Pick<CaseVersionHead, "authors" | "submittedBy">,
  signatures: readonly Pick<CaseSignature, "signedBy">[],
): string[] {
  const people = [...authors, submittedBy, ...signatures.map(({ signedBy }) => signedBy)];
  return [...new Set(people.filter((person) => person !== null))];
}
