import type { CasePlan } from "@liftledger/contracts/case-plan";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { caseKeyFigures, type CaseKeyFigures } from "@liftledger/roi/business-case/case-key-figures";
import { caseLines, lineTotal } from "@liftledger/roi/business-case/case-lines";
import type { PaybackTime } from "@liftledger/finance/payback";
import { formatCount, formatMoney, formatPercent } from "../../components/format-number.ts";
import { form, plural, t } from "../../words.ts";

/** What a scenario comes to, as it is typed. */
export interface LiveScenario {
  name: string;
  figures: CaseKeyFigures;
}

export interface LiveCase {
  currency: string;
  period: CasePlan["period"];
  base: LiveScenario;
  scenarios: readonly LiveScenario[];
  /** The base if every estimate in it were accepted; null where all of them are. */
  ifAccepted: CaseKeyFigures | null;
  /** Why lines count nothing yet. */
  notCredited: readonly string[];
  /** What a line comes to over all columns; null where it is not valued. */
  totalOf: ReadonlyMap<string, string | null>;
}

/** What a plan comes to that nothing is wrong with: in money, after the risk of its lines, by the engine. */
export function liveCase(plan: CasePlan): LiveCase {
  const engine = enginePlan(plan);
  const lines = caseLines(engine);
  const notCredited = lines.flatMap(({ notCredited: reason }) => (reason === null ? [] : [reason]));
  return {
    currency: plan.currency,
    period: plan.period,
    base: { name: t`Base`, figures: caseKeyFigures(engine, lines) },
    scenarios: engine.scenarios.map((scenario) => ({
      name: scenario.name,
      figures: caseKeyFigures(engine, caseLines(engine, scenario)),
    })),
    ifAccepted: notCredited.length === 0 ? null : caseKeyFigures(engine, caseLines(engine, null, "credited")),
    notCredited,
    totalOf: new Map(lines.map(({ lineId, planned }) => [lineId, lineTotal(planned)])),
  };
}

/** What all costs come to in the plan's own currency; null while one has no value. */
export function spendOf(plan: CasePlan): number | null {
  const totals = caseLines(enginePlan({ ...plan, benefits: [] })).map(({ planned }) => lineTotal(planned));
  return totals.includes(null) ? null : totals.reduce((sum, total) => sum + Number(total), 0);
}

export const moneyWords = (amount: string, currency: string) =>
  formatMoney(Number(amount), currency, { digits: 0 });

export function roiWords({ netRoi }: CaseKeyFigures): string {
  return netRoi.kind === "value" ? formatPercent(Number(netRoi.ratio)) : t`no cost yet`;
}

/** When the money is back: "after 14 months". */
export function paybackWords(payback: PaybackTime, period: CasePlan["period"]): string {
  if (payback.kind === "nothing-to-pay-back") return t`nothing to pay back`;
  if (payback.kind === "not-within-horizon") return t`not within the plan`;
  const count = Number(payback.periods);
  const number = formatCount(count, { digits: 1 });
  return period === "month"
    ? plural(count, form`after ${number} month`, form`after ${number} months`)
    : plural(count, form`after ${number} year`, form`after ${number} years`);
}
