import { listUnapprovedBenefits } from "@liftledger/database/approvals";
import { listBenefitAssumptions, type BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { listBenefits } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { assumptionsView } from "../benefits/benefit-view.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { personNames } from "../people/person-names.ts";
import { assumptionsAuthor } from "./assumptions-author.ts";
import { namedSeries, type Waiting } from "./waiting.ts";

/** What benefits that are claimed are worth, where somebody set it and nobody approved it. */
export async function waitingAssumptions(ctx: Context, db: Reader): Promise<Waiting[]> {
  const benefitIds = await listUnapprovedBenefits(db, ctx.organisationId);
  const benefits = await listBenefits(db, ctx.organisationId, { benefitIds });
  const versions = Map.groupBy(
    await listBenefitAssumptions(db, ctx.organisationId, benefitIds),
    ({ benefitId }) => benefitId,
  );
  const series = await namedSeries(
    ctx,
    db,
    benefits.map(({ seriesId }) => seriesId),
  );
  const nameOf = await personNames(ctx, db);
  return benefits.flatMap(({ benefitId, version, seriesId, initiativeId }): Waiting[] => {
    const known = entryOf(versions, benefitId);
    const latest = known.at(-1);
    const { name, kpi } = entryOf(series, seriesId);
    if (latest === undefined || !isForSomebodyToApprove(latest, kpi)) return [];
    return [
      {
        kind: "assumptions",
        objectId: benefitId,
        version,
        what: `What ${name} is worth`,
        seriesId,
        kpiKey: kpi.key,
        initiativeId,
        authorId: assumptionsAuthor(known) ?? latest.recordedBy,
        askedAt: latest.recordedAt,
        baseline: null,
        assumptions: assumptionsView(latest, nameOf),
        businessCase: null,
        gateReview: null,
        guardrails: null,
      },
    ];
  });
}

/** Not so while nothing is set but what the KPI dictates, nor of a KPI that carries no money. */
function isForSomebodyToApprove(kept: BenefitAssumptions, kpi: Kpi): boolean {
  return unitValueRule(kpi).kind !== "none" && isSet(kept, kpi);
}

/** Whether anything is set but what the KPI dictates. */
export function isSet(kept: BenefitAssumptions, kpi: Kpi): boolean {
  const { unitValue, attribution, confidence, realisedCashed } = kept;
  const rule = unitValueRule(kpi).kind;
  const chosen = [attribution, confidence, realisedCashed, rule === "locked" ? null : unitValue];
  return chosen.some((value) => value !== null);
}
