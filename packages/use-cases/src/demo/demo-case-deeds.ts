import { monthOf } from "@liftledger/kpis/iso-date";
import { addCaseComment } from "../business-cases/add-case-comment.ts";
import { addCaseVersion } from "../business-cases/add-case-version.ts";
import { approveCaseVersion } from "../business-cases/approve-case-version.ts";
import { changeCaseVersion } from "../business-cases/change-case-version.ts";
import { createCase } from "../business-cases/create-case.ts";
import { setCaseSettings } from "../business-cases/set-case-settings.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import type { Context } from "../context.ts";
import { chatPlan, personalisationPlan } from "./demo-case-plans.ts";
import { benefitOf, initiativeOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst, demoFinance } from "./demo-people.ts";
import { instant, weekStart } from "./demo-time.ts";

/** The rules of business cases, one case that stands approved, and one whose second version waits for finance. */
export function caseDeeds(today: string, made: Made): Deed[] {
  return [caseRules(today), ...personalisationCase(today, made), ...chatCase(today, made)];
}

const asAnalyst = (ctx: Context): Context => ({ ...ctx, actor: demoAnalyst });
const asFinance = (ctx: Context): Context => ({ ...ctx, actor: demoFinance });

function caseRules(today: string): Deed {
  return {
    at: instant(weekStart(today, 51), "15:00"),
    async act(ctx) {
      await setCaseSettings(ctx, {
        version: 0,
        discountRate: { annual: "0.08", prices: "nominal" },
        twoSignaturesFrom: "250000",
        onePageBelow: "10000",
        source: "Investment policy of the board",
        approvedBy: demoFinance.name,
      });
    },
  };
}

function personalisationCase(today: string, made: Made): Deed[] {
  const begun = weekStart(today, 50);
  let asked = { caseId: "", number: 0, version: 0 };
  return [
    {
      at: instant(begun, "13:00"),
      async act(ctx) {
        const plan = personalisationPlan(monthOf(begun), benefitOf(made, "personalisation", "shop"));
        const initiativeId = initiativeOf(made, "personalisation");
        const name = "Personalised checkout, two years";
        const draft = await createCase(asAnalyst(ctx), { initiativeId, name, plan });
        asked = await submitCaseVersion(asAnalyst(ctx), draft);
      },
    },
    {
      at: instant(weekStart(today, 49), "16:00"),
      async act(ctx) {
        await approveCaseVersion(asFinance(ctx), { ...asked, comment: "As discussed in the budget round" });
      },
    },
  ];
}

function chatCase(today: string, made: Made): Deed[] {
  let asked = { caseId: "", number: 0, version: 0 };
  const planned = { hours: "9000", licences: "21600" };
  return [
    {
      at: instant(weekStart(today, 12), "13:00"),
      async act(ctx) {
        const plan = chatPlan(monthOf(weekStart(today, 12)), planned);
        const name = "Chat assistant in two more countries";
        const initiativeId = initiativeOf(made, "chat");
        const draft = await createCase(asAnalyst(ctx), { initiativeId, name, plan });
        asked = await submitCaseVersion(asAnalyst(ctx), draft);
      },
    },
    {
      at: instant(weekStart(today, 11), "16:00"),
      async act(ctx) {
        await approveCaseVersion(asFinance(ctx), { ...asked, comment: "" });
      },
    },
    {
      at: instant(weekStart(today, 1), "13:00"),
      async act(ctx) {
        const author = asAnalyst(ctx);
        const next = await addCaseVersion(author, { caseId: asked.caseId, from: 1 });
        const plan = chatPlan(monthOf(weekStart(today, 1)), { ...planned, licences: "25200" });
        asked = await submitCaseVersion(author, await changeCaseVersion(author, { ...next, plan }));
        const { caseId, number } = asked;
        const text = "Is that the price for 60 seats, or for both countries?";
        await addCaseComment(asFinance(ctx), { caseId, number, lineId: "licences", field: "amount", text });
      },
    },
  ];
}
