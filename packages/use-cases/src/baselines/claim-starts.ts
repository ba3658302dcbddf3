import { listBaselinesByIds } from "@liftledger/database/baselines";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { periodOf, type Period, type PeriodType } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";

/** The first period that counts for a claim: the later of the initiative's start and its baseline's. */
export function claimFromOf(
  startedOn: string,
  periodType: PeriodType,
  interventionStart: Period | undefined,
): Period {
  const started = periodOf(startedOn, periodType);
  return interventionStart !== undefined && interventionStart > started ? interventionStart : started;
}

/** The periods from which each series is claimed, by whichever initiative, as known at `asOf`. */
export async function claimStarts(
  ctx: Context,
  db: Reader,
  series: ReadonlyMap<string, Series>,
  asOf: string,
): Promise<Map<string, Period[]>> {
  const { organisationId } = ctx;
  const claims = (await listBenefits(db, organisationId, { seriesIds: [...series.keys()] })).filter(
    (claim) => claim.createdAt <= asOf,
  );
  const ids = [...new Set(claims.map((claim) => claim.initiativeId))];
  const initiatives = await listInitiativesByIds(db, organisationId, ids);
  const startedOn = new Map(initiatives.map((row) => [row.initiativeId, row.startedOn]));
  const baselineIds = claims.flatMap(({ baselineId }) => (baselineId === null ? [] : [baselineId]));
  const baselines = await listBaselinesByIds(db, organisationId, [...new Set(baselineIds)]);
  const interventions = new Map(baselines.map((row) => [row.baselineId, row.interventionStart]));
  const starts = new Map<string, Period[]>();
  for (const { initiativeId, seriesId, baselineId } of claims) {
    const started = startedOn.get(initiativeId);
    const periodType = series.get(seriesId)?.periodType;
    if (started === undefined || periodType === undefined) continue;
    const from = claimFromOf(started, periodType, interventions.get(baselineId ?? ""));
    starts.set(seriesId, [...(starts.get(seriesId) ?? []), from]);
  }
  return starts;
}
