import type { CaseSettings } from "@liftledger/contracts/business-case";
import type { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { CasePlan as EnginePlan } from "@liftledger/roi/business-case/case-plan";
import { planFromTemplate } from "@liftledger/roi/business-case/plan-from-template";
import { t } from "../../words.ts";

export interface FirstPlan {
  /** The key of a template; "" for an empty plan. */
  template: string;
  start: string;
  currency: string;
  /** The rules in force, whose discount rate is taken where they have one. */
  settings: CaseSettings | undefined;
  /** The rate that was stated instead, and whose it is. */
  annual: string | null;
  rateSource: string;
}

/**
 * The plan a case begins with: three years by month, at the organisation's discount rate or the one that was stated; from
 * a template its lines, else none, and both scenarios without any difference yet.
 */
export function firstPlan({ template, annual, rateSource, settings, ...frame }: FirstPlan): NewCasePlan {
  const { prices, rate, stated } = statedRate({ annual, rateSource, settings });
  const plan = template === "" ? emptyPlan : planFromTemplate(template, { ...frame, discountRate: rate });
  // What the engine gives is whole already: the page needs no schema to read it.
  return {
    ...frame,
    ...stated,
    format: 1,
    period: "month",
    horizon: 36,
    timing: "t0_then_end",
    prices,
    budgetRates: [],
    correlations: [],
    benefits: plan.benefits.map((line) => ({ ...wireLine(line), value: copyOf(line.value) })),
    costs: plan.costs.map((line) => ({ ...wireLine(line), amount: [...line.amount] })),
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, changes: [...scenario.changes] })),
  };
}

/** The plan of a sheet, which says no rate: at the organisation's or the one that was stated. */
export function planOfSheet(
  plan: NewCasePlan,
  of: Pick<FirstPlan, "settings" | "annual" | "rateSource">,
): NewCasePlan {
  const { prices, stated } = statedRate(of);
  return { ...plan, ...stated, prices };
}

function statedRate({ annual, rateSource, settings }: Pick<FirstPlan, "settings" | "annual" | "rateSource">) {
  const prices = settings?.discountRate?.prices ?? "nominal";
  const rate = {
    annual: annual ?? "0",
    prices,
    source: rateSource.trim(),
    setBy: null,
    setOn: null,
    riskPremium: "0",
  };
  return { prices, rate, stated: annual === null ? {} : { discountRate: rate } };
}

const emptyPlan: Pick<EnginePlan, "benefits" | "costs" | "scenarios"> = {
  benefits: [],
  costs: [],
  scenarios: [
    { name: t`Conservative`, kind: "conservative", changes: [] },
    { name: t`Optimistic`, kind: "optimistic", changes: [] },
  ],
};

type EngineLine = EnginePlan["benefits"][number] | EnginePlan["costs"][number];

/** A line as it crosses the wire, where people stand by their names; a template names none. */
function wireLine<Line extends EngineLine>({ ownerId, assumptions, ...line }: Line) {
  return {
    ...line,
    owner: ownerId,
    assumptions: assumptions.map(({ ownerId: owner, ...assumption }) => ({ ...assumption, owner })),
  };
}

type Copied = NewCasePlan["benefits"][number]["value"];

function copyOf(value: EnginePlan["benefits"][number]["value"]): Copied {
  return structuredClone(value) as Copied;
}
