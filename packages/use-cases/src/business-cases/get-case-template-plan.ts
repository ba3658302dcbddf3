import { wirePlan } from "@liftledger/contracts/case-plan-people";
import type { CaseTemplatePlan, CaseTemplatePlanQuery } from "@liftledger/contracts/case-template";
import { NotFoundError } from "@liftledger/database/errors";
import { inSnapshot } from "@liftledger/database/transaction";
import { monthOf } from "@liftledger/kpis/iso-date";
import { caseTemplates } from "@liftledger/roi/business-case/case-templates";
import { planFromTemplate } from "@liftledger/roi/business-case/plan-from-template";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { writableCopy } from "../writable-copy.ts";
import { caseSettingsInForce } from "./case-settings-in-force.ts";

/**
 * The plan that a template begins with, to be written on and sent to `createCase`. It names no discount rate, so that the
 * organisation's counts, in whose prices it is. Throws `NotFoundError` for a template that there is not.
 */
export async function getCaseTemplatePlan(
  ctx: Context,
  { template: key, start = monthOf(ctx.today), currency: wanted }: CaseTemplatePlanQuery,
): Promise<CaseTemplatePlan> {
  mustBe(ctx, "viewer");
  const template = caseTemplates.find((one) => one.key === key);
  if (template === undefined) throw new NotFoundError("case template", key);
  const { currency, prices } = await inSnapshot(ctx.db, async (db) => ({
    currency: wanted ?? (await getOrganisation(ctx, db)).currency,
    prices: (await caseSettingsInForce(ctx, db))?.prices ?? ("nominal" as const),
  }));
  const rate = { annual: "0", prices, source: "", setBy: null, setOn: null, riskPremium: "0" };
  const made = writableCopy(planFromTemplate(key, { currency, start, discountRate: rate }));
  const { discountRate: _left, ...plan } = wirePlan(made);
  return writableCopy({ template, plan });
}
