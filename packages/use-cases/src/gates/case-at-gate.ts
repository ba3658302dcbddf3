import type { GatePack } from "@liftledger/contracts/gate";
import type { MoneyText } from "@liftledger/contracts/values";
import { listBusinessCases } from "@liftledger/database/business-cases";
import type { Reader } from "@liftledger/database/transaction";
import { caseAgainstActual } from "@liftledger/roi/business-case/case-against-actual";
import { caseAhead } from "@liftledger/roi/business-case/case-ahead";
import type { GateFacts } from "@liftledger/roi/governance/gate-facts";
import { caseActuals } from "../business-cases/case-actuals.ts";
import { caseViews } from "../business-cases/case-view.ts";
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
  /** Why nothing is said of what is to come. */
  notAhead: string | null;
  /** What going on is still to cost, in the organisation's currency. */
  costAhead: MoneyText | null;
}

/** Of several approved cases, the one that was approved last. */
export async function caseAtGate(
  ctx: Context,
  db: Reader,
  about: { initiative: EvaluatedInitiative; ledger: LedgerView; until: string; currency: string },
): Promise<CaseAtGate> {
  const { initiativeId } = about.initiative.row;
  const cases = await caseViews(ctx, db, await listBusinessCases(db, ctx.organisationId, { initiativeId }));
  const [found] = cases
    .filter(({ retired, approvedNumber }) => retired === null && approvedNumber !== null)
    .toSorted((a, b) => ((a.approvedAt ?? "") < (b.approvedAt ?? "") ? 1 : -1));
  const nothing = { forward: null, ahead: null, costAhead: null };
  if (found === undefined || found.approvedNumber === null)
    return { ...nothing, approved: null, notAhead: "No version of a business case is approved." };
  const { caseId, name, approvedNumber: number, approvedAt } = found;
  const approved = { name, version: number, approvedOn: dayOf(ctx, approvedAt ?? ctx.now) };
  const plan = await planOf(ctx, db, { caseId, number });
  if (typeof plan === "string") return { ...nothing, approved, notAhead: plan };
  const came = caseActuals(plan, about, "cash");
  const comparison =
    came.kind === "actuals"
      ? caseAgainstActual(plan, came.actuals, "cash")
      : ({ kind: "no-comparison", reason: came.reason } as const);
  const ahead = caseAhead(plan, about.until, comparison);
  if (ahead.kind === "nothing") return { ...nothing, approved, notAhead: ahead.reason };
  const { currency, forwardNetPresentValue: amount, asPlanned, attained, spend } = ahead;
  const sentence = `By version ${number} of “${name}”: ${ahead.sentence}`;
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
    costAhead: await moneyHere(ctx, db, { exact: spend, currency }, about.currency),
  };
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
