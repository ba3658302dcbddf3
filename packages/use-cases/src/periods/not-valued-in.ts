import type { ClosePreview } from "@liftledger/contracts/period-close";
import type { Reader } from "@liftledger/database/transaction";
import { firstDay, lastDay, type Period } from "@liftledger/kpis/period";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { benefitGaps } from "@liftledger/roi/benefit-gaps";
import type { BenefitInput } from "@liftledger/roi/benefit-input";
import { readinessOf } from "@liftledger/roi/benefit-readiness";
import { evaluateBenefit } from "@liftledger/roi/evaluate-benefit";
import type { AssumptionStretch } from "../benefits/assumption-stretches.ts";
import type { Context } from "../context.ts";
import { engineInput } from "../evaluation/engine-input.ts";
import { knownUntil } from "../evaluation/evaluate-organisation.ts";
import { readLedger } from "../evaluation/read-ledger.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";

type NotValued = ClosePreview["notValued"][number];

/** What somebody can still do something about before the close; that it is too early passes by itself. */
const mended = ["no-frozen-baseline", "not-valued", "no-interval", "volume"] as const;

/** The benefits that are claimed in a month by an initiative under way and are not valued in it, with every reason. */
export async function notValuedIn(ctx: Context, db: Reader, month: string): Promise<NotValued[]> {
  const { currency } = await getOrganisation(ctx, db);
  const initiatives = (await allInitiatives(ctx, db)).filter(isUnderWay);
  const asOf = await knownUntil(ctx, db);
  const ids = initiatives.map(({ initiativeId }) => initiativeId);
  const ledger = await readLedger(ctx, db, ids, asOf);
  const clocks = { until: lastDay(month), asOf, currency, seed: ctx.seed };
  return initiatives.flatMap((initiative) =>
    engineInput(ledger, initiative, clocks)
      .benefits.filter((benefit) => isClaimedIn(benefit, month))
      .flatMap((benefit): NotValued[] => {
        const stretches = ledger.assumptions.get(benefit.benefitId) ?? [];
        const reasons = reasonsOf(benefit, clocks.until, stretches);
        if (reasons.length === 0) return [];
        const { initiativeId, name } = initiative;
        const { benefitId, seriesId, kpi, scope } = benefit;
        return [{ initiativeId, initiative: name, benefitId, seriesId, kpiName: kpi.name, scope, reasons }];
      }),
  );
}

/** Whether any period of a claim has a day in a month, and carries money. */
function isClaimedIn({ claimFrom, claimUntil, kpi }: BenefitInput, month: string): boolean {
  if (unitValueRule(kpi).kind === "none") return false;
  const begins = firstDay(claimFrom) <= lastDay(month);
  return begins && (claimUntil === undefined || lastDay(claimUntil) >= firstDay(month));
}

function reasonsOf(
  benefit: BenefitInput,
  until: string,
  stretches: readonly AssumptionStretch[],
): NotValued["reasons"] {
  const gaps = benefitGaps(readinessOf(evaluateBenefit(benefit, until))).flatMap(
    ({ rule, what }): NotValued["reasons"] => {
      const known = mended.find((one) => one === rule);
      return known === undefined ? [] : [{ rule: known, what }];
    },
  );
  const isApproved = approverAt(stretches, until) !== null;
  // Without a value there is nothing to approve yet.
  if (isApproved || gaps.some(({ rule }) => rule === "not-valued")) return gaps;
  const what = `Nobody approved what ${benefit.kpi.name} (${benefit.scope}) is worth.`;
  return [...gaps, { rule: "not-approved", what }];
}

/** Who approved the version that counts on a day; null where nobody did or none counts. */
function approverAt(stretches: readonly AssumptionStretch[], day: string): string | null {
  const begins = (from: Period | null) => from === null || firstDay(from) <= day;
  return stretches.findLast(({ from }) => begins(from))?.version.approvedBy ?? null;
}
