import { getBusinessCase } from "@liftledger/database/business-cases";
import { NotFoundError } from "@liftledger/database/errors";
import type { Reader } from "@liftledger/database/transaction";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import type { CaseBasis } from "@liftledger/roi/business-case/case-totals";
import { measuredActuals, type MeasuredActuals } from "@liftledger/roi/business-case/measured-actuals";
import type { Context } from "../context.ts";
import { evaluateOrganisation, type ClocksRequest } from "../evaluation/evaluate-organisation.ts";
import { measuredCase } from "./case-actuals.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";

/** A version with what was measured and booked of its initiative, at `until` as known at `asOf`. */
export interface ComparedVersion extends ReturnType<typeof measuredCase> {
  plan: CasePlan;
  until: string;
  asOf: string;
  /** In the plan's currency, or why there is none. */
  found: MeasuredActuals;
}

/** Reads what a version is held against: the benefits of its initiative and the cost ledger, by two clocks. */
export async function comparedVersion(
  ctx: Context,
  db: Reader,
  { caseId, number, basis, ...clocksAsked }: CasePlace & ClocksRequest & { basis: CaseBasis },
): Promise<ComparedVersion> {
  const { plan } = await evaluatedVersion(ctx, db, { caseId, number, asOf: clocksAsked.asOf });
  const { initiativeId } = await getBusinessCase(db, ctx.organisationId, caseId);
  const evaluated = await evaluateOrganisation(ctx, db, clocksAsked, [initiativeId]);
  const { clocks, ledger } = evaluated;
  const [initiative] = evaluated.initiatives;
  if (initiative === undefined) throw new NotFoundError("initiative", initiativeId);
  const { until, asOf, currency } = clocks;
  const { measured, rate } = measuredCase(plan, { initiative, ledger, until, currency });
  const found = measuredActuals(plan, measured, basis, rate.rateOf);
  return { plan, until, asOf, measured, rate, found };
}
