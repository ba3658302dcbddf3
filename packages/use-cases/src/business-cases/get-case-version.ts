import type { CaseVersion } from "@liftledger/contracts/business-case";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { getCaseVersion as getStored } from "@liftledger/database/case-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { caseVersionView } from "./case-version-view.ts";
import type { CasePlace } from "./open-case.ts";

/** A version of a case with its plan; throws `NotFoundError`. */
export async function getCaseVersion(ctx: Context, place: CasePlace): Promise<CaseVersion> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const kept = await getBusinessCase(db, ctx.organisationId, place.caseId);
    return caseVersionView(ctx, db, kept, await getStored(db, ctx.organisationId, place));
  });
}
