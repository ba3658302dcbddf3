import type { BusinessCase } from "@liftledger/contracts/business-case";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { caseViews } from "./case-view.ts";

/** One business case; throws `NotFoundError`. */
export async function getCase(ctx: Context, { caseId }: { caseId: string }): Promise<BusinessCase> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) =>
    onlyRow(await caseViews(ctx, db, [await getBusinessCase(db, ctx.organisationId, caseId)])),
  );
}
