import type { BenchmarkSet } from "@liftledger/contracts/benchmark-set";
import type { Baseline } from "@liftledger/contracts/initiative";
import { auditChain } from "@liftledger/database/audit-entries";
import { listCaseSignatures } from "@liftledger/database/case-signatures";
import { listCaseVersionHeads, type CaseVersionHead } from "@liftledger/database/case-versions";
import { listGateReviews as listStoredReviews } from "@liftledger/database/gate-reviews";
import { listGateSignatures } from "@liftledger/database/gate-signatures";
import { LostUpdateError } from "@liftledger/database/errors";
import { listBenefits } from "@liftledger/database/benefits";
import { z } from "zod";
import { verifyAudit } from "../audit/verify-audit.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { listBaselines } from "../baselines/list-baselines.ts";
import { unfreezeBaseline } from "../baselines/unfreeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenchmarkSet } from "../benchmarks/change-benchmark-set.ts";
import { createBenchmarkSet } from "../benchmarks/create-benchmark-set.ts";
import { getBenchmarkSet } from "../benchmarks/get-benchmark-set.ts";
import { retireBenchmarkSet } from "../benchmarks/retire-benchmark-set.ts";
import { addCaseVersion } from "../business-cases/add-case-version.ts";
import { approveCaseVersion } from "../business-cases/approve-case-version.ts";
import { getCase } from "../business-cases/get-case.ts";
import { getCaseVersion } from "../business-cases/get-case-version.ts";
import { returnCaseVersion } from "../business-cases/return-case-version.ts";
import { setCaseSettings } from "../business-cases/set-case-settings.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import { withdrawCaseVersion } from "../business-cases/withdraw-case-version.ts";
import type { Context } from "../context.ts";
import { getGateReview } from "../gates/get-gate-review.ts";
import { listGateReviews } from "../gates/list-gate-reviews.ts";
import { openGateReview } from "../gates/open-gate-review.ts";
import { signGateReview } from "../gates/sign-gate-review.ts";
import { withdrawGateReview } from "../gates/withdraw-gate-review.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { ProblemError } from "../problem.ts";
import { makeSubmittedCase } from "./example-case.ts";
import { makeInitiative, makeSeriesWithHistory } from "./example-initiative.ts";

/** What came of a race. All but the first two should be zero or true. */
export interface Race {
  /** Answers by what they were: "done", or the kind of refusal. */
  answers: Record<string, number>;
  finalStates: number;
  ownApprovals: number;
  /** Entries of the chain that do not begin where the one before of the same thing ended, or that nobody was told of. */
  brokenLinks: number;
  isChainWhole: boolean;
}

