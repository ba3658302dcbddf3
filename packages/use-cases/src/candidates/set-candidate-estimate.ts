import type { CandidateEstimate, KeptEstimate, SetCandidateEstimate } from "@liftledger/contracts/candidate";
import type { ProblemDetail } from "@liftledger/contracts/errors";
import { insertCandidateEstimate, latestCandidateEstimates } from "@liftledger/database/candidate-estimates";
import { LostUpdateError } from "@liftledger/database/errors";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { jsonText } from "@liftledger/database/json";
import { findLatestKpi } from "@liftledger/database/kpis";
import { findSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { estimateView } from "./estimate-view.ts";

/** Estimates what one's own candidate takes and could bring, as the next version after the one that was read. */
export async function setCandidateEstimate(
  ctx: Context,
  { initiativeId, version, ...wanted }: { initiativeId: string } & SetCandidateEstimate,
): Promise<CandidateEstimate> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    const before = (await latestCandidateEstimates(tx, ctx.organisationId, [initiativeId])).get(initiativeId);
    const found = before?.version ?? 0;
    if (found !== version) throw new LostUpdateError("estimate", initiativeId, version, found);
    refuseIfAny([
      ...(await seriesFaults(ctx, tx, initiative, wanted)),
      ...(await worthFaults(ctx, tx, initiative, wanted)),
    ]);
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const after = { initiativeId, version: found + 1, estimate: jsonText(wanted), ...by };
    await insertCandidateEstimate(tx, ctx.organisationId, after);
    const noun = "candidate-estimate";
    audit({ action: "setCandidateEstimate", noun, id: initiativeId, before: before ?? null, after });
    return estimateView(initiativeId, after, await personNames(ctx, tx));
  });
}

async function seriesFaults(
  ctx: Context,
  db: Reader,
  { outcome }: NamedInitiative,
  { seriesId }: KeptEstimate,
): Promise<ProblemDetail[]> {
  if (seriesId === null) return [];
  const series = await findSeries(db, ctx.organisationId, seriesId);
  if (series !== undefined && series.kpiKey === outcome?.kpiKey) return [];
  const message = "a series of the KPI of its sentence: choose one of those, or leave it open";
  return [{ field: "seriesId", message, seen: seriesId }];
}

async function worthFaults(
  ctx: Context,
  db: Reader,
  { outcome }: NamedInitiative,
  { unitWorth }: KeptEstimate,
): Promise<ProblemDetail[]> {
  if (unitWorth === null || outcome === null) return [];
  const kept = await findLatestKpi(db, ctx.organisationId, outcome.kpiKey);
  if (kept === undefined) return [];
  const rule = unitValueRule(kpiOf(kept));
  const field = "unitWorth.amount";
  const seen = unitWorth.amount;
  if (rule.kind === "none" || rule.kind === "locked") {
    return [{ field, message: `nothing to say here: leave it out. ${rule.sentence}`, seen }];
  }
  if (Number(seen) < 0) return [{ field, message: "0 or more: what one unit is worth", seen }];
  if (rule.kind === "margin-rate" && Number(seen) > 1)
    return [{ field, message: `a rate from 0 to 1. ${rule.sentence}`, seen }];
  return [];
}
