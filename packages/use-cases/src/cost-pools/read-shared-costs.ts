import { latestCostPoolMonths, listCostPools } from "@liftledger/database/cost-pools";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { dividedMonths, type DividedShare } from "./divided-month.ts";

/** Shared costs as they were divided at an instant, with the names of those who bear them. */
export interface SharedCosts {
  shares: readonly DividedShare[];
  initiativeNames: ReadonlyMap<string, string>;
}

/** Reads what initiatives bore of shared costs, as known at `asOf` where given. */
export async function readSharedCosts(
  ctx: Context,
  db: Reader,
  { asOf, costPoolId }: { asOf?: string | undefined; costPoolId?: string | undefined } = {},
): Promise<SharedCosts> {
  const months = await latestCostPoolMonths(db, ctx.organisationId, { asOf, costPoolId });
  if (months.length === 0) return { shares: [], initiativeNames: new Map() };
  const shares = dividedMonths(await listCostPools(db, ctx.organisationId), months);
  const ids = [...new Set(shares.map(({ initiativeId }) => initiativeId))];
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  return {
    shares,
    initiativeNames: new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name])),
  };
}
