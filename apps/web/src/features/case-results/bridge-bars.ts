import type { CaseActuals } from "@liftledger/contracts/case-actuals";
import { costCategories } from "@liftledger/finance/cost-category";
import type { FloatingBar } from "../../components/charts/floating-bars.tsx";
import { exactMoney } from "../../components/exact-money.ts";
import { t } from "../../words.ts";

export type Comparison = Extract<CaseActuals["comparison"], { kind: "comparison" }>;
type Step = Comparison["toDate"]["bars"][number];

/** Why plan and actual differ, in plain words; a cost is told by its category, a line by its name. */
const causeNames: Partial<Record<Step["cause"], string>> = {
  volume: t`Volume`,
  adoption: t`Share that uses it`,
  lift: t`Difference it makes`,
  unitValue: t`Worth of one`,
  realisation: t`Turned into money`,
  credit: t`Our share and confidence`,
  timing: t`Earlier or later than planned`,
  exchange: t`Exchange rates of benefits`,
  oneOff: t`Once only`,
  "cost-exchange": t`Exchange rates of costs`,
};

/** What a step is called. */
function stepName({ cause, name, category }: Step): string {
  const known = causeNames[cause];
  if (known !== undefined) return known;
  if (cause === "not-planned") return t`${name}, which was not planned`;
  if (cause !== "cost") return name;
  const found = costCategories.find(({ key }) => key === category)?.name ?? name;
  return t`Cost: ${found}`;
}

/**
 * The steps from plan to actual as bars, each beginning where the one before it ended. A step of nothing stays where it
 * stands. Both ends are whole bars from zero.
 */
export function bridgeBars({
  toDate,
  currency,
  figureIds,
}: Pick<Comparison, "toDate" | "currency" | "figureIds">): FloatingBar[] {
  const { plan, actual, bars } = toDate;
  const money = exactMoney([plan, actual, ...bars.map(({ amount }) => amount)], currency);
  const whole = (key: "plan" | "actual", name: string, amount: string): FloatingBar => ({
    key,
    figureId: figureIds[key],
    name,
    text: money(amount),
    from: 0,
    to: Number(amount),
    tone: "whole",
  });
  let reached = Number(plan);
  const steps = bars.map((step, place): FloatingBar => {
    const amount = Number(step.amount);
    const from = reached;
    reached += amount;
    return {
      key: `${place} ${step.cause}`,
      figureId: step.figureId,
      name: stepName(step),
      text: amount > 0 ? `+${money(amount)}` : money(amount),
      from,
      to: reached,
      tone: amount < 0 ? "loss" : "gain",
    };
  });
  return [whole("plan", t`Planned to date`, plan), ...steps, whole("actual", t`Came to date`, actual)];
}

/** What came so far and what is still planned, as bars: what has not happened is hollow. */
export function forecastBars({
  forecast,
  currency,
  figureIds,
}: Pick<Comparison, "forecast" | "currency" | "figureIds">): FloatingBar[] {
  const { actual, remainingPlan, total } = forecast;
  const money = exactMoney([actual, remainingPlan, total], currency);
  return [
    {
      key: "actual",
      figureId: figureIds.actual,
      name: t`Came to date`,
      text: money(actual),
      from: 0,
      to: Number(actual),
      tone: Number(actual) < 0 ? "loss" : "gain",
    },
    {
      key: "remaining",
      figureId: figureIds.remaining,
      name: t`Still planned`,
      text: money(remainingPlan),
      from: Number(actual),
      to: Number(total),
      tone: "plan",
    },
    {
      key: "total",
      figureId: figureIds.forecast,
      name: t`At the end, if so`,
      text: money(total),
      from: 0,
      to: Number(total),
      tone: "plan",
    },
  ];
}

/** How far what came is from what was planned, over the periods that both have. */
export function actualFinding({ toDate, currency }: Pick<Comparison, "toDate" | "currency">): string {
  const difference = Number(toDate.actual) - Number(toDate.plan);
  // To the minor unit as the bars are, so that the three are seen to go together.
  const size = exactMoney([toDate.plan, toDate.actual], currency)(Math.abs(difference));
  if (difference === 0) return t`What came is what was planned to date`;
  return difference > 0
    ? t`To date it came to ${size} more than planned`
    : t`To date it came to ${size} less than planned`;
}
