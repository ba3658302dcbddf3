import type { ValuePool } from "@liftledger/contracts/claims";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import type { Writer } from "@liftledger/database/transaction";
import { getValuePool } from "@liftledger/database/value-pools";
import { claimStretches } from "../claims/claim-stretches.ts";
import { claimsOn, poolMembers } from "../claims/claims-book.ts";
import type { ClaimsBook, HeldClaim, PoolPlace } from "../claims/held-claim.ts";
import { settlePool } from "../claims/settle-claims.ts";
import type { Context } from "../context.ts";
import { closedMonths } from "../periods/closed-months.ts";
import { onlyRow } from "../only-row.ts";
import { refuseHeld } from "../retirement/refuse-retired.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { poolViews } from "./pool-views.ts";

const kind: Retirable<RetirableThing, ValuePool> = {
  noun: "value-pool",
  called: "value pool",
  needs: "finance",
  actions: { retire: "retireValuePool", restore: "restoreValuePool" },
  async get(ctx, tx, poolId) {
    const pool = await getValuePool(tx, ctx.organisationId, poolId);
    const facts = onlyRow(await poolViews(ctx, tx, [pool]));
    return { objectId: poolId, name: pool.name, version: pool.version, facts };
  },
  async refuseInUse(ctx, tx, { objectId: poolId, name }) {
    const holders = sameMoneyTwice(await bookOf(ctx, tx, poolId));
    refuseHeld(name, holders, "without it the same money could be counted twice; withdraw or end one first");
  },
  async refuseBack(ctx, tx, { objectId: poolId }) {
    const closed = await closedMonths(ctx, tx);
    settlePool(await bookOf(ctx, tx, poolId), { proRata: false, closed });
  },
  view: async (ctx, db, poolId) =>
    onlyRow(await poolViews(ctx, db, [await getValuePool(db, ctx.organisationId, poolId)])),
};

/**
 * Takes a value pool out of account: its series are each their own money again. Refused while benefits claim two of its
 * series in one period, which is what the pool keeps from being counted twice.
 */
export async function retireValuePool(
  ctx: Context,
  request: { poolId: string } & RetireThing,
): Promise<ValuePool> {
  return retireThing(ctx, kind, { id: request.poolId, ...request });
}

/** Brings a retired value pool back, with the members that no other pool has taken. Refused where claims exceed it. */
export async function restoreValuePool(
  ctx: Context,
  request: { poolId: string } & RestoreThing,
): Promise<ValuePool> {
  return restoreThing(ctx, kind, { id: request.poolId, ...request });
}

/** What is claimed on the series of a pool. */
async function bookOf(ctx: Context, tx: Writer, poolId: string): Promise<ClaimsBook> {
  const members = await poolMembers(ctx, tx, [poolId]);
  const claims = await claimsOn(
    ctx,
    tx,
    members.map(({ series }) => series),
  );
  return { claims, pools: new Map(members.map(({ series, place }) => [series.seriesId, place])) };
}

/** The claims, by initiative and series, that draw on one part of the pool from two series in one stretch of time. */
function sameMoneyTwice({ claims, pools }: ClaimsBook): string[] {
  const [first] = claims;
  if (first === undefined) return [];
  const holders = new Set<string>();
  for (const stretch of claimStretches(claims, first.periodType)) {
    for (const claim of stretch.claims) {
      const shares = stretch.claims.some((other) => isSameMoney(claim, other, pools));
      if (shares) holders.add(`${claim.holder} on ${claim.series}`);
    }
  }
  return [...holders];
}

function isSameMoney(one: HeldClaim, other: HeldClaim, pools: ClaimsBook["pools"]): boolean {
  const [here, there] = [pools.get(one.seriesId), pools.get(other.seriesId)];
  if (one.seriesId === other.seriesId || here === undefined || there === undefined) return false;
  return isWithin(here, there) || isWithin(there, here);
}

/** Whether a part of a pool lies in another: ["EMEA", "search"] in ["EMEA"], and all in []. */
function isWithin({ segment }: PoolPlace, whole: PoolPlace): boolean {
  return whole.segment.every((part, place) => segment[place] === part);
}
