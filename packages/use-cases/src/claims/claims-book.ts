import { listRetirements } from "@liftledger/database/retirements";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { listPoolKpis, listPoolSeries, listValuePools } from "@liftledger/database/value-pools";
import type { Kpi } from "@liftledger/kpis/kpi";
import { claimingBenefits } from "../baselines/claim-starts.ts";
import { knownStretches, stretchesWithin } from "../benefits/assumption-stretches.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { allSeries } from "../series/all-series.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { heldClaims, type ClaimsBook, type HeldClaim, type PoolPlace } from "./held-claim.ts";

/** A series as people call it. */
export function seriesName(kpi: Pick<Kpi, "name">, { scope }: Pick<Series, "scope">): string {
  return `${kpi.name} (${scope})`;
}

/**
 * All claims that divide a lift or a value pool with the claims on some series: those on the series themselves, and on
 * every series of the pools they draw on. With `asOf` the claims that were known then; without it every one there is,
 * whatever the clock of whoever wrote it.
 */
export async function claimsBook(
  ctx: Context,
  db: Reader,
  seriesIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<ClaimsBook> {
  const own = await listSeriesByIds(db, ctx.organisationId, seriesIds);
  const { series, pools } = await withPools(ctx, db, own);
  return { claims: await claimsOn(ctx, db, series, asOf), pools };
}

/** The claims on some series and on no others. A benefit without a share claims nothing. */
export async function claimsOn(
  ctx: Context,
  db: Reader,
  series: readonly Series[],
  asOf?: string,
): Promise<HeldClaim[]> {
  const byId = new Map(series.map((one) => [one.seriesId, one]));
  const kpis = await kpisOfSeries(ctx, db, series);
  const claiming = await claimingBenefits(ctx, db, byId, asOf);
  const ids = claiming.map(({ benefit }) => benefit.benefitId);
  const assumed = await knownStretches(ctx, db, ids, { asOf });
  return claiming.flatMap(({ benefit, initiative, from }) => {
    const { benefitId, initiativeId, seriesId } = benefit;
    const stretches = assumed.get(benefitId) ?? [];
    const until = stretches.at(-1)?.version.claimUntil ?? null;
    const one = entryOf(byId, seriesId);
    const series = seriesName(entryOf(kpis, seriesId), one);
    return heldClaims(
      { benefitId, initiativeId, holder: initiative, seriesId, series, periodType: one.periodType },
      stretchesWithin(stretches, { from, until }).map(({ version, ...periods }) => ({
        ...periods,
        share: version.attribution,
      })),
    );
  });
}

/** Which part of which pool some series, and all that share a pool with them, draw on; those without one are left out. */
export async function poolPlaces(
  ctx: Context,
  db: Reader,
  own: readonly Series[],
): Promise<ReadonlyMap<string, PoolPlace>> {
  return (await withPools(ctx, db, own)).pools;
}

/** Series, those that share a pool with them, and which part of which pool each draws on. */
async function withPools(
  ctx: Context,
  db: Reader,
  own: readonly Series[],
): Promise<{ series: Series[]; pools: Map<string, PoolPlace> }> {
  const { organisationId } = ctx;
  const [named, ofKpis] = [
    await listPoolSeries(db, organisationId, { seriesIds: own.map(({ seriesId }) => seriesId) }),
    await listPoolKpis(db, organisationId, { kpiKeys: own.map(({ kpiKey }) => kpiKey) }),
  ];
  const retired = await listRetirements(db, organisationId, "value-pool");
  const poolIds = new Set(
    [...named, ...ofKpis].map(({ poolId }) => poolId).filter((poolId) => !retired.has(poolId)),
  );
  if (poolIds.size === 0) return { series: [...own], pools: new Map() };
  const members = await poolMembers(ctx, db, [...poolIds]);
  const ids = own.map(({ seriesId }) => seriesId);
  const others = members.filter(({ series }) => !ids.includes(series.seriesId)).map(({ series }) => series);
  return {
    series: [...own, ...others],
    pools: new Map(members.map(({ series, place }) => [series.seriesId, place])),
  };
}

/**
 * Every series that draws on some pools: those that are named, and those of a KPI that is, each on the segment of its
 * scope. A series that is named draws on what it is named for, whatever its KPI does.
 */
export async function poolMembers(
  ctx: Context,
  db: Reader,
  poolIds: readonly string[],
): Promise<{ series: Series; place: PoolPlace }[]> {
  const { organisationId } = ctx;
  const names = new Map((await listValuePools(db, organisationId)).map(({ poolId, name }) => [poolId, name]));
  const placeOf = (poolId: string, segment: readonly string[]): PoolPlace => ({
    poolId,
    pool: names.get(poolId) ?? poolId,
    segment,
  });
  // A series that is named by a pool that is retired draws on what its KPI does.
  const retired = await listRetirements(db, organisationId, "value-pool");
  const named = new Map(
    (await listPoolSeries(db, organisationId))
      .filter(({ poolId }) => poolIds.includes(poolId) || !retired.has(poolId))
      .map((member) => [member.seriesId, member]),
  );
  const kpis = new Map(
    (await listPoolKpis(db, organisationId, { poolIds })).map(({ kpiKey, poolId }) => [kpiKey, poolId]),
  );
  const wanted = [...named.values()].filter(({ poolId }) => poolIds.includes(poolId));
  const series =
    kpis.size > 0
      ? await allSeries(ctx, db)
      : await listSeriesByIds(
          db,
          organisationId,
          wanted.map(({ seriesId }) => seriesId),
        );
  return series.flatMap((one) => {
    const member = named.get(one.seriesId);
    if (member !== undefined) {
      return poolIds.includes(member.poolId)
        ? [{ series: one, place: placeOf(member.poolId, member.segment) }]
        : [];
    }
    const poolId = kpis.get(one.kpiKey);
    return poolId === undefined ? [] : [{ series: one, place: placeOf(poolId, [one.scope]) }];
  });
}
