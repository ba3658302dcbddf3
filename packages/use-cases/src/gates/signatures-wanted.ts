import { GateDecisionKind } from "@liftledger/contracts/gate";
import { latestRecordedAt } from "@liftledger/database/audit-entries";
import type { GateReview } from "@liftledger/database/gate-reviews";
import type { Reader } from "@liftledger/database/transaction";
import { moneyFromDecimal, roundToMinor } from "@liftledger/finance/money";
import { caseAhead } from "@liftledger/roi/business-case/case-ahead";
import { signaturesNeeded } from "@liftledger/roi/governance/gate-decision";
import { approvedCaseOf } from "../business-cases/approved-case-of.ts";
import { caseSettingsInForce } from "../business-cases/case-settings-in-force.ts";
import { evaluatedVersion } from "../business-cases/evaluated-version.ts";
import { moneyHere } from "../business-cases/planned-spend.ts";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { ProblemError } from "../problem.ts";
import { frozenPack } from "./gate-pack.ts";
import { decisionRequest } from "./review-view.ts";

/**
 * How many signatures a review that waits wants, as its gate says: of one that is signed by what was signed, of one that is
 * not by what going on is still to cost now. The initiative itself is not evaluated for it: what it has brought so far has
 * no bearing on who signs.
 */
export async function signaturesWanted(ctx: Context, db: Reader, review: GateReview): Promise<number> {
  const signed = frozenPack(review);
  if (signed !== undefined) {
    return signaturesNeeded(decisionRequest(review, signed, { signatures: [], nameOf: (id) => id }));
  }
  const decision = GateDecisionKind.parse(review.decision);
  const from = (await caseSettingsInForce(ctx, db))?.twoSignaturesFrom ?? null;
  if (from === null || decision === "hold") return 1;
  const { currency } = await getOrganisation(ctx, db);
  return signaturesNeeded({
    decision,
    costAheadMinor: await costAhead(ctx, db, review.initiativeId, currency),
    twoSignFromMinor: roundToMinor(from, currency).amountMinor,
  });
}

/** What going on is still to cost by the case that was approved last, in minor units; null where it is not known. */
async function costAhead(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  currency: string,
): Promise<bigint | null> {
  // As its gate has it: what was recorded last is known, whatever the clocks say.
  const asOf = (await latestRecordedAt(db, ctx.organisationId)) ?? ctx.now;
  const found = await approvedCaseOf(ctx, db, initiativeId, { asOf });
  if (found === undefined) return null;
  const plan = await planOf(ctx, db, found);
  if (plan === null) return null;
  const ahead = caseAhead(plan, ctx.today, { kind: "no-comparison", reason: "It has no bearing on costs." });
  if (ahead.kind === "nothing") return null;
  const money = await moneyHere(ctx, db, { exact: ahead.spend, currency: ahead.currency }, currency);
  return money === null ? null : moneyFromDecimal(money.amount, money.currency).amountMinor;
}

async function planOf(ctx: Context, db: Reader, place: { caseId: string; number: number }) {
  try {
    return (await evaluatedVersion(ctx, db, place)).plan;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
