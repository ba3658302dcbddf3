import type { ControlCandidate } from "@liftledger/contracts/baseline-preview";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { getBaseline } from "@liftledger/database/baselines";
import { getBenefit, type Benefit } from "@liftledger/database/benefits";
import { getInitiative } from "@liftledger/database/initiatives";
import { getSeries, type Series } from "@liftledger/database/series";
import type { Snapshot } from "@liftledger/database/snapshots";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { periodOf } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { allSeries } from "../series/all-series.ts";
import { isSubtracted } from "./chosen-controls.ts";
import { judgeControls, type JudgedControl } from "./judge-controls.ts";
import { movesTogether } from "./moves-together.ts";
import { prePeriodOf } from "./pre-period.ts";
import { wantedRange } from "./wanted-range.ts";

type Query = EndpointRequest<"listControlCandidates">["query"];

/**
 * Every series but its own as the baseline of a benefit might be compared with it: those that fit first, what moved most
 * like it at their head; of the others why not.
 */
export async function listControlCandidates(
  ctx: Context,
  { benefitId, ...query }: { benefitId: string } & Query,
): Promise<EndpointOutput<"listControlCandidates">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const benefit = await getBenefit(db, ctx.organisationId, benefitId);
    const own = await getSeries(db, ctx.organisationId, benefit.seriesId);
    const { interventionStart: asked, from, to, leftOut, controlMethod } = query;
    const interventionStart = asked ?? (await startOf(ctx, db, benefit, own));
    const wanted = { interventionStart, from, to, leftOut: leftOut?.split(","), controlMethod };
    const range = wantedRange(ctx, wanted, own);
    const found = await prePeriodOf(ctx, db, own, range);
    const { snapshots: pre } = found;
    const others = (await allSeries(ctx, db)).filter(({ seriesId }) => seriesId !== own.seriesId);
    const question = { own, pre, subtracts: isSubtracted(own, found, range) };
    const judged = await judgeControls(ctx, db, question, others);
    return pageRows(lists.listControlCandidates.list, ranked(pre, judged), query);
  });
}

/** The start that is meant where none is named: of the baseline it stands on, or of its initiative. */
async function startOf(ctx: Context, db: Reader, benefit: Benefit, { periodType }: Series): Promise<string> {
  const { baselineId, initiativeId } = benefit;
  const baseline = baselineId === null ? undefined : await getBaseline(db, ctx.organisationId, baselineId);
  if (baseline !== undefined) return baseline.interventionStart;
  const { startedOn } = await getInitiative(db, ctx.organisationId, initiativeId);
  return periodOf(startedOn, periodType);
}

function ranked(pre: readonly Snapshot[], judged: readonly JudgedControl[]): ControlCandidate[] {
  const rows = judged.map(({ series: { seriesId, kpiKey }, name, before, fault }) => ({
    seriesId,
    kpiKey,
    name,
    fits: fault === null,
    reason: fault,
    movesTogether: fault === null ? movesTogether(pre, before) : null,
  }));
  const closeness = (row: (typeof rows)[number]) =>
    row.fits ? Math.abs(row.movesTogether ?? 0) : Number.NEGATIVE_INFINITY;
  return rows
    .toSorted((a, b) => {
      const nearer = closeness(b) - closeness(a);
      // Two that do not fit have no distance: infinity less infinity is no number.
      return Number.isNaN(nearer) || nearer === 0 ? a.name.localeCompare(b.name, "en") : nearer;
    })
    .map((row, place) => ({ ...row, rank: place + 1 }));
}
