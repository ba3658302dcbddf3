import type { FileAnswer } from "@liftledger/contracts/file-answer";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { listCaseSignatures } from "@liftledger/database/case-signatures";
import { getCaseVersion } from "@liftledger/database/case-versions";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot } from "@liftledger/database/transaction";
import type { CaseWorkbookInput } from "@liftledger/files/case-workbook/case-workbook-input";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import type { CasePlace } from "./open-case.ts";
import { dayOf } from "../organisations/day-of.ts";
import { fileNameOf, versionPaper } from "./version-paper.ts";

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
    const { name: initiative } = await getInitiative(db, ctx.organisationId, kept.initiativeId);
    const { name: organisation } = await getOrganisation(ctx, db);
    return versionPaper(kept, version, {
      nameOf,
      initiative,
      organisation,
      dayOf: (instant) => dayOf(ctx, instant),
      signatures: await listCaseSignatures(db, ctx.organisationId, place),
    }).input;
  });
}

function fileName({ title }: CaseWorkbookInput, { number }: CasePlace, ending: string): string {
  return `${fileNameOf(title, "case")}-v${number}.${ending}`;
}
