import { getBusinessCase, type BusinessCase } from "@liftledger/database/business-cases";
import {
  getCaseVersion,
  updateCaseVersion,
  type CaseStatus,
  type CaseVersion,
  type CaseVersionChange,
} from "@liftledger/database/case-versions";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { getOwnInitiative } from "../own-things.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames } from "../people/person-names.ts";
import { ProblemError } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";

/** Which version of which case. */
export interface CasePlace {
  caseId: string;
  number: number;
}

/** A version with the case it is of. */
export interface CaseAtVersion {
  kept: BusinessCase;
  version: CaseVersion;
}

/** The case, where the actor may change it: it belongs to the team of its initiative, and is not retired. */
export async function getOwnCase(ctx: Context, tx: Writer, caseId: string): Promise<BusinessCase> {
  const kept = await getBusinessCase(tx, ctx.organisationId, caseId);
  await getOwnInitiative(ctx, tx, kept.initiativeId);
  const thing = { objectId: caseId, name: kept.name, field: "caseId" };
  await refuseRetired(ctx, tx, "business-case", [thing], "restore it to go on with it");
  return kept;
}

/** The version of the actor's own case. */
export async function getOwnVersion(ctx: Context, tx: Writer, place: CasePlace): Promise<CaseAtVersion> {
  const kept = await getOwnCase(ctx, tx, place.caseId);
  return { kept, version: await getCaseVersion(tx, ctx.organisationId, place) };
}

/** Throws "conflict" unless the version is as far as one of these: who took it where it is, and what to do. */
export async function refuseUnless(
  ctx: Context,
  db: Reader,
  { kept, version }: CaseAtVersion,
  allowed: readonly CaseStatus[],
  deed: string,
): Promise<void> {
  if (allowed.includes(version.status)) return;
  const nameOf = await personNames(ctx, db);
  const by = (person: string | null, at: string | null) =>
    `${person === null ? "" : ` by ${nameOf(person)}`}${at === null ? "" : ` on ${dayOf(ctx, at)}`}`;
  const { status, submittedBy, submittedAt, decidedBy, decidedAt, endedBy, endedAt } = version;
  const [was, toDo] = {
    draft: ["is a draft", "submit it first"],
    submitted: [
      `was submitted${by(submittedBy, submittedAt)} and waits for approval`,
      "have it returned, or withdraw it, to change it",
    ],
    returned: [`was returned${by(decidedBy, decidedAt)}`, "change it and submit it again"],
    approved: [`was approved${by(decidedBy, decidedAt)} and does not change`, "begin a new version of it"],
    withdrawn: [`was withdrawn${by(endedBy, endedAt)}`, "begin a new version of it"],
    superseded: [`was superseded${by(endedBy, endedAt)}`, "see the version that stands approved"],
  }[status];
  const message = `Version ${version.number} of ${kept.name} ${was}: it cannot be ${deed}. Instead ${toDo}.`;
  throw new ProblemError("conflict", message, [{ field: "status", message, seen: status }]);
}

/** What a change of a version is told with. */
interface Told {
  action: string;
  reason?: string | undefined;
  /** Whether the chain keeps the plan too: where it is asked to be approved. */
  withPlan?: boolean;
}

/** Changes a version from the one the caller read, tells the chain of it, and answers it as it is now. */
export async function moveVersion(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { kept, version }: CaseAtVersion,
  change: CaseVersionChange,
  told: Told & { from?: number },
): Promise<CaseVersion> {
  const { caseId, number } = version;
  const from = { caseId, number, version: told.from ?? version.version };
  await updateCaseVersion(tx, ctx.organisationId, from, change);
  const after = await getCaseVersion(tx, ctx.organisationId, version);
  tellVersion(audit, kept, { before: version, after }, told);
  return after;
}

/** Tells the chain of a version: how far it is, and its plan where it is asked to be approved. */
export function tellVersion(
  audit: Audit,
  { initiativeId }: BusinessCase,
  { before, after }: { before: CaseVersion | null; after: CaseVersion },
  { action, reason, withPlan = false }: Told,
): void {
  const id = `${after.caseId}-${after.number}`;
  const factsOf = ({ plan, terms, ...head }: CaseVersion, isWhole: boolean) => ({
    ...head,
    initiativeId,
    ...(terms === null ? {} : { terms: JSON.parse(terms) as object }),
    ...(isWhole ? { plan: JSON.parse(plan) as object } : {}),
  });
  audit({
    action,
    noun: "case-version",
    id,
    before: before && factsOf(before, false),
    after: factsOf(after, withPlan),
    reason,
  });
}
