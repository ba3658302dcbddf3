import { listBenefits } from "@liftledger/database/benefits";
import { listCostLines } from "@liftledger/database/cost-lines";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { mediaCountedTwice, reviewCountedTwice } from "@liftledger/roi/double-counting";
import { readSharedCosts } from "../cost-pools/read-shared-costs.ts";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What a request would add to an initiative. */
interface Additions {
  readonly categories?: readonly string[];
  readonly series?: readonly Series[];
}

/**
 * Refuses what would charge an initiative twice: review hours both in a time KPI and on a cost line, working media
 * both in a KPI of spend and on a cost line.
 */
export async function refuseCostCountedTwice(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  additions: Additions,
): Promise<void> {
  const reason = await costCountedTwice(ctx, db, initiativeId, additions);
  if (reason !== null) throw new ProblemError("conflict", reason);
}

/** Why the additions would charge an initiative twice; null where they do not. */
export async function costCountedTwice(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  { categories = [], series = [] }: Additions,
): Promise<string | null> {
  const benefits = await listBenefits(db, ctx.organisationId, { initiativeIds: [initiativeId] });
  const seriesIds = benefits.map((benefit) => benefit.seriesId);
  const claimed = [...(await listSeriesByIds(db, ctx.organisationId, seriesIds)), ...series];
  const kpis = [...(await kpisOfSeries(ctx, db, claimed)).values()];
  const lines = await listCostLines(db, ctx.organisationId, [initiativeId]);
  const { shares } = await readSharedCosts(ctx, db);
  const own = shares.filter((share) => share.initiativeId === initiativeId);
  const charged = [
    ...lines.map((line) => line.category),
    ...own.map(({ pool }) => pool.category),
    ...categories,
  ];
  return reviewCountedTwice(kpis, charged) ?? mediaCountedTwice(kpis, charged);
}
