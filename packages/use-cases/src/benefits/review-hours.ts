import { listBenefits } from "@liftledger/database/benefits";
import { listCostLines } from "@liftledger/database/cost-lines";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { reviewCountedTwice } from "@liftledger/roi/double-counting";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What a request would add to an initiative. */
interface Additions {
  readonly categories?: readonly string[];
  readonly series?: readonly Series[];
}

/** Refuses what would put review hours both into a time KPI and onto a cost line of one initiative. */
export async function refuseReviewCountedTwice(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  { categories = [], series = [] }: Additions,
): Promise<void> {
  const benefits = await listBenefits(db, ctx.organisationId, { initiativeIds: [initiativeId] });
  const seriesIds = benefits.map((benefit) => benefit.seriesId);
  const claimed = [...(await listSeriesByIds(db, ctx.organisationId, seriesIds)), ...series];
  const kpis = [...(await kpisOfSeries(ctx, db, claimed)).values()];
  const lines = await listCostLines(db, ctx.organisationId, [initiativeId]);
  const charged = [...lines.map((line) => line.category), ...categories];
  const reason = reviewCountedTwice(kpis, charged);
  if (reason !== null) throw new ProblemError("conflict", reason);
}
