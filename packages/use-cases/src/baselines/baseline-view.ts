import type { Baseline as WireBaseline } from "@liftledger/contracts/initiative";
import { periodsCorrectedSince, snapshotsOfBaseline, type Baseline } from "@liftledger/database/baselines";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { z } from "zod";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { preSnapshots } from "./pre-period.ts";

const Season = z.object({ harmonics: z.number(), periodLength: z.number() });

const Design = z.union([
  z.object({ kind: z.literal("flat") }),
  Season.extend({ kind: z.literal("fourier") }),
  z.object({
    kind: z.literal("composed"),
    trend: z.boolean(),
    season: Season.nullable(),
    controls: z.array(z.string()),
    difference: z.string().nullable(),
  }),
]);

/** The kept design as the baselines package takes it. */
export function designOf(baseline: Pick<Baseline, "design">): z.infer<typeof Design> {
  return Design.parse(baseline.design);
}

/** Baselines as they cross the wire, with the periods somebody corrected since they were frozen. */
export async function baselineViews(
  ctx: Context,
  db: Reader,
  baselines: readonly Baseline[],
): Promise<WireBaseline[]> {
  const nameOf = await personNames(ctx, db);
  const views: WireBaseline[] = [];
  for (const baseline of baselines) {
    const { createdAt: _createdAt, createdBy: _createdBy, ...shown } = baseline;
    views.push({
      ...shown,
      prePeriods: await countPrePeriods(ctx, db, baseline),
      design: designOf(baseline).kind,
      frozenBy: baseline.frozenBy === null ? null : nameOf(baseline.frozenBy),
      correctedSince: await periodsCorrectedSince(db, ctx.organisationId, baseline.baselineId),
    });
  }
  return views;
}

type Range = Pick<Baseline, "baselineId" | "seriesId" | "status" | "interventionStart" | "preFrom">;

/** Of a frozen baseline what it froze; of a draft what it would freeze now. */
async function countPrePeriods(ctx: Context, db: Reader, baseline: Range): Promise<number> {
  const { baselineId, seriesId, status, interventionStart, preFrom } = baseline;
  if (status !== "draft") return (await snapshotsOfBaseline(db, ctx.organisationId, baselineId)).length;
  if (preFrom === null) return 0;
  const series = await getSeries(db, ctx.organisationId, seriesId);
  return (await preSnapshots(ctx, db, series, { interventionStart, from: preFrom })).length;
}
