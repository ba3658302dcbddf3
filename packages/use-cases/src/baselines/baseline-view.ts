import type { Baseline as WireBaseline } from "@liftledger/contracts/initiative";
import { controlsCorrectedSince } from "@liftledger/database/baseline-controls";
import { type Baseline } from "@liftledger/database/baselines";
import { periodsCorrectedSince, snapshotsOfBaseline } from "@liftledger/database/baseline-snapshots";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { z } from "zod";
import { approvers, type Approvers } from "../approvals/approvers.ts";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { useOf } from "./chosen-controls.ts";
import { closedMonthsOf } from "./closed-months-of.ts";
import { prePeriodOf, rangeOf } from "./pre-period.ts";

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

/**
 * Baselines as they cross the wire, with the periods somebody corrected since they were frozen, who may freeze a draft,
 * and the closed months that they move. As they were known at `asOf` where given.
 */
export async function baselineViews(
  ctx: Context,
  db: Reader,
  baselines: readonly Baseline[],
  asOf?: string,
): Promise<WireBaseline[]> {
  if (baselines.length === 0) return [];
  const known: Known = { nameOf: await personNames(ctx, db), approvers: await approvers(ctx, db), asOf };
  const views: WireBaseline[] = [];
  for (const baseline of baselines) views.push(await viewOf(ctx, db, asKnown(baseline, asOf), known));
  return views;
}

interface Known {
  nameOf: PersonNames;
  approvers: Approvers;
  asOf: string | undefined;
}

async function viewOf(ctx: Context, db: Reader, baseline: Baseline, known: Known): Promise<WireBaseline> {
  const { createdAt, createdBy, supersededAt, supersededBy, unfreezeReason, ...shown } = baseline;
  const { baselineId, status, frozenBy } = baseline;
  const { nameOf, asOf } = known;
  const design = designOf(baseline);
  const corrected = await controlsCorrectedSince(db, ctx.organisationId, baselineId, asOf);
  const isDraft = status === "draft";
  return {
    ...shown,
    prePeriods: await countPrePeriods(ctx, db, baseline),
    design: design.kind,
    controls: baseline.controls.map(({ seriesId, name }) => {
      return { seriesId, name, use: useOf(design, name), correctedSince: corrected.get(seriesId) ?? [] };
    }),
    draftedAt: createdAt,
    draftedBy: nameOf(createdBy),
    approvers: isDraft ? await known.approvers.but(createdBy) : [],
    frozenBy: frozenBy === null ? null : nameOf(frozenBy),
    superseded:
      supersededAt === null || supersededBy === null
        ? null
        : { at: supersededAt, by: nameOf(supersededBy), unfreezeReason },
    closedMonths: await closedMonthsOf(ctx, db, baseline, asOf),
    correctedSince: await periodsCorrectedSince(db, ctx.organisationId, baselineId, asOf),
  };
}

/** The baseline as it was at an instant: what became of it later had not happened. */
function asKnown(baseline: Baseline, asOf: string | undefined): Baseline {
  if (asOf === undefined) return baseline;
  const { frozenAt, supersededAt } = baseline;
  const standing = { supersededAt: null, supersededBy: null, unfreezeReason: null };
  if (frozenAt !== null && frozenAt > asOf) {
    const draft = { status: "draft", digest: null, frozenAt: null, frozenBy: null, version: 1 } as const;
    return { ...baseline, ...standing, ...draft };
  }
  if (supersededAt === null || supersededAt <= asOf) return baseline;
  return { ...baseline, ...standing, status: "frozen", version: baseline.version - 1 };
}

/** Of a frozen baseline what it froze; of a draft what it would freeze now. */
async function countPrePeriods(ctx: Context, db: Reader, baseline: Baseline): Promise<number> {
  const { baselineId, seriesId, status, preFrom } = baseline;
  if (status !== "draft") return (await snapshotsOfBaseline(db, ctx.organisationId, baselineId)).length;
  if (preFrom === null) return 0;
  const series = await getSeries(db, ctx.organisationId, seriesId);
  return (await prePeriodOf(ctx, db, series, rangeOf(baseline))).snapshots.length;
}
