import type { CaseActuals, CaseActualsQuery } from "@liftledger/contracts/case-actuals";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { NotFoundError } from "@liftledger/database/errors";
import { inSnapshot } from "@liftledger/database/transaction";
import { caseAgainstActual, type CaseAgainstActual } from "@liftledger/roi/business-case/case-against-actual";
import { engineVersion } from "@liftledger/roi/engine-version";
import type { Context } from "../context.ts";
import { evaluateOrganisation } from "../evaluation/evaluate-organisation.ts";
import { mustBe } from "../permissions.ts";
import { writableCopy } from "../writable-copy.ts";
import { caseActuals } from "./case-actuals.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";

/**
 * A version held against what came of it: the measured benefits that its lines plan and the cost ledger of its
 * initiative, valued at `until` as known at `asOf`. The plan is the version's own: it does not move with the clocks.
 */
export async function getCaseActuals(
  ctx: Context,
  { caseId, number, basis, ...clocksAsked }: CasePlace & CaseActualsQuery,
): Promise<CaseActuals> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { plan } = await evaluatedVersion(ctx, db, { caseId, number });
    const { initiativeId } = await getBusinessCase(db, ctx.organisationId, caseId);
    const evaluated = await evaluateOrganisation(ctx, db, clocksAsked, [initiativeId]);
    const { clocks, ledger } = evaluated;
    const [initiative] = evaluated.initiatives;
    if (initiative === undefined) throw new NotFoundError("initiative", initiativeId);
    const { until, asOf, currency } = clocks;
    const found = caseActuals(plan, { initiative, ledger, until, currency }, basis);
    const about = { engineVersion, until, asOf, basis };
    if (found.kind === "no-actuals")
      return { ...about, unknown: [], comparison: { kind: "no-comparison", reason: found.reason } };
    const comparison = caseAgainstActual(plan, found.actuals, basis);
    return { ...about, unknown: [...found.unknown], comparison: comparisonView(comparison) };
  });
}

function comparisonView(comparison: CaseAgainstActual): CaseActuals["comparison"] {
  if (comparison.kind === "no-comparison") return comparison;
  const { currency, rows, ...rest } = comparison;
  // The plan names its people already.
  const named = rows.map(({ ownerIds: owners, ...row }, place) => ({
    position: place + 1,
    ...row,
    owners,
    currency,
  }));
  return writableCopy({ ...rest, currency, rows: named });
}
