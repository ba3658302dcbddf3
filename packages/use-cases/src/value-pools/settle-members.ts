import type { ProblemDetail } from "@liftledger/contracts/errors";
import { findLatestKpi } from "@liftledger/database/kpis";
import { listRetirements } from "@liftledger/database/retirements";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import {
  getValuePool,
  listPoolKpis,
  listPoolSeries,
  listValuePools,
  replacePoolMembers,
  type PoolMembers,
} from "@liftledger/database/value-pools";
import type { Audit } from "../audit/audit.ts";
import { claimsOn, poolMembers } from "../claims/claims-book.ts";
import { settlePool } from "../claims/settle-claims.ts";
import { writeGrantedShares } from "../claims/write-granted-shares.ts";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { closedMonths } from "../periods/closed-months.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { poolViews } from "./pool-views.ts";

/**
 * Gives a pool its members, in the transaction that makes or changes it. Refused where a member is unknown or draws on
 * another pool, and where what is claimed already does not fit; or every claim is scaled pro rata, where that is asked for.
 */
export async function settleMembers(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  pool: { poolId: string; members: PoolMembers; proRata: boolean | undefined; action: string },
): Promise<void> {
  const { poolId, members, proRata = false, action } = pool;
  await refuseUnknown(ctx, tx, members);
  await refuseTaken(ctx, tx, poolId, members);
  await takeFromRetired(ctx, tx, audit, { poolId, members, action });
  await replacePoolMembers(tx, ctx.organisationId, poolId, members);
  const drawing = await poolMembers(ctx, tx, [poolId]);
  const claims = await claimsOn(
    ctx,
    tx,
    drawing.map(({ series }) => series),
  );
  const pools = new Map(drawing.map(({ series, place }) => [series.seriesId, place]));
  const closed = await closedMonths(ctx, tx);
  const granted = settlePool({ claims, pools }, { proRata, closed });
  await writeGrantedShares(ctx, tx, audit, { action, granted, closed });
}

async function refuseUnknown(ctx: Context, tx: Writer, { series, kpiKeys }: PoolMembers): Promise<void> {
  const ids = series.map(({ seriesId }) => seriesId);
  const known = new Set((await listSeriesByIds(tx, ctx.organisationId, ids)).map(({ seriesId }) => seriesId));
  const faults: ProblemDetail[] = [];
  ids.forEach((seriesId, row) => {
    const field = `series.${row}.seriesId`;
    if (!known.has(seriesId))
      faults.push({ field, message: `There is no series ${seriesId}.`, seen: seriesId });
    else if (ids.indexOf(seriesId) !== row) faults.push({ field, message: "named twice", seen: seriesId });
  });
  for (const [row, kpiKey] of kpiKeys.entries()) {
    const field = `kpiKeys.${row}`;
    const kept = await findLatestKpi(tx, ctx.organisationId, kpiKey);
    if (kept === undefined) faults.push({ field, message: `There is no KPI ${kpiKey}.`, seen: kpiKey });
    else if (kpiKeys.indexOf(kpiKey) !== row) faults.push({ field, message: "named twice", seen: kpiKey });
  }
  refuseIfAny(faults);
}

async function refuseTaken(
  ctx: Context,
  tx: Writer,
  poolId: string,
  { series, kpiKeys }: PoolMembers,
): Promise<void> {
  const seriesIds = series.map(({ seriesId }) => seriesId);
  const retired = await listRetirements(tx, ctx.organisationId, "value-pool");
  const taken = [
    ...(await listPoolSeries(tx, ctx.organisationId, { seriesIds })).map((member) => ({
      ...member,
      what: `the series ${member.seriesId}`,
      field: `series.${seriesIds.indexOf(member.seriesId)}.seriesId`,
    })),
    ...(await listPoolKpis(tx, ctx.organisationId, { kpiKeys })).map((member) => ({
      ...member,
      what: `the KPI ${member.kpiKey}`,
      field: `kpiKeys.${kpiKeys.indexOf(member.kpiKey)}`,
    })),
  ].filter((member) => member.poolId !== poolId && !retired.has(member.poolId));
  const [first] = taken;
  if (first === undefined) return;
  const names = new Map(
    (await listValuePools(tx, ctx.organisationId)).map((pool) => [pool.poolId, pool.name]),
  );
  const details = taken.map(({ what, field, poolId: other }) => ({
    field,
    message: `${what} draws on the pool ${names.get(other) ?? other}: it draws on one at most`,
  }));
  throw new ProblemError(
    "conflict",
    `A member draws on another pool: ${details[0]?.message ?? ""}.`,
    details,
  );
}

/** Frees the members that a retired pool still names: they may draw on another, and stay there when it comes back. */
async function takeFromRetired(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  wanted: { poolId: string; members: PoolMembers; action: string },
): Promise<void> {
  const { action } = wanted;
  const seriesIds = wanted.members.series.map(({ seriesId }) => seriesId);
  const { kpiKeys } = wanted.members;
  const named = [
    ...(await listPoolSeries(tx, ctx.organisationId, { seriesIds })),
    ...(await listPoolKpis(tx, ctx.organisationId, { kpiKeys })),
  ];
  const losing = new Set(named.map(({ poolId }) => poolId).filter((poolId) => poolId !== wanted.poolId));
  for (const poolId of losing) {
    const pool = await getValuePool(tx, ctx.organisationId, poolId);
    const before = onlyRow(await poolViews(ctx, tx, [pool]));
    const after = {
      ...before,
      series: before.series.filter(({ seriesId }) => !seriesIds.includes(seriesId)),
      kpiKeys: before.kpiKeys.filter((kpiKey) => !kpiKeys.includes(kpiKey)),
    };
    await replacePoolMembers(tx, ctx.organisationId, poolId, after);
    audit({ action, noun: "value-pool", id: poolId, before, after });
  }
}