/** Freezing and unfreezing of one baseline by several people at once, each as often as given. */
export async function raceBaselines(people: readonly Context[], timesEach: number): Promise<Race> {
  const [first] = people;
  if (first === undefined) throw new Error("nobody races");
  const { initiativeId } = await makeInitiative(first);
  const seriesId = await makeSeriesWithHistory(first, 4);
  const { baselineId } = await draftBaseline(first, { seriesId, interventionStart: "2026-W15" });
  await addBenefit(first, { initiativeId, seriesId, baselineId, assumptions: {} });
  const answers = await race(people, timesEach, async (ctx) => {
    const standing = (await listBaselines(ctx, { seriesId })).rows.find(isStanding);
    if (standing === undefined) throw new Error("no baseline stands");
    if (standing.status === "draft") await freezeBaseline(ctx, standing);
    else await unfreezeBaseline(ctx, { ...standing, reason: "Looked at again" });
  });
  const rows: Baseline[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listBaselines(first, {
      seriesId,
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  const standing = rows.filter(isStanding);
  const [benefit] = await listBenefits(first.db.read, first.organisationId, {
    initiativeIds: [initiativeId],
  });
  const chain = await replay(first, "baseline", "status");
  const unlike = rows.filter((row) => chain.last.get(row.baselineId) !== row.status).length;
  // A draft and each of the changes told: two entries of an unfreezing, one of a freezing.
  const told = chain.entries - rows.length;
  return {
    answers,
    finalStates: standing.filter((row) => row.baselineId === benefit?.baselineId).length,
    ownApprovals: rows.filter(({ frozenBy, draftedBy }) => frozenBy === draftedBy).length,
    brokenLinks: chain.broken + unlike + Math.abs(told - (answers["done"] ?? 0)),
    isChainWhole: (await verifyAudit(first)).kind === "whole",
  };
}

const isStanding = ({ status }: Baseline) => status !== "superseded";

/** New versions of one set of benchmarks and its retirement by several people at once, each as often as given. */
export async function raceBenchmarks(people: readonly Context[], timesEach: number): Promise<Race> {
  const [first] = people;
  if (first === undefined) throw new Error("nobody races");
  const facts = {
    basis: "net",
    span: "cumulative",
    source: "board paper 7",
    caveat: "",
    bands: { pilots: { floor: "0.2", ceiling: null }, scale: null, transform: null },
    validFrom: "2026-04-01",
  } as const;
  const { setId } = await createBenchmarkSet(first, { name: "Board", ...facts, approvedBy: "The board" });
  const latest = async (ctx: Context): Promise<BenchmarkSet> => {
    const [row] = (await getBenchmarkSet(ctx, { setId })).rows;
    if (row === undefined) throw new Error("the set is gone");
    return row;
  };
  const answers = await race(people, timesEach, async (ctx, time) => {
    const approver = people[time % people.length]?.actor.name ?? "The board";
    if (time < timesEach - 1) {
      const { version } = await latest(ctx);
      await changeBenchmarkSet(ctx, { setId, version, ...facts, approvedBy: approver });
      return;
    }
    // Somebody's turn comes in the end, whoever writes versions meanwhile.
    for (let isOvertaken = true; isOvertaken;) {
      const { version } = await latest(ctx);
      isOvertaken = await retireBenchmarkSet(ctx, { setId, version, reason: "raced" }).then(
        () => false,
        (error: unknown) => {
          if (error instanceof LostUpdateError) return true;
          throw error;
        },
      );
    }
  });
  const { rows } = await getBenchmarkSet(first, { setId, limit: 500 });
  const chain = await replay(first, "benchmark-set", "version");
  const last = await latest(first);
  const retired = last.retired === null ? 0 : 1;
  return {
    answers,
    finalStates: rows.length === last.version ? retired : 0,
    ownApprovals: rows.filter(({ approvedBy, recordedBy }) => approvedBy === recordedBy).length,
    brokenLinks: chain.broken + Math.abs(chain.entries - 1 - (answers["done"] ?? 0)),
    isChainWhole: (await verifyAudit(first)).kind === "whole",
  };
}

/**
 * Approving, returning, withdrawing and writing anew of one business case that wants two signatures, by several people at
 * once, each as often as given: whoever comes does what can be done with it as it was read.
 */
export async function raceCases(people: readonly Context[], timesEach: number): Promise<Race> {
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new Error("nobody races");
  const rules = { discountRate: null, twoSignaturesFrom: "1", onePageBelow: null, source: "Board paper" };
  await setCaseSettings(first, { version: 0, ...rules, approvedBy: second.actor.name });
  const { caseId } = await makeSubmittedCase(first);
  const answers = await race(people, timesEach, async (ctx, time) => {
    const { latestNumber: number } = await getCase(ctx, { caseId });
    const seen = await getCaseVersion(ctx, { caseId, number });
    const at = { caseId, number, version: seen.version };
    if (seen.status === "draft" || seen.status === "returned") await submitCaseVersion(ctx, at);
    else if (seen.status !== "submitted") await addCaseVersion(ctx, { caseId, from: number });
    else if (time % 5 === 4) await withdrawCaseVersion(ctx, { ...at, reason: "raced" });
    else if (time % 7 === 6) await returnCaseVersion(ctx, { ...at, comment: "raced", lines: [] });
    else await approveCaseVersion(ctx, { ...at, comment: "" });
  });
  const heads = await listCaseVersionHeads(first.db.read, first.organisationId, { caseId });
  const signatures = await listCaseSignatures(first.db.read, first.organisationId, { caseId });
  const under = ({ number, round }: CaseVersionHead) =>
    signatures.filter((one) => one.number === number && one.round === round).map(({ signedBy }) => signedBy);
  const approved = heads.filter(({ digest }) => digest !== null);
  const chain = await replay(first, "case-version", "status");
  const unlike = heads.filter((head) => chain.last.get(`${caseId}-${head.number}`) !== head.status).length;
  // Beside its own, an approval tells of each version that it supersedes; the first two entries were before the race.
  const superseded = heads.filter(({ status }) => status === "superseded").length;
  return {
    answers,
    finalStates: heads.filter(({ status }) => status === "approved").length <= 1 ? 1 : 2,
    ownApprovals:
      heads.filter((head) => head.authors.some((author) => under(head).includes(author))).length +
      approved.filter((head) => new Set(under(head)).size !== 2).length,
    brokenLinks: chain.broken + unlike + Math.abs(chain.entries - 2 - superseded - (answers["done"] ?? 0)),
    isChainWhole: (await verifyAudit(first)).kind === "whole",
  };
}

/**
 * Signing, withdrawing and opening of reviews of one gate that wants two signatures, by several people at once,
 * each as often as given: whoever comes does what can be done with the review as it was read. What is decided is to stop
 * it; then it is taken up again, so that there is always another.
 */
export async function raceGates(people: readonly Context[], timesEach: number): Promise<Race> {
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new Error("nobody races");
  const rules = { discountRate: null, twoSignaturesFrom: "1", onePageBelow: null, source: "Board paper" };
  await setCaseSettings(first, { version: 0, ...rules, approvedBy: second.actor.name });
  const { initiativeId } = await makeInitiative(first);
  const stop = { decision: "stop", reason: "raced", overrides: [] } as const;
  const answers = await race(people, timesEach, async (ctx, time) => {
    const { rows } = await listGateReviews(ctx, { initiativeId, sort: "-openedAt", limit: 500 });
    const waiting = rows.find(({ status }) => status === "open" || status === "signed");
    if (waiting === undefined) {
      // What was stopped is taken up again, and asked about once more.
      const { version, status } = await getInitiative(ctx, { initiativeId });
      if (status === "retired") await changeInitiative(ctx, { initiativeId, version, status: "active" });
      else await openGateReview(ctx, { initiativeId, ...stop, overrides: [] });
      return;
    }
    const { reviewId } = waiting;
    const { version, seen } = await getGateReview(ctx, { reviewId });
    if (time % 6 === 5) await withdrawGateReview(ctx, { reviewId, version, reason: "raced" });
    else await signGateReview(ctx, { reviewId, version, seen: seen ?? "0".repeat(64), comment: "" });
  });
  const reviews = await listStoredReviews(first.db.read, first.organisationId, { initiativeId });
  const signatures = await listGateSignatures(first.db.read, first.organisationId);
  const under = (id: string) => signatures.filter((one) => one.reviewId === id);
  const decided = reviews.filter(({ status }) => status === "decided");
  const chain = await replay(first, "gate-review", "status");
  const unlike = reviews.filter(({ reviewId, status }) => chain.last.get(reviewId) !== status).length;
  const initiative = await replay(first, "initiative", "status");
  const { status } = await getInitiative(first, { initiativeId });
  return {
    answers,
    // At most one waits, and the initiative is where the last decision or its revival left it.
    finalStates:
      reviews.filter((one) => one.status === "open" || one.status === "signed").length <= 1 &&
      initiative.last.get(initiativeId) === status
        ? 1
        : 2,
    ownApprovals:
      reviews.filter(({ reviewId, authors }) => under(reviewId).some((one) => authors.includes(one.signedBy)))
        .length +
      decided.filter(({ reviewId, digest }) => {
        const own = under(reviewId);
        return new Set(own.map((one) => one.signedBy)).size !== 2 || own.some((one) => one.digest !== digest);
      }).length,
    brokenLinks: chain.broken + unlike + initiative.broken,
    isChainWhole: (await verifyAudit(first)).kind === "whole",
  };
}

/** Everybody does it in four lanes at once. */
async function race(
  people: readonly Context[],
  timesEach: number,
  act: (ctx: Context, time: number) => Promise<void>,
): Promise<Race["answers"]> {
  const answers: Race["answers"] = {};
  const lane = async (ctx: Context, begin: number) => {
    for (let time = begin; time < timesEach; time += lanes) {
      const answer = await act(ctx, time).then(() => "done", refusalOf);
      answers[answer] = (answers[answer] ?? 0) + 1;
    }
  };
  await Promise.all(people.flatMap((ctx) => Array.from({ length: lanes }, (_, begin) => lane(ctx, begin))));
  return answers;
}

const lanes = 4;

function refusalOf(error: unknown): string {
  if (error instanceof ProblemError) return error.kind;
  if (error instanceof LostUpdateError) return "conflict";
  throw error;
}

const State = z.record(z.string(), z.unknown());

/** Plays the chain of one kind of thing from its first entry. */
async function replay(ctx: Context, noun: string, field: string) {
  const last = new Map<string, unknown>();
  let [broken, entries] = [0, 0];
  for await (const entry of auditChain(ctx.db.read, ctx.organisationId)) {
    if (entry.noun !== noun) continue;
    const stateOf = (side: string | null) =>
      side === null ? undefined : State.parse(JSON.parse(side))[field];
    if (stateOf(entry.before) !== last.get(entry.objectId)) broken += 1;
    last.set(entry.objectId, stateOf(entry.after));
    entries += 1;
  }
  return { last, broken, entries };
}
