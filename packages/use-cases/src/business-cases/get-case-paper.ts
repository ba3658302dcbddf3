import type { FileAnswer } from "@liftledger/contracts/file-answer";
import { enginePlan, withPeople } from "@liftledger/contracts/case-plan-people";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { getCaseVersion, type CaseVersionHead } from "@liftledger/database/case-versions";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { CaseWorkbookInput } from "@liftledger/files/case-workbook/case-workbook-input";
import { planBenchmarks } from "@liftledger/files/case-workbook/plan-benchmarks";
import { planWorkbookInput } from "@liftledger/files/case-workbook/plan-workbook";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import type { CasePlace } from "./open-case.ts";
import { storedPlan } from "./stored-plan.ts";

/**
 * A version of a case as a live workbook. It bears the instant at which the version last changed, so that the same
 * version is the same file whenever it is asked for. Throws `NotFoundError`.
 */
export async function getCaseWorkbook(ctx: Context, place: CasePlace, reckon: Reckon): Promise<FileAnswer> {
  const input = await paperInput(ctx, place);
  return { fileName: fileName(input, place, "xlsx"), bytes: await reckon("caseWorkbook", input) };
}

/** A version of a case as a page for the board. Throws `NotFoundError`. */
export async function getCasePaper(ctx: Context, place: CasePlace, reckon: Reckon): Promise<FileAnswer> {
  const input = await paperInput(ctx, place);
  const { title, organisation, asOf } = input;
  return {
    fileName: fileName(input, place, "pdf"),
    bytes: await reckon("boardPdf", { title, organisation, asOf, cases: [input] }),
  };
}

async function paperInput(ctx: Context, place: CasePlace): Promise<CaseWorkbookInput> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const kept = await getBusinessCase(db, ctx.organisationId, place.caseId);
    const version = await getCaseVersion(db, ctx.organisationId, place);
    const nameOf = await personNames(ctx, db);
    const initiative = await getInitiative(db, ctx.organisationId, kept.initiativeId);
    const organisation = await getOrganisation(ctx, db);
    // People stand in the plan by name from here on.
    const plan = enginePlan(withPeople(storedPlan(version), nameOf));
    const [base] = evaluateCase(plan).scenarios;
    return planWorkbookInput(plan, {
      title: kept.name,
      organisation: organisation.name,
      subtitle: `Initiative ${initiative.name}; version ${version.number}, ${standing(version, nameOf)}`,
      asOf: version.endedAt ?? version.decidedAt ?? version.submittedAt ?? version.changedAt,
      nameOf: (name) => name,
      benchmarks: planBenchmarks(base.benchmarks?.adjusted ?? null),
    });
  });
}

/** How far a version is, and who took it there. */
function standing(
  { status, decidedBy, decidedAt, submittedBy, submittedAt }: CaseVersionHead,
  nameOf: PersonNames,
): string {
  const [who, when] = status === "submitted" ? [submittedBy, submittedAt] : [decidedBy, decidedAt];
  const by = who === null ? "" : ` by ${nameOf(who)}`;
  const on = when === null ? "" : ` on ${when.slice(0, 10)}`;
  return status === "draft" || status === "withdrawn" ? status : `${status}${by}${on}`;
}

function fileName({ title }: CaseWorkbookInput, { number }: CasePlace, ending: string): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${words === "" ? "case" : words}-v${number}.${ending}`;
}
