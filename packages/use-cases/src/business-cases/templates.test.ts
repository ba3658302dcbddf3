import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { createCase } from "./create-case.ts";
import { getCaseTemplatePlan } from "./get-case-template-plan.ts";
import { listCaseTemplates } from "./list-case-templates.ts";
import { setCaseSettings } from "./set-case-settings.ts";

describeOnEveryDatabase("a case from a template", (open) => {
  it("begins with the published change and says what is still to be said", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx, "Lead scoring");
    const rules = { twoSignaturesFrom: null, onePageBelow: null, source: "Board paper", approvedBy: "Grace" };
    const discountRate = { annual: "0.035", prices: "real" as const };
    await setCaseSettings(colleague(ctx), { version: 0, discountRate, ...rules });
    const later = at(ctx, secondAfter(ctx));
    const { rows } = await listCaseTemplates(later);
    for (const { key } of rows) {
      const { plan, template } = await getCaseTemplatePlan(later, { template: key });
      expect([plan.start, plan.currency, plan.prices]).toEqual(["2026-06", "EUR", "real"]);
      const wanted = NewBusinessCase.parse({ initiativeId, name: template.name, plan });
      const made = await createCase(later, wanted);
      expect(made.plan.discountRate).toMatchObject({ annual: "0.035", prices: "real" });
      const [assumption] = made.plan.benefits[0]?.assumptions ?? [];
      expect(assumption).toMatchObject({ field: "lift", evidence: "benchmark", owner: null });
      const open = made.problems.filter(({ severity }) => severity === "open");
      expect(open.length).toBeGreaterThan(template.costs.length);
    }
    expect(rows).toHaveLength(3);
  });

  it("is in the month and currency that are asked for, and of a template that there is", async () => {
    const ctx = await openLedger(open);
    const asked = { template: "content-acceleration", start: "2027-01", currency: "CHF" };
    expect((await getCaseTemplatePlan(ctx, asked)).plan).toMatchObject({ start: "2027-01", currency: "CHF" });
    await expect(getCaseTemplatePlan(ctx, { template: "none" })).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});
