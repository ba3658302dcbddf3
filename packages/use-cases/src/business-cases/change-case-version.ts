import type { CaseVersion, ChangeCaseVersion } from "@liftledger/contracts/business-case";
import { LostUpdateError } from "@liftledger/database/errors";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { caseVersionView } from "./case-version-view.ts";
import { checkedPlan } from "./checked-plan.ts";
import { getOwnVersion, moveVersion, refuseUnless, type CasePlace } from "./open-case.ts";
import { storedPlan, storedText } from "./stored-plan.ts";

/** Writes the plan of a draft, or of what was returned, anew. Whoever does is one of its authors from now on. */
export async function changeCaseVersion(
  ctx: Context,
  { plan, version, ...place }: CasePlace & ChangeCaseVersion,
): Promise<CaseVersion> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const found = await getOwnVersion(ctx, tx, place);
    await refuseUnless(ctx, tx, found, ["draft", "returned"], "changed");
    if (found.version.version !== version) {
      const name = `${place.caseId}/${place.number}`;
      throw new LostUpdateError("version of the business case", name, version, found.version.version);
    }
    const before = storedPlan(found.version);
    const { initiativeId } = found.kept;
    const checked = await checkedPlan(ctx, tx, audit, { wanted: plan, initiativeId, before });
    const authors = [...new Set([...found.version.authors, ctx.actor.personId])];
    const change = { plan: storedText(checked), status: "draft" as const, authors, changedAt: ctx.now };
    const after = await moveVersion(ctx, tx, audit, found, change, { action: "changeCaseVersion" });
    return caseVersionView(ctx, tx, found.kept, after);
  });
}
