import type { CaseSettings, SetCaseSettings } from "@liftledger/contracts/business-case";
import { insertCaseSettings } from "@liftledger/database/case-settings";
import { normaliseDecimal } from "@liftledger/numerics/decimal";
import { nextApprovedVersion } from "../approvals/next-approved-version.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { caseSettingsInForce } from "./case-settings-in-force.ts";
import { caseSettingsView } from "./case-settings-view.ts";

/**
 * Sets by which rules cases are planned and approved from now on, as the next version: what was submitted before keeps
 * the rules it was submitted under. Refused where who records and who approved them are one person.
 */
export async function setCaseSettings(ctx: Context, wanted: SetCaseSettings): Promise<CaseSettings> {
  mustBe(ctx, "finance");
  refuseUnsound(wanted);
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { discountRate, twoSignaturesFrom, onePageBelow } = wanted;
    const before = (await caseSettingsInForce(ctx, tx)) ?? null;
    const next = { what: "rules of business cases", before, wanted };
    const after = {
      ...(await nextApprovedVersion(ctx, tx, audit, next)),
      discountRate: discountRate === null ? null : normaliseDecimal(discountRate.annual),
      prices: discountRate?.prices ?? null,
      twoSignaturesFrom: twoSignaturesFrom === null ? null : normaliseDecimal(twoSignaturesFrom),
      onePageBelow: onePageBelow === null ? null : normaliseDecimal(onePageBelow),
      currency: (await getOrganisation(ctx, tx)).currency,
    };
    await insertCaseSettings(tx, ctx.organisationId, after);
    audit({ action: "setCaseSettings", noun: "case-settings", id: ctx.organisationId, before, after });
    return caseSettingsView(after, await personNames(ctx, tx));
  });
}

function refuseUnsound({ discountRate }: SetCaseSettings): void {
  const annual = Number(discountRate?.annual ?? 0);
  if (annual > -1 && annual <= 5) return;
  const message = "The discount rate is a decimal such as 0.1 for 10% a year.";
  refuseIfAny([{ field: "discountRate.annual", message, seen: discountRate?.annual ?? "" }]);
}
