import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { formatDate } from "../../components/format-date.ts";
import { formatCount } from "../../components/format-number.ts";
import type { FactKey } from "./production-facts.ts";
import { t } from "../../words.ts";

/** How a fact is called, and why it is asked. */
export const factWords: Record<FactKey, { name: string; why: string }> = {
  handOverOwner: {
    name: t`Who takes it over in production`,
    why: t`A pilot that nobody takes over has nowhere to go. Without a name it counts as stuck once a pilot may end.`,
  },
  itInvolvedOn: {
    name: t`IT joined the evaluation on`,
    why: t`IT knows what it has to fit to, and says so while another tool can still be chosen.`,
  },
  toolChosenOn: {
    name: t`The tool was chosen on`,
    why: t`Compared with the day on which IT joined. Empty while none is chosen.`,
  },
  processDocumentedOn: {
    name: t`The description of the process was agreed on`,
    why: t`Those who take it over work by it. Its steps can be written down under Workflow.`,
  },
  trained: {
    name: t`Who is trained`,
    why: t`Of all who will use it. What people were not shown they work around.`,
  },
  securityReview: {
    name: t`Security review`,
    why: t`Opened late or open for long, it stalls a deployment: both are looked for in the findings.`,
  },
  residency: {
    name: t`Where its data are kept and processed`,
    why: t`Customers, contracts and the law ask for it, and moving data later is dear.`,
  },
  productionData: {
    name: t`Production data as they really are`,
    why: t`What works on a tidy sample may fail on real data: whether it ran on them, and what shows it.`,
  },
  integration: {
    name: t`Integration`,
    why: t`A pilot runs beside the systems that people work with. Somebody has to connect it, and to pay for that.`,
  },
  dataAccessRule: {
    name: t`Rule for who may use which data`,
    why: t`A guardrail: without it each person decides alone what goes into the tool.`,
  },
  outputReviewRule: {
    name: t`Rule for who reviews the output, and how often`,
    why: t`A guardrail: somebody looks, by a rule that others can read.`,
  },
  errorHandlingRule: {
    name: t`Rule for what happens when it is wrong`,
    why: t`A guardrail: who is told and what is stopped is settled before it happens.`,
  },
};

/** The facts in the groups in which they are read. */
export const factGroups: readonly { key: string; title: string; facts: readonly FactKey[] }[] = [
  {
    key: "people",
    title: t`People and process`,
    facts: ["handOverOwner", "itInvolvedOn", "toolChosenOn", "processDocumentedOn", "trained"],
  },
  {
    key: "data",
    title: t`Security, data and integration`,
    facts: ["securityReview", "residency", "productionData", "integration"],
  },
  {
    key: "guardrails",
    title: t`Guardrails`,
    facts: ["dataAccessRule", "outputReviewRule", "errorHandlingRule"],
  },
];

/** What is recorded of a fact, in words; null where nothing is. */
export function factSaid(fact: FactKey, facts: ProductionFacts): string | null {
  switch (fact) {
    case "securityReview":
      return reviewSaid(facts.securityReview);
    case "productionData": {
      if (facts.productionData === null) return null;
      const { representative, shownBy } = facts.productionData;
      return representative ? t`It ran on them: ${shownBy}` : t`Not yet: ${shownBy}`;
    }
    case "integration":
      return integrationSaid(facts.integration);
    case "trained": {
      if (facts.trained === null) return null;
      const [done, of] = [formatCount(facts.trained.done), formatCount(facts.trained.of)];
      return t`${done} of ${of}`;
    }
    case "dataAccessRule":
    case "outputReviewRule":
    case "errorHandlingRule":
      return ruleSaid(facts[fact]);
    case "handOverOwner":
    case "residency":
      return facts[fact];
    default: {
      const day = facts[fact];
      return day === null ? null : formatDate(day);
    }
  }
}

function reviewSaid(review: ProductionFacts["securityReview"]): string | null {
  if (review === null) return null;
  if (review.kind === "none") return t`None is open`;
  if (review.kind === "not-needed") return t`None is needed: ${review.because}`;
  const opened = formatDate(review.openedOn);
  return review.closedOn === null
    ? t`Opened on ${opened}, not ended yet`
    : t`Opened on ${opened}, ended on ${formatDate(review.closedOn)}`;
}

function integrationSaid(integration: ProductionFacts["integration"]): string | null {
  if (integration === null) return null;
  const { inScope, inBudget } = integration;
  if (inScope) return inBudget ? t`Part of the scope and of the budget` : t`In the scope, not in the budget`;
  return inBudget ? t`In the budget, not in the scope` : t`Part of neither the scope nor the budget`;
}

function ruleSaid(rule: ProductionFacts["dataAccessRule"]): string | null {
  if (rule === null) return null;
  const { where, owner, reopenedOn } = rule;
  return reopenedOn === null
    ? t`${where}; ${owner} answers for it`
    : t`${where}; ${owner} answers for it. It waits to be approved again since ${formatDate(reopenedOn)}`;
}
