import type { BenefitAssumptions } from "@liftledger/contracts/initiative";
import { insertBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import type { Series } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import { entryOf } from "../entry-of.ts";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { ProblemError } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { checkedAssumptions } from "./checked-assumptions.ts";
import { refuseExcessiveClaim } from "./claims.ts";

/** Writes one version of a benefit's assumptions, once they keep the KPI's rule and the claims on the series. */
export async function writeAssumptions(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  benefit: { benefitId: string; version: number; series: Series; assumptions: BenefitAssumptions },
): Promise<void> {
  const { benefitId, version, series } = benefit;
  const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), series.seriesId);
  const { currency } = await getOrganisation(ctx, tx);
  refuseOtherCurrency(series, currency);
  const checked = checkedAssumptions(benefit.assumptions, kpi);
  const { unitValue, attribution, confidence, confidenceReason, realisation, approvedBy } = checked;
  if (attribution !== undefined) {
    await refuseExcessiveClaim(ctx, tx, { seriesId: series.seriesId, benefitId, attribution });
  }
  await insertBenefitAssumptions(tx, ctx.organisationId, {
    benefitId,
    version,
    unitValue: unitValue ?? null,
    currency: unitValue === undefined ? null : currency,
    attribution: attribution ?? null,
    confidence: confidence ?? null,
    realisedAccepted: realisation?.accepted ?? null,
    realisedRedeployed: realisation?.redeployed ?? null,
    realisedCashed: realisation?.cashed ?? null,
    basis: confidenceReason ?? "",
    approvedBy: approvedBy === undefined ? null : await personIdByName(ctx, tx, audit, approvedBy),
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  });
}

function refuseOtherCurrency(series: Series, currency: string): void {
  if (series.currency === null || series.currency === currency) return;
  throw new ProblemError(
    "invalid-request",
    `The series is in ${series.currency} and figures are kept in ${currency}: there is no exchange rate yet, so it cannot carry a benefit.`,
    [{ field: "seriesId", message: `a series in ${currency}`, seen: series.currency }],
  );
}
