import type { CaseDifference } from "@liftledger/contracts/business-case";
import { enginePlan, withPeople } from "@liftledger/contracts/case-plan-people";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listBenefits } from "@liftledger/database/benefits";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { getCaseVersion } from "@liftledger/database/case-versions";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { caseDifferences } from "@liftledger/roi/business-case/case-differences";
import { namedSeries } from "../approvals/waiting.ts";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import type { CasePlace } from "./open-case.ts";
import { storedPlan } from "./stored-plan.ts";

/** What a version says otherwise than another, or than the one it began as a copy of: line by line, field by field. */
export async function listCaseDifferences(
  ctx: Context,
  { caseId, number, against, ...query }: CasePlace & Partial<EndpointRequest<"listCaseDifferences">["query"]>,
): Promise<EndpointOutput<"listCaseDifferences">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { initiativeId } = await getBusinessCase(db, ctx.organisationId, caseId);
    const after = await getCaseVersion(db, ctx.organisationId, { caseId, number });
    const other = against ?? after.basedOn;
    if (other === null) {
      const message = `Version ${number} is the first: name the version it is held against.`;
      throw new ProblemError("invalid-request", message, [{ field: "against", message }]);
    }
    const before = await getCaseVersion(db, ctx.organisationId, { caseId, number: other });
    const nameOf = await personNames(ctx, db);
    const named = (version: { plan: string }) => enginePlan(withPeople(storedPlan(version), nameOf));
    const benefitName = await benefitNames(ctx, db, initiativeId);
    const rows = caseDifferences(named(before), named(after)).map((difference, place): CaseDifference => {
      const position = place + 1;
      if (difference.field !== "measured benefit") return { position, ...difference };
      return {
        position,
        ...difference,
        before: benefitName(difference.before),
        after: benefitName(difference.after),
      };
    });
    return pageRows(lists.listCaseDifferences.list, rows, query);
  });
}

/** Says a benefit by its series; what is none of the initiative's is said as it is. */
async function benefitNames(ctx: Context, db: Reader, initiativeId: string) {
  const benefits = await listBenefits(db, ctx.organisationId, { initiativeIds: [initiativeId] });
  const series = await namedSeries(
    ctx,
    db,
    benefits.map(({ seriesId }) => seriesId),
  );
  const names = new Map(
    benefits.map(({ benefitId, seriesId }) => [benefitId, series.get(seriesId)?.name ?? benefitId]),
  );
  return (benefitId: string | null) => (benefitId === null ? null : (names.get(benefitId) ?? benefitId));
}
