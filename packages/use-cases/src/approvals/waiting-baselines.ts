import { listWaitingDrafts } from "@liftledger/database/approvals";
import { listBaselinesByIds } from "@liftledger/database/baselines";
import { listBenefits } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { namedSeries, type Waiting } from "./waiting.ts";

/** The drafts of baselines that wait to be frozen, each with an initiative that claims its series. */
export async function waitingBaselines(ctx: Context, db: Reader): Promise<Waiting[]> {
  const ids = await listWaitingDrafts(db, ctx.organisationId);
  const drafts = await listBaselinesByIds(db, ctx.organisationId, ids);
  const seriesIds = [...new Set(drafts.map(({ seriesId }) => seriesId))];
  const series = await namedSeries(ctx, db, seriesIds);
  const claims = Map.groupBy(
    await listBenefits(db, ctx.organisationId, { seriesIds }),
    ({ seriesId }) => seriesId,
  );
  return drafts.flatMap((draft): Waiting[] => {
    const { baselineId, seriesId, version, interventionStart, preFrom, preTo, rung, reasons } = draft;
    if (preFrom === null || preTo === null) return [];
    const { name, kpi } = entryOf(series, seriesId);
    const claimants = claims.get(seriesId) ?? [];
    const claimant = claimants.find((claim) => claim.baselineId === baselineId) ?? claimants[0];
    return [
      {
        kind: "baseline",
        objectId: baselineId,
        version,
        what: `Baseline of ${name}`,
        seriesId,
        kpiKey: kpi.key,
        initiativeId: claimant?.initiativeId ?? null,
        authorId: draft.createdBy,
        askedAt: draft.createdAt,
        baseline: { interventionStart, preFrom, preTo, rung, reasons },
        assumptions: null,
        businessCase: null,
        gateReview: null,
        guardrails: null,
      },
    ];
  });
}
