import type { GatePack } from "@liftledger/contracts/gate";
import type { MoneyText } from "@liftledger/contracts/values";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { caseAgainstActual } from "@liftledger/roi/business-case/case-against-actual";
import { caseAhead } from "@liftledger/roi/business-case/case-ahead";
import type { Explanation } from "@liftledger/roi/explanation";
import { explainedFigure, type ExplainedFigure } from "@liftledger/roi/figure";
import type { GateFacts } from "@liftledger/roi/governance/gate-facts";
import { approvedCaseOf } from "../business-cases/approved-case-of.ts";
import { caseActuals } from "../business-cases/case-actuals.ts";
import { evaluatedVersion } from "../business-cases/evaluated-version.ts";
import { moneyHere } from "../business-cases/planned-spend.ts";
import type { Context } from "../context.ts";
import type { EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";
import type { LedgerView } from "../evaluation/read-ledger.ts";
import { dayOf } from "../organisations/day-of.ts";
import { ProblemError } from "../problem.ts";

/** What the approved business case of an initiative says at its gate. */
export interface CaseAtGate {
  approved: GateFacts["approvedCase"];
  forward: GateFacts["forwardNetPresentValue"];
  ahead: GatePack["ahead"];
  /** What going on is worth, with the tree that explains it; null where nothing can be said. */
  figure: ExplainedFigure | null;
  /** Why nothing is said of what is to come. */
  notAhead: string | null;
  /** What going on is still to cost, in the organisation's currency. */
  costAhead: MoneyText | null;
}

/** Of several approved cases, the one that was approved last. */
export async function caseAtGate(
  ctx: Context,
  db: Reader,
  about: {
    initiative: EvaluatedInitiative;
    ledger: LedgerView;
    until: string;
    asOf: string;
    currency: string;
  },
): Promise<CaseAtGate> {
  const { initiativeId } = about.initiative.row;
  const found = await approvedCaseOf(ctx, db, initiativeId, { asOf: about.asOf });
  const nothing = { forward: null, ahead: null, costAhead: null, figure: null };
  if (found === undefined)
    return { ...nothing, approved: null, notAhead: "No version of a business case is approved." };
  const { caseId, name, number, approvedAt } = found;
  const approved = { name, version: number, approvedOn: dayOf(ctx, approvedAt) };
  const plan = await planOf(ctx, db, { caseId, number });
  if (typeof plan === "string") return { ...nothing, approved, notAhead: plan };
  const came = caseActuals(plan, about, "cash");
  const comparison =
    came.kind === "actuals"
      ? caseAgainstActual(plan, came.actuals, "cash")
      : ({ kind: "no-comparison", reason: came.reason } as const);
  const ahead = caseAhead(plan, about.until, comparison, behind(about.initiative));
  if (ahead.kind === "nothing") return { ...nothing, approved, notAhead: ahead.reason };
  const { currency, forwardNetPresentValue: amount, asPlanned, attained, spend } = ahead;
  const sentence = `By version ${number} of “${name}”: ${ahead.sentence}`;
  const { until, asOf } = about;
  const context = { until, asOf, grade: null, currency, places: currencyExponent(currency) };
  return {
    approved,
    forward: { amount, currency, standsOn: sentence },
    ahead: {
      caseId,
      caseNumber: number,
      forwardNetPresentValue: { amount, currency },
      asPlanned: { amount: asPlanned, currency },
      attained,
      sentence,
    },
    notAhead: null,
    figure: explainedFigure(context, {
      figureId: `initiative/${initiativeId}/forward-value`,
      label: "Forward value",
      sentence: `${sentence} What came and was spent before is so whatever is decided, and does not count.`,
      tree: ahead.tree,
      basis: "none",
      span: "point",
      distribution: null,
    }),
    costAhead: await moneyHere(ctx, db, { exact: spend, currency }, about.currency),
  };
}

/** What came and what was spent, which a forward value leaves out; what has no value is not there to be left out. */
function behind({ result: { figures } }: EvaluatedInitiative): Explanation[] {
  return [figures.realisedValue.tree, figures.cost.tree].filter(({ value }) => value !== null);
}

/** The plan, or why it cannot be evaluated any more. */
async function planOf(ctx: Context, db: Reader, place: { caseId: string; number: number }) {
  try {
    return (await evaluatedVersion(ctx, db, place)).plan;
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
}
