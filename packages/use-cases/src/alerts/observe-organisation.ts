import { setImmediate as nextTurn } from "node:timers/promises";
import { listBusinessCases } from "@liftledger/database/business-cases";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { listRetirements } from "@liftledger/database/retirements";
import { roadmapTasksOf } from "@liftledger/database/roadmap-tasks";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { totalShare } from "@liftledger/roi/claim-shares";
import { waitingCases } from "../approvals/waiting-cases.ts";
import { claimStretches } from "../claims/claim-stretches.ts";
import { claimsBook } from "../claims/claims-book.ts";
import { excessClaims } from "../claims/excess-claims.ts";
import type { Context } from "../context.ts";
import { evaluateOrganisation, type EvaluatedInitiative } from "../evaluation/evaluate-organisation.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { dayOf } from "../organisations/day-of.ts";
import { allSeries } from "../series/all-series.ts";
import { budgetOf } from "./budget-of.ts";
import { observeInitiative } from "./observe-initiative.ts";
import { observed, type Observed } from "./observed.ts";

/**
 * What every rule sees of an organisation on its present day, each rule and thing once. Initiatives are evaluated one by
 * one: requests are answered in between.
 */
export async function observeOrganisation(ctx: Context, signal: AbortSignal): Promise<Observed[]> {
  const found: Observed[] = [];
  const initiatives = (await allInitiatives(ctx, ctx.db.read)).filter(isUnderWay);
  // Of an idea that is not begun no cost is due, and no gate.
  for (const { initiativeId } of initiatives.filter(({ status }) => status !== "candidate")) {
    signal.throwIfAborted();
    found.push(...(await observeOne(ctx, initiativeId)));
    await nextTurn();
  }
  await inSnapshot(ctx.db, async (db) => {
    found.push(
      ...(await observeClaims(ctx, db)),
      ...(await observeCases(ctx, db)),
      ...(await observeRoadmaps(ctx, db, initiatives)),
    );
  });
  return onceEach(found);
}

async function observeOne(ctx: Context, initiativeId: string): Promise<Observed[]> {
  const found: Observed[] = [];
  let one: EvaluatedInitiative | undefined;
  await inSnapshot(ctx.db, async (db) => {
    const evaluated = await evaluateOrganisation(ctx, db, {}, [initiativeId]);
    [one] = evaluated.initiatives;
    if (one !== undefined) found.push(...(await observeInitiative(ctx, db, evaluated, one)));
  });
  if (one === undefined) return [];
  const facts = { initiative: one.row.name, ...(await budgetOf(ctx, one)) };
  const about = { today: ctx.today, initiativeIds: [initiativeId] };
  return [...found, observed("budget-overrun", initiativeId, facts, about)];
}

/** For each series how much of its lift is claimed at most: more than all of it where it, or a pool it draws on, is. */
async function observeClaims(ctx: Context, db: Reader): Promise<Observed[]> {
  const ids = (await allSeries(ctx, db, { isRetired: false })).map(({ seriesId }) => seriesId);
  const book = await claimsBook(ctx, db, ids);
  const excess = excessClaims(book);
  return [...Map.groupBy(book.claims, ({ seriesId }) => seriesId)].flatMap(([seriesId, claims]) => {
    const [first] = claims;
    if (first === undefined) return [];
    const over = excess.find(({ held }) => held.some((claim) => claim.seriesId === seriesId));
    const [stretch] = claimStretches(claims, first.periodType).toReversed();
    const held = over?.held ?? stretch?.claims ?? [];
    const facts = {
      series: first.series,
      period: over?.stretch.label ?? stretch?.label ?? "",
      claimed: Number(totalShare(held)),
    };
    const initiativeIds = [...new Set(held.map(({ initiativeId }) => initiativeId))];
    return [observed("claim-conflict", seriesId, facts, { today: ctx.today, initiativeIds })];
  });
}

async function observeCases(ctx: Context, db: Reader): Promise<Observed[]> {
  const waiting = new Map((await waitingCases(ctx, db)).map((one) => [one.objectId, one.askedAt]));
  const retired = await listRetirements(db, ctx.organisationId, "business-case");
  return (await listBusinessCases(db, ctx.organisationId)).flatMap(({ caseId, name, initiativeId }) => {
    if (retired.has(caseId)) return [];
    const askedAt = waiting.get(caseId);
    const waitingSince = askedAt === undefined ? null : dayOf(ctx, askedAt);
    const about = { today: ctx.today, initiativeIds: [initiativeId] };
    return [observed("case-waiting", caseId, { businessCase: name, waitingSince }, about)];
  });
}

/** Each task of the roadmaps of what is under way; one that was removed is not there any more. */
async function observeRoadmaps(
  ctx: Context,
  db: Reader,
  initiatives: readonly NamedInitiative[],
): Promise<Observed[]> {
  const names = new Map(initiatives.map(({ initiativeId, name }) => [initiativeId, name]));
  const tasks = await roadmapTasksOf(db, ctx.organisationId, [...names.keys()]);
  return tasks.map(({ taskId, initiativeId, title, dueOn, doneOn, ownerId }) => {
    const facts = { initiative: names.get(initiativeId) ?? "", task: title, dueOn, doneOn };
    const ownerIds = ownerId === null ? [] : [ownerId];
    return observed("roadmap-late", taskId, facts, {
      today: ctx.today,
      initiativeIds: [initiativeId],
      ownerIds,
    });
  });
}

/** Two initiatives may claim one series: it is one thing, seen as whoever sees it worst, and told to both. */
function onceEach(all: readonly Observed[]): Observed[] {
  const groups = Map.groupBy(all, ({ observation }) => `${observation.rule} ${observation.subject}`);
  return [...groups.values()].flatMap((group) => {
    const worst = group.find(({ observation }) => observation.state === "on") ?? group[0];
    if (worst === undefined) return [];
    const initiativeIds = [...new Set(group.flatMap((one) => one.initiativeIds))];
    return [{ ...worst, initiativeIds }];
  });
}
