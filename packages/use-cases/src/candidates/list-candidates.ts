import { Candidate } from "@liftledger/contracts/candidate";
import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import {
  measurabilityOf,
  rankCandidates,
  type Candidate as Idea,
} from "@liftledger/roi/governance/rank-candidates";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { pageRows } from "../lists/page-rows.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { noEstimate, readCandidates, readinessFor } from "./candidate-facts.ts";
import { candidateValue, type CandidateValue } from "./candidate-value.ts";

/** The initiatives that are not begun, in the order in which they are worth beginning, each with its reasons. */
export async function listCandidates(
  ctx: Context,
  query: EndpointRequest<"listCandidates">["query"],
): Promise<EndpointOutput<"listCandidates">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const all = await allInitiatives(ctx, db);
    const rows = await rankedCandidates(
      ctx,
      db,
      all.filter(({ status }) => status === "candidate"),
    );
    return pageRows(lists.listCandidates.list, rows, query);
  });
}

async function rankedCandidates(
  ctx: Context,
  db: Reader,
  initiatives: readonly NamedInitiative[],
): Promise<Candidate[]> {
  const { currency } = await getOrganisation(ctx, db);
  const known = await readCandidates(ctx, db, initiatives);
  const values = new Map<string, CandidateValue>();
  const ideas: Idea[] = [];
  for (const { initiativeId, name, outcome } of initiatives) {
    const estimate = known.estimates.get(initiativeId) ?? noEstimate;
    const value = candidateValue(outcome, estimate, known.measured.get(initiativeId) ?? null, currency);
    values.set(initiativeId, value);
    // What is begun is begun as a pilot.
    const ready = await readinessFor(ctx, db, initiativeId, "pilots");
    ideas.push({
      candidateId: initiativeId,
      name,
      expectedValue: value.kind === "not-known" ? null : value.amount,
      currency,
      valueFrom: value.kind === "not-known" ? value.why : value.from,
      measurable: entryOf(known.measurable, initiativeId),
      readiness: ready.score,
      gapsOpen: ready.open,
      effortWeeks: estimate.effortWeeks,
    });
  }
  const views = new Map(
    (await initiativeViews(ctx, db, initiatives)).map((view) => [view.initiativeId, view]),
  );
  const byId = new Map(ideas.map((idea) => [idea.candidateId, idea]));
  return rankCandidates(ideas).map((one, index) => {
    const idea = entryOf(byId, one.candidateId);
    const { initiativeId, name, sentence, owner, team, phase, phaseEnteredOn, version } = entryOf(
      views,
      one.candidateId,
    );
    const value = entryOf(values, one.candidateId);
    return Candidate.parse({
      initiativeId,
      name,
      sentence,
      owner,
      team,
      phase,
      phaseEnteredOn,
      version,
      place: one.kind === "ranked" ? one.place : null,
      position: index + 1,
      isAmongTheFew: one.kind === "ranked" && one.isAmongTheFew,
      priority: one.kind === "ranked" ? one.priority : null,
      expectedValue: value.kind === "not-known" ? null : { amount: value.amount, currency, kind: value.kind },
      measurability: measurabilityOf(idea.measurable),
      readiness: idea.readiness,
      effortWeeks: idea.effortWeeks,
      missing: one.kind === "ranked" ? [] : one.missing,
      reasons: one.reasons,
    });
  });
}
