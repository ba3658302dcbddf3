import type { Reader } from "@liftledger/database/transaction";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { evaluateOrganisation, type ClocksRequest } from "../evaluation/evaluate-organisation.ts";
import { caseAtGate } from "./case-at-gate.ts";

/**
 * What going on with an initiative is worth on a day, as known at an instant: what its approved case still holds, without
 * what lies behind. Undefined where nothing can be said of it.
 */
export async function forwardFigure(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  clocksAsked: ClocksRequest,
): Promise<ExplainedFigure | undefined> {
  const { clocks, ledger, initiatives } = await evaluateOrganisation(ctx, db, clocksAsked, [initiativeId]);
  const [initiative] = initiatives;
  if (initiative === undefined) return undefined;
  const { until, asOf, currency } = clocks;
  const { figure } = await caseAtGate(ctx, db, { initiative, ledger, until, asOf, currency });
  return figure ?? undefined;
}
