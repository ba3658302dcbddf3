import type { BusinessCase, RenameBusinessCase } from "@liftledger/contracts/business-case";
import { getBusinessCase, renameBusinessCase } from "@liftledger/database/business-cases";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { caseViews } from "./case-view.ts";
import { refuseTakenName } from "./create-case.ts";
import { getOwnCase } from "./open-case.ts";

/** Gives a business case of one's own another name. Throws where it was renamed since that version. */
export async function renameCase(
  ctx: Context,
  { caseId, version, name }: { caseId: string } & RenameBusinessCase,
): Promise<BusinessCase> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getOwnCase(ctx, tx, caseId);
    await refuseTakenName(ctx, tx, { ...before, name });
    await renameBusinessCase(tx, ctx.organisationId, { caseId, version, name });
    const after = await getBusinessCase(tx, ctx.organisationId, caseId);
    audit({ action: "renameCase", noun: "business-case", id: caseId, before, after });
    return onlyRow(await caseViews(ctx, tx, [after]));
  });
}
