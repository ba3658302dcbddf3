import { listBaselinesByIds } from "@liftledger/database/baselines";
import { listBenefits, type Benefit } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { periodOf, type Period, type PeriodType } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";

/** A benefit with the initiative it belongs to, by name, and the first period it claims. */
export interface ClaimingBenefit {
  readonly benefit: Benefit;
  readonly initiative: string;
  readonly from: Period;
}

/** The first period that counts for a claim: the later of the initiative's start and its baseline's. */
export function claimFromOf(
  startedOn: string,
  periodType: PeriodType,
  interventionStart: Period | undefined,
): Period {
  const started = periodOf(startedOn, periodType);
  return interventionStart !== undefined && interventionStart > started ? interventionStart : started;
}

/** Every benefit on some series, of whichever initiative, oldest first; those that were known at `asOf` where given. */
export async function claimingBenefits(
  ctx: Context,
  db: Reader,
  series: ReadonlyMap<string, Series>,
  asOf?: string,
): Promise<ClaimingBenefit[]> {
  const { organisationId } = ctx;
  const claims = await listBenefits(db, organisationId, { seriesIds: [...series.keys()], asOf });
  const ids = [...new Set(claims.map((claim) => claim.initiativeId))];
  const initiatives = await listInitiativesByIds(db, organisationId, ids);
  const initiativeOf = new Map(initiatives.map((row) => [row.initiativeId, row]));
  const baselineIds = claims.flatMap(({ baselineId }) => (baselineId === null ? [] : [baselineId]));
  const baselines = await listBaselinesByIds(db, organisationId, [...new Set(baselineIds)]);
  const interventions = new Map(baselines.map((row) => [row.baselineId, row.interventionStart]));
  return claims.flatMap((benefit) => {
    const initiative = initiativeOf.get(benefit.initiativeId);
    const periodType = series.get(benefit.seriesId)?.periodType;
    if (initiative === undefined || periodType === undefined) return [];
    const from = claimFromOf(initiative.startedOn, periodType, interventions.get(benefit.baselineId ?? ""));
    return [{ benefit, initiative: initiative.name, from }];
  });
}

/** The periods from which each series is claimed, by whichever initiative, as known at `asOf`. */
export async function claimStarts(
  ctx: Context,
  db: Reader,
  series: ReadonlyMap<string, Series>,
  asOf: string,
): Promise<Map<string, Period[]>> {
  const starts = new Map<string, Period[]>();
  for (const { benefit, from } of await claimingBenefits(ctx, db, series, asOf)) {
    starts.set(benefit.seriesId, [...(starts.get(benefit.seriesId) ?? []), from]);
  }
  return starts;
}
