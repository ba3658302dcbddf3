import type { BenefitAssumptions } from "@liftledger/contracts/initiative";
import {
  insertBenefitAssumptions,
  listBenefitAssumptions,
  type BenefitAssumptions as KeptAssumptions,
} from "@liftledger/database/benefit-assumptions";
import type { Series } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { assumptionsAuthor } from "../approvals/assumptions-author.ts";
import { refuseOwnApproval } from "../approvals/refuse-own-approval.ts";
import type { Audit } from "../audit/audit.ts";
import type { GrantedShare } from "../claims/pro-rata-shares.ts";
import type { Context } from "../context.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { ProblemError } from "../problem.ts";

/** One version of assumptions to be written. */
interface WantedAssumptions {
  readonly benefitId: string;
  readonly version: number;
  readonly series: Series;
  /** As `checkedAssumptions` gives them. */
  readonly assumptions: BenefitAssumptions;
  /** What the share was brought down to, where all of it does not fit. */
  readonly granted: GrantedShare | undefined;
  /** The version before. */
  readonly before?: KeptAssumptions | null;
}

/** What assumptions say of money and claims, as it is kept. */
type KeptTerms = Omit<
  KeptAssumptions,
  | "benefitId"
  | "version"
  | "currency"
  | "basis"
  | "approvedBy"
  | "recordedAt"
  | "recordedBy"
  | "attributionAsked"
  | "attributionReason"
>;

/** The terms of assumptions, what was not said null. */
export function keptTerms(assumptions: BenefitAssumptions): KeptTerms {
  const { unitValue, attribution, confidence, realisation, claimUntil, validFrom } = assumptions;
  return {
    unitValue: unitValue ?? null,
    attribution: attribution ?? null,
    confidence: confidence ?? null,
    realisedAccepted: realisation?.accepted ?? null,
    realisedRedeployed: realisation?.redeployed ?? null,
    realisedCashed: realisation?.cashed ?? null,
    claimUntil: claimUntil ?? null,
    validFrom: validFrom ?? null,
  };
}

/** Writes one version of a benefit's assumptions, which keep the KPI's rule. The claims have been settled. */
export async function writeAssumptions(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  wanted: WantedAssumptions,
): Promise<void> {
  const { benefitId, version, series, assumptions } = wanted;
  const { currency } = await getOrganisation(ctx, tx);
  refuseOtherCurrency(series, currency);
  const { unitValue, attribution, confidenceReason, approvedBy } = assumptions;
  const next: KeptAssumptions = {
    benefitId,
    version,
    ...keptTerms(assumptions),
    currency: unitValue === undefined ? null : currency,
    ...shareOf(attribution, wanted),
    basis: confidenceReason ?? "",
    approvedBy: null,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  if (approvedBy !== undefined)
    next.approvedBy = await approverOf(ctx, tx, audit, { next, name: approvedBy });
  await insertBenefitAssumptions(tx, ctx.organisationId, next);
}

async function approverOf(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { next, name }: { next: KeptAssumptions; name: string },
): Promise<string> {
  const approverId = await personIdByName(ctx, tx, audit, name);
  const earlier = await listBenefitAssumptions(tx, ctx.organisationId, [next.benefitId]);
  const authorId = assumptionsAuthor([...earlier, next]) ?? next.recordedBy;
  await refuseOwnApproval(ctx, tx, {
    authorId,
    approverId,
    deed: authorId === next.recordedBy ? "sets this one" : "set this one",
    rule: "Who sets what a benefit is worth does not approve it",
    named: { field: "assumptions.approvedBy", seen: name },
  });
  return approverId;
}

/** The share with what is recorded of its scaling, which stays on record while the share stays as it is. */
function shareOf(
  attribution: string | undefined,
  { granted, before }: WantedAssumptions,
): Pick<KeptAssumptions, "attribution" | "attributionAsked" | "attributionReason"> {
  if (granted !== undefined) {
    const { asked, share, reason } = granted;
    return { attribution: share, attributionAsked: asked, attributionReason: reason };
  }
  const earlier = before?.attribution ?? null;
  const isUnchanged =
    attribution !== undefined && earlier !== null && compareDecimals(attribution, earlier) === 0;
  return {
    attribution: attribution ?? null,
    attributionAsked: isUnchanged ? (before?.attributionAsked ?? null) : null,
    attributionReason: isUnchanged ? (before?.attributionReason ?? null) : null,
  };
}

function refuseOtherCurrency(series: Series, currency: string): void {
  if (series.currency === null || series.currency === currency) return;
  throw new ProblemError(
    "invalid-request",
    `The series is in ${series.currency} and figures are kept in ${currency}: there is no exchange rate yet, so it cannot carry a benefit.`,
    [{ field: "seriesId", message: `a series in ${currency}`, seen: series.currency }],
  );
}
