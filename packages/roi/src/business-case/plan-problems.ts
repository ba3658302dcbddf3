import { isCurrencyCode } from "@liftledger/finance/currency";
import { isIsoDate } from "@liftledger/kpis/iso-date";
import { isPeriod, periodType } from "@liftledger/kpis/period";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { CasePlan, PlanCorrelation } from "./case-plan.ts";
import { lineGaps, lineProblems } from "./line-problems.ts";
import { planLines } from "./plan-line.ts";
import { isBlank, isDecimalWithin, open, wrong, type PlanProblem } from "./plan-problem.ts";
import { scenarioGaps, scenarioProblems } from "./scenario-problems.ts";

/** The most that a case may hold, so that it is always evaluated in one request. */
const planLimits = { months: 120, years: 60, lines: 100, scenarios: 6 } as const;

/**
 * Every rule that a plan breaks, in the order in which it is written: what is `wrong` and never evaluated, and once
 * nothing is, what is still `open` before it can be submitted. A plan without any may be submitted; one without wrong
 * ones may be kept as a draft and evaluated. `onePage` is for a case under the spend that its organisation sets: it needs value,
 * cost and three scenarios, and is not asked for the source and owner of every assumption.
 */
export function planProblems(
  plan: CasePlan,
  { onePage = false }: { onePage?: boolean } = {},
): readonly PlanProblem[] {
  const faults = [
    ...frameFaults(plan),
    ...rateFaults(plan),
    ...mirrFaults(plan),
    ...budgetRateFaults(plan),
    ...lineFaults(plan),
  ];
  if (faults.length > 0) return faults;
  // Scenarios and correlations speak of lines: they are asked once the lines are right.
  const about = [...scenarioProblems(plan), ...correlationFaults(plan)];
  return about.length > 0 ? about : planGaps(plan, onePage);
}

function frameFaults(plan: CasePlan): readonly PlanProblem[] {
  const { currency, start, period, horizon } = plan;
  const most = period === "month" ? planLimits.months : planLimits.years;
  const faults = [
    !isCurrencyCode(currency) && {
      path: "/currency",
      message: `"${currency}" is no currency; take one such as EUR.`,
    },
    !isMonth(start) && { path: "/start", message: `"${start}" is no month; write it as 2026-01.` },
    !(Number.isInteger(horizon) && horizon >= 1 && horizon <= most) && {
      path: "/horizon",
      message: `The horizon is a whole number of ${period}s from 1 to ${most}, not ${horizon}.`,
    },
    plan.benefits.length + plan.costs.length > planLimits.lines && {
      path: "/benefits",
      message: `A case has at most ${planLimits.lines} lines; join those that belong together.`,
    },
    plan.scenarios.length > planLimits.scenarios && {
      path: "/scenarios",
      message: `A case has at most ${planLimits.scenarios} scenarios.`,
    },
  ];
  return faults.flatMap((fault) => (fault === false ? [] : [wrong(fault)]));
}

function rateFaults({ prices, discountRate }: CasePlan): readonly PlanProblem[] {
  const { annual, riskPremium, setOn } = discountRate;
  const told = (field: string, message: string) => wrong({ path: `/discountRate/${field}`, message });
  const faults = [
    // At 500% a year somebody has written percent.
    !(isDecimalWithin(annual, { to: "5" }) && compareDecimals(annual, "-1") > 0) &&
      told("annual", `The discount rate is a decimal such as 0.1 for 10% a year, not "${annual}".`),
    !isDecimalWithin(riskPremium, { from: "0", to: "5" }) &&
      told("riskPremium", `The risk premium is a decimal such as 0.02, 0 for none, not "${riskPremium}".`),
    discountRate.prices !== prices &&
      told(
        "prices",
        `The amounts are ${prices} and the discount rate is ${discountRate.prices}: discount nominal with nominal, real with real.`,
      ),
    setOn !== null && !isIsoDate(setOn) && told("setOn", `"${setOn}" is no day; write it as 2026-01-31.`),
  ];
  return faults.filter((fault) => fault !== false);
}

function mirrFaults({ mirrRates }: CasePlan): readonly PlanProblem[] {
  if (mirrRates === undefined) return [];
  const names = { finance: "finance rate", reinvest: "reinvestment rate" } as const;
  return (["finance", "reinvest"] as const).flatMap((field) => {
    const rate = mirrRates[field];
    if (isDecimalWithin(rate, { to: "5" }) && compareDecimals(rate, "-1") > 0) return [];
    const message = `The ${names[field]} is a decimal such as 0.06 for 6% a year, not "${rate}".`;
    return [wrong({ path: `/mirrRates/${field}`, message })];
  });
}

