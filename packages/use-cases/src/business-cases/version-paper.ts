import { enginePlan, withPeople } from "@liftledger/contracts/case-plan-people";
import type { BusinessCase } from "@liftledger/database/business-cases";
import type { CaseVersion, CaseVersionHead } from "@liftledger/database/case-versions";
import type { CaseWorkbookInput } from "@liftledger/files/case-workbook/case-workbook-input";
import { planBenchmarks } from "@liftledger/files/case-workbook/plan-benchmarks";
import { planWorkbookInput } from "@liftledger/files/case-workbook/plan-workbook";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import type { PersonNames } from "../people/person-names.ts";
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
  }: {
    readonly nameOf: PersonNames;
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
    subtitle: `Initiative ${initiative}; version ${version.number}, ${standing(version, { nameOf, dayOf })}`,
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
  { status, decidedBy, decidedAt, submittedBy, submittedAt }: CaseVersionHead,
  { nameOf, dayOf }: { nameOf: PersonNames; dayOf: (instant: string) => string },
): string {
  const [who, when] = status === "submitted" ? [submittedBy, submittedAt] : [decidedBy, decidedAt];
  const by = who === null ? "" : ` by ${nameOf(who)}`;
  const on = when === null ? "" : ` on ${dayOf(when)}`;
  return status === "draft" || status === "withdrawn" ? status : `${status}${by}${on}`;
}
