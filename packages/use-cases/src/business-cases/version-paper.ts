import { enginePlan, withPeople } from "@liftledger/contracts/case-plan-people";
import type { BusinessCase } from "@liftledger/database/business-cases";
import type { CaseSignature } from "@liftledger/database/case-signatures";
import type { CaseVersion, CaseVersionHead } from "@liftledger/database/case-versions";
import type { CaseWorkbookInput } from "@liftledger/files/case-workbook/case-workbook-input";
import { planBenchmarks } from "@liftledger/files/case-workbook/plan-benchmarks";
import { planWorkbookInput } from "@liftledger/files/case-workbook/plan-workbook";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import { listInWords } from "@liftledger/kpis/list-in-words";
import type { PersonNames } from "../people/person-names.ts";
import { signaturesOf } from "./case-version-view.ts";
import { storedPlan } from "./stored-plan.ts";

/** A version as a workbook and a board paper take it, and its plan with people by name. */
export interface VersionPaper {
  readonly plan: CasePlan;
  readonly input: CaseWorkbookInput;
}

/** What a version's papers are made of. They bear the instant at which it last changed or was decided. */
export function versionPaper(
  kept: Pick<BusinessCase, "name">,
  version: CaseVersion,
  {
    nameOf,
    initiative,
    organisation,
    dayOf,
    signatures,
  }: {
    readonly nameOf: PersonNames;
    /** Of its case, or of all cases. */
    readonly signatures: readonly CaseSignature[];
    readonly initiative: string;
    readonly organisation: string;
    /** The day of an instant by the organisation's clock. */
    readonly dayOf: (instant: string) => string;
  },
): VersionPaper {
  // People stand in the plan by name from here on.
  const plan = enginePlan(withPeople(storedPlan(version), nameOf));
  const [base] = evaluateCase(plan).scenarios;
  const input = planWorkbookInput(plan, {
    title: kept.name,
    organisation,
    subtitle: `Initiative ${initiative}; version ${version.number}, ${standing(version, { nameOf, dayOf, signatures })}`,
    asOf: version.endedAt ?? version.decidedAt ?? version.submittedAt ?? version.changedAt,
    nameOf: (name) => name,
    benchmarks: planBenchmarks(base.benchmarks?.adjusted ?? null),
  });
  return { plan, input };
}

/** A name as that of a file: letters and digits, the rest dashes. */
export function fileNameOf(title: string, instead: string): string {
  const words = title
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return words === "" ? instead : words;
}

/** How far a version is, and who took it there. */
function standing(
  head: CaseVersionHead,
  { nameOf, dayOf, signatures }: Pick<Parameters<typeof versionPaper>[2], "nameOf" | "dayOf" | "signatures">,
): string {
  const { status, decidedBy, decidedAt, submittedBy, submittedAt } = head;
  const [who, when] = status === "submitted" ? [submittedBy, submittedAt] : [decidedBy, decidedAt];
  const signers =
    status === "submitted" ? [] : signaturesOf(head, signatures).map(({ signedBy }) => signedBy);
  // Where two sign, whoever decided is the second of them.
  const people = signers.length > 1 && status !== "returned" ? signers : who === null ? [] : [who];
  const by = people.length === 0 ? "" : ` by ${listInWords(people.map(nameOf))}`;
  const on = when === null ? "" : ` on ${dayOf(when)}`;
  return status === "draft" || status === "withdrawn" ? status : `${status}${by}${on}`;
}