function budgetRateFaults({ currency, budgetRates }: CasePlan): readonly PlanProblem[] {
  return budgetRates.flatMap(({ from, rate, lockedOn }, index) => {
    const told = (field: string, message: string) => [
      wrong({ path: `/budgetRates/${index}/${field}`, message }),
    ];
    if (!isCurrencyCode(from)) return told("from", `"${from}" is no currency; take one such as USD.`);
    if (from === currency) return told("from", `${from} is the case's own currency and needs no rate.`);
    if (budgetRates.slice(0, index).some((other) => other.from === from))
      return told("from", `There is a budget rate of ${from} already; a plan has one for each currency.`);
    if (!isDecimalWithin(rate, { from: "0" }) || compareDecimals(rate, "0") === 0)
      return told("rate", `The budget rate of ${from} is a decimal above 0, not "${rate}".`);
    return isIsoDate(lockedOn) ? [] : told("lockedOn", `"${lockedOn}" is no day; write it as 2026-01-31.`);
  });
}

function lineFaults(plan: CasePlan): readonly PlanProblem[] {
  const seen = new Set<string>();
  return (["benefits", "costs"] as const).flatMap((side) =>
    plan[side].flatMap((line, index) => {
      const at = `/${side}/${index}`;
      const isTaken = seen.has(line.id);
      seen.add(line.id);
      const message = `Two lines have the id "${line.id}"; give each its own.`;
      const taken = isTaken ? [wrong({ path: `${at}/id`, lineId: line.id, message })] : [];
      return [...taken, ...lineProblems(line, { plan, at })];
    }),
  );
}

/**
 * Lines that bind a measured benefit which an earlier line binds already: it has one planned side. Nothing is submitted
 * with them, nor written anew; in a plan that was kept before this was a rule the benefit stands beside the first of them.
 */
export function twiceBound({ benefits }: CasePlan): readonly PlanProblem[] {
  return benefits.flatMap(({ id, name, benefitId }, index) => {
    const first = benefits.find((line) => line.benefitId === benefitId);
    if (benefitId === null || first === undefined || first.id === id) return [];
    const whose = first.ownerId === null ? "" : `, which ${first.ownerId} stands for,`;
    const message = `${name}: "${first.name}"${whose} plans the same measured benefit, and it would count twice. Bind it to one of the two lines, or make them one.`;
    return [open({ path: `/benefits/${index}/benefitId`, lineId: id, message })];
  });
}

function correlationFaults(plan: CasePlan): readonly PlanProblem[] {
  const uncertain = new Map(planLines(plan).map((line) => [line.id, line.estimate.kind !== "point"]));
  return plan.correlations.flatMap(({ lines: [one, other], coefficient }, index) => {
    const told = (field: string, message: string) => [
      wrong({ path: `/correlations/${index}/${field}`, message }),
    ];
    const unknown = [one, other].find((id) => !uncertain.has(id));
    if (unknown !== undefined) return told("lines", `The case has no line "${unknown}" to correlate.`);
    if (one === other) return told("lines", "A line goes with itself; name two lines.");
    const sure = [one, other].find((id) => uncertain.get(id) === false);
    if (sure !== undefined)
      return told("lines", `The line "${sure}" has no estimate from low to high: it goes with nothing.`);
    if (plan.correlations.slice(0, index).some((earlier) => isSamePair(earlier, one, other)))
      return told("lines", `"${one}" and "${other}" have a correlation already; keep one.`);
    return isDecimalWithin(coefficient, { from: "-1", to: "1" })
      ? []
      : told("coefficient", `A correlation is a decimal from -1 to 1, not "${coefficient}".`);
  });
}

function isSamePair({ lines }: PlanCorrelation, one: string, other: string): boolean {
  return lines.includes(one) && lines.includes(other);
}

function planGaps(plan: CasePlan, onePage: boolean): readonly PlanProblem[] {
  const lacking = [
    plan.benefits.length === 0 && {
      path: "/benefits",
      message: "Add a benefit: there is nothing to gain yet.",
    },
    plan.costs.length === 0 && {
      path: "/costs",
      message: "Add a cost: without one there is no return on it.",
    },
    isBlank(plan.discountRate.source) && {
      path: "/discountRate/source",
      message: "Say whose discount rate it is.",
    },
    plan.mirrRates !== undefined &&
      isBlank(plan.mirrRates.source) && {
        path: "/mirrRates/source",
        message: "Say whose finance and reinvestment rates they are.",
      },
    ...plan.correlations.map(
      ({ reason }, index) =>
        isBlank(reason) && {
          path: `/correlations/${index}/reason`,
          message: "Say why the two lines go together.",
        },
    ),
  ];
  const lines = (["benefits", "costs"] as const).flatMap((side) =>
    plan[side].flatMap((line, index) => lineGaps(line, { plan, at: `/${side}/${index}`, onePage })),
  );
  const told = lacking.flatMap((gap) => (gap === false ? [] : [open(gap)]));
  return [...told, ...twiceBound(plan), ...lines, ...scenarioGaps(plan)];
}

function isMonth(text: string): boolean {
  return isPeriod(text) && periodType(text) === "month" && text < "9900";
}
