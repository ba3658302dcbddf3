import { examples } from "@liftledger/contracts/examples";
import type { GateReview, NewGateReview } from "@liftledger/contracts/gate";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { auditChain } from "@liftledger/database/audit-entries";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import { setCaseSettings } from "../business-cases/set-case-settings.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { setProductionFacts } from "../production/set-production-facts.ts";
import { getProductionFacts } from "../production/get-production-facts.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { makeInitiativeAtGate } from "../testing/example-gate.ts";
import { join } from "../testing/join.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { changeGateReview } from "./change-gate-review.ts";
import { getGate } from "./get-gate.ts";
import { getGateCounts } from "./get-gate-counts.ts";
import { getGateReview } from "./get-gate-review.ts";
import { listGateReviews } from "./list-gate-reviews.ts";
import { openGateReview } from "./open-gate-review.ts";
import { signGateReview } from "./sign-gate-review.ts";
import { withdrawGateReview } from "./withdraw-gate-review.ts";

const asked: NewGateReview = { decision: "advance", reason: "It pays", overrides: [] };

/** Everything that stands in the way, let pass. */
const letPass = (review: Pick<GateReview, "refusals">) =>
  review.refusals.flatMap(({ criterion }) =>
    criterion === null ? [] : [{ criterion, reason: `Of no weight here: ${criterion}` }],
  );

const sign = (ctx: Context, { reviewId, version, seen }: GateReview) =>
  signGateReview(ctx, { reviewId, version, seen: seen ?? "", comment: "Read" });

/** Records the production facts of the example once more, otherwise. */
async function recordAgain(ctx: Context, initiativeId: string, differences: Partial<SetProductionFacts>) {
  const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
  const { version } = await getProductionFacts(ctx, { initiativeId });
  await setProductionFacts(ctx, { initiativeId, ...facts, ...differences, version });
}

describeOnEveryDatabase("a gate", (open) => {
  const atGate = async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "contributor");
    const grace = await join(ledger, "Grace", "finance");
    const finn = await join(ledger, "Finn", "finance");
    const made = await makeInitiativeAtGate({ ...ledger, actor: { ...ada.actor, role: "finance" } }, grace);
    const later = (ctx: Context) => at(ctx, secondAfter(ledger));
    return { ...made, ada: later(ada), grace: later(grace), finn: later(finn), admin: later(ledger) };
  };

  it("answers every criterion from the ledger, with what was seen", async () => {
    const { ada, initiativeId } = await atGate();
    const { pack, decisions, review } = await getGate(ada, { initiativeId });
    expect(decisions).toEqual(["advance", "hold", "stop", "graduate", "retire"]);
    expect(review).toBeNull();
    const answers = Object.fromEntries(pack.criteria.map(({ criterion, result }) => [criterion, result]));
    expect(answers).toEqual({
      owner: "met",
      "approved-case": "met",
      readiness: "met",
      "frozen-baseline": "met",
      verdict: "met",
      "evidence-grade": "met",
      guardrails: "met",
      // In Pilots since 6 April: two months and a half of three.
      months: "unmet",
      coverage: "met",
      "forward-value": expect.stringMatching(/^(met|unmet)$/),
      // Forty weeks were logged on one day: late, all of them.
      "data-quality": "unmet",
      "hand-over-owner": "met",
      "security-review-ended": "met",
      residency: "met",
      "production-data": "met",
      integration: "met",
      "data-access-rule": "met",
      "output-review-rule": "met",
      "error-handling-rule": "met",
      "process-documented": "met",
      training: "met",
      "kill-rules": "met",
    });
    const reasonOf = (key: string) => pack.criteria.find(({ criterion }) => criterion === key)?.reason;
    // Names stand in it for who reads it.
    expect(reasonOf("hand-over-owner")).toBe("Tom Reed does.");
    expect(reasonOf("data-access-rule")).toBe("Handbook, chapter 4; Tom Reed answers for it.");
    expect(reasonOf("approved-case")).toBe("Version 1 of “Scored leads” was approved on 2026-06-24.");
    expect(reasonOf("forward-value")).toContain("By version 1 of “Scored leads”:");
    expect(pack.figures.map(({ figureId }) => figureId)).toContain(`initiative/${initiativeId}/net-roi`);
  });

  it("explains what going on is worth and how far the return lies over the floor, by id and as it was known", async () => {
    const { ada, initiativeId } = await atGate();
    const { pack } = await getGate(ada, { initiativeId });
    const ofPack = (key: string) => pack.figures.find(({ figureId }) => figureId.endsWith(`/${key}`));
    const forward = ofPack("forward-value");
    expect(forward).toMatchObject({
      value: pack.ahead?.forwardNetPresentValue.amount,
      unit: "EUR",
      until: pack.until,
    });
    const address = { until: pack.until, asOf: pack.asOf };
    const explain = (ctx: Context, figure: typeof forward) =>
      explainFigure(ctx, { figureId: figure?.figureId ?? "", ...address });
    const explained = await explain(ada, forward);
    expect(explained.figure.value).toBe(forward?.value);
    expect(evaluateExplanation(explained.tree)).toBe(forward?.value);
    const whole = JSON.stringify(explained.tree);
    // What counts from when, the lines with their sources, the rate, and the 800 that are spent either way.
    expect(whole).toContain("Discount factors to 2026-06-24");
    expect(whole).toContain("More orders");
    expect(explained.tree.inputs[0]?.inputs.map(({ label, value }) => [label, value])).toEqual([
      ["What is to come", expect.any(String)],
      ["Value turned into money, left out", "0"],
      ["Cost to date, left out", "0"],
    ]);
    expect(explained.tree.inputs[0]?.inputs[2]?.inputs[0]?.value).toBe("800");
    expect(explained.sentence).toContain("By version 1 of “Scored leads”: ");
    const floor = await explain(ada, ofPack("over-floor"));
    expect(floor.figure.value).toBe(ofPack("over-floor")?.value);
    // A year later, with more spent meanwhile, the address shows the same.
    const year = at(ada, "2027-06-24T12:00:00.000Z");
    const line = {
      category: "training",
      month: "2026-05",
      amount: "5000",
      currency: "EUR",
      kind: "actual",
    } as const;
    await addCostLines(year, { initiativeId, costLines: [{ ...line, source: "ledger" }] });
    expect((await explain(year, forward)).tree).toEqual(explained.tree);
    expect((await explain(year, ofPack("over-floor"))).tree).toEqual(floor.tree);
  });

  it("refuses 422 with every criterion that is not met, until each is let pass by name", async () => {
    const { ada, grace, initiativeId } = await atGate();
    const opened = await openGateReview(ada, { initiativeId, ...asked });
    expect(opened).toMatchObject({ status: "open", into: "scale", leaving: "pilots", signing: "own" });
    const inTheWay = opened.refusals.map(({ criterion }) => criterion);
    expect(inTheWay).toContain("months");
    await expect(sign(grace, opened)).rejects.toMatchObject({
      kind: "invalid-request",
      details: inTheWay.map((criterion) => expect.objectContaining({ field: `criteria.${criterion}` })),
    });
    const { reviewId, version } = opened;
    const changed = await changeGateReview(ada, {
      reviewId,
      version,
      ...asked,
      overrides: letPass(opened),
    });
    expect(changed.refusals).toEqual([]);
    expect(changed.overrides.map(({ by }) => by)).toEqual(inTheWay.map(() => "Ada"));
    const months = "Has the phase lasted as long as it takes at least?";
    expect(changed.overrides).toContainEqual(
      expect.objectContaining({ criterion: "months", question: months }),
    );
    await expect(sign(grace, opened)).rejects.toThrow(LostUpdateError);
    const decided = await sign(grace, changed);
    expect(decided).toMatchObject({
      status: "decided",
      endedBy: "Grace",
      signatures: [{ signedBy: "Grace", comment: "Read" }],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await getInitiative(ada, { initiativeId })).toMatchObject({
      phase: "scale",
      phaseEnteredOn: "2026-06-24",
      status: "active",
    });
    expect(await getGateCounts(ada, { initiativeId })).toMatchObject({
      decided: { advance: 1, hold: 0 },
      overrides: inTheWay.length,
      overridesByCriterion: expect.arrayContaining([{ criterion: "months", question: months, count: 1 }]),
      withoutGate: 0,
    });
    await expect(sign(grace, decided)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("was decided by Grace on 2026-06-24"),
    });
  });

  it("is not asked to advance on the day its phase was entered, and says from when on it may be", async () => {
    const { ada, initiativeId } = await atGate();
    const { version } = await getInitiative(ada, { initiativeId });
    const phase = { phase: "scale", enteredOn: ada.today, withoutGate: "As it was" } as const;
    await changeInitiative(ada, { initiativeId, version, phase });
    const now = at(ada, secondAfter(ada));
    const gate = await getGate(now, { initiativeId });
    expect(gate).toMatchObject({
      decisions: ["hold", "stop", "graduate", "retire"],
      advanceFrom: "2026-06-25",
    });
    const tooSoon = {
      kind: "invalid-request",
      message:
        "It enters Scale on 2026-06-24 and has not been there for a day: ask for the next phase from 2026-06-25 on.",
      details: [{ field: "decision", seen: "advance" }],
    };
    await expect(openGateReview(now, { initiativeId, ...asked })).rejects.toMatchObject(tooSoon);
    const hold = await openGateReview(now, { initiativeId, ...asked, decision: "hold" });
    const { reviewId } = hold;
    const advance = { reviewId, version: hold.version, ...asked };
    await expect(changeGateReview(now, advance)).rejects.toMatchObject(tooSoon);
    const dayAfter = at(ada, "2026-06-25T09:00:00.000Z");
    expect(await getGate(dayAfter, { initiativeId })).toMatchObject({
      decisions: ["advance", "hold", "stop", "graduate", "retire"],
      advanceFrom: null,
    });
    expect((await changeGateReview(dayAfter, advance)).decision).toBe("advance");
  });

  it("keeps what was signed, whatever is recorded afterwards, by name as long as there is one", async () => {
    const { ada, grace, initiativeId } = await atGate();
    const hold = { ...asked, decision: "hold" } as const;
    const decided = await sign(grace, await openGateReview(ada, { initiativeId, ...hold }));
    const now = at(ada, secondAfter(ada));
    await recordAgain(now, initiativeId, { handOverOwner: null, residency: null });
    const later = at(now, secondAfter(now));
    const read = await getGateReview(later, { reviewId: decided.reviewId });
    expect(read.pack).toEqual(decided.pack);
    expect(read.digest).toBe(decided.digest);
    const live = (await getGate(later, { initiativeId })).pack.criteria;
    expect(live.find(({ criterion }) => criterion === "residency")?.result).toBe("unmet");
    expect((await getInitiative(later, { initiativeId })).status).toBe("on-hold");
    await expect(getGateReview(later, { reviewId: "none" })).rejects.toThrow(NotFoundError);
    // The chain tells of both, in one transaction, and holds no name.
    const told: string[] = [];
    for await (const entry of auditChain(later.db.read, later.organisationId)) {
      if (entry.action !== "signGateReview") continue;
      told.push(entry.noun);
      expect(entry.after).not.toContain("Tom Reed");
    }
    expect(told).toEqual(["initiative", "gate-review"]);
  });

  it("is refused where it stands on something else than was read", async () => {
    const { ada, grace, initiativeId } = await atGate();
    const opened = await openGateReview(ada, { initiativeId, ...asked, decision: "hold" });
    const now = at(grace, secondAfter(grace));
    await recordAgain(now, initiativeId, { residency: "Kept elsewhere" });
    const later = at(now, secondAfter(now));
    await expect(sign(later, opened)).rejects.toMatchObject({
      kind: "conflict",
      details: [{ field: "seen" }],
    });
    const read = await getGateReview(later, opened);
    // What changes elsewhere asks nobody to read again.
    await makeInitiative(later, "Another");
    const last = at(later, secondAfter(later));
    expect((await getGateReview(last, opened)).seen).toBe(read.seen);
    expect(await sign(last, read)).toMatchObject({ status: "decided" });
  });

  it("cannot be signed where something is let pass that is met by now, and says which", async () => {
    const { ada, grace, initiativeId } = await atGate();
    await recordAgain(ada, initiativeId, { residency: null });
    const now = at(ada, secondAfter(ada));
    const opened = await openGateReview(now, { initiativeId, ...asked });
    const { reviewId, version } = opened;
    await changeGateReview(now, { reviewId, version, ...asked, overrides: letPass(opened) });
    await recordAgain(now, initiativeId, { residency: "Kept in the EU" });
    const later = at(grace, secondAfter(now));
    const read = await getGateReview(later, { reviewId });
    const reason =
      "“Is it answered where the data are kept and processed?” is let pass, and does not stand in the way any more: ask without letting it pass.";
    expect(read.refusals).toEqual([{ kind: "override", criterion: "residency", reason }]);
    await expect(sign(later, read)).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "overrides.residency", message: reason }],
    });
  });

  it("wants two signatures from the organisation's cost ahead on, of two who asked for none of it", async () => {
    const { ada, grace, finn, initiativeId } = await atGate();
    const rules = { discountRate: null, twoSignaturesFrom: "1", onePageBelow: null, source: "Board paper" };
    await setCaseSettings(finn, { ...rules, version: 0, approvedBy: "Grace" });
    const opened = await openGateReview(ada, { initiativeId, ...asked, decision: "stop" });
    expect(opened).toMatchObject({ signaturesNeeded: 2, approvers: ["Finn", "Grace"] });
    const once = await sign(grace, opened);
    expect(once).toMatchObject({
      status: "signed",
      signatures: [{ signedBy: "Grace" }],
      approvers: ["Finn"],
    });
    expect(once.digest).toMatch(/^[0-9a-f]{64}$/);
    await expect(sign(grace, once)).rejects.toMatchObject({ kind: "own-approval" });
    const change = { reviewId: once.reviewId, version: once.version, ...asked };
    await expect(changeGateReview(ada, change)).rejects.toMatchObject({ kind: "conflict" });
    const twice = await sign(finn, once);
    expect(twice).toMatchObject({ status: "decided", digest: once.digest, pack: once.pack });
    expect((await getInitiative(ada, { initiativeId })).status).toBe("retired");
    await expect(openGateReview(ada, { initiativeId, ...asked })).rejects.toMatchObject({ kind: "conflict" });
  });

  it("wants one signature to hold; never of who asked or wrote some of it", async () => {
    const { ada, grace, finn, initiativeId } = await atGate();
    const rules = { discountRate: null, twoSignaturesFrom: "1", onePageBelow: null, source: "Board paper" };
    await setCaseSettings(finn, { ...rules, version: 0, approvedBy: "Grace" });
    const opened = await openGateReview(ada, { initiativeId, ...asked });
    const { reviewId, version } = opened;
    const changed = await changeGateReview(finn, { reviewId, version, ...asked, decision: "hold" });
    expect(changed).toMatchObject({ signaturesNeeded: 1, authors: ["Ada", "Finn"], approvers: ["Grace"] });
    await expect(sign(finn, changed)).rejects.toMatchObject({
      kind: "own-approval",
      message:
        "Who asks for a decision at a gate does not sign it: Finn asked for it or wrote some of it. Grace may.",
    });
    await expect(sign(ada, changed)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await sign(grace, changed)).toMatchObject({ status: "decided" });
  });

  it("has one review that waits; withdrawn with a reason it decides nothing", async () => {
    const { ada, grace, initiativeId } = await atGate();
    const opened = await openGateReview(ada, { initiativeId, ...asked });
    await expect(openGateReview(grace, { initiativeId, ...asked })).rejects.toMatchObject({
      kind: "conflict",
      message: "A review of this gate is open since 2026-06-24, by Ada: decide or withdraw it first.",
    });
    const { reviewId, version } = opened;
    const withdrawn = await withdrawGateReview(ada, { reviewId, version, reason: "Too early" });
    expect(withdrawn).toMatchObject({ status: "withdrawn", endReason: "Too early", pack: null });
    await expect(sign(grace, opened)).rejects.toMatchObject({ kind: "conflict" });
    await openGateReview(ada, { initiativeId, ...asked });
    const { rows } = await listGateReviews(ada, { initiativeId, limit: 5, sort: "openedAt" });
    expect(rows.map(({ status }) => status)).toEqual(["withdrawn", "open"]);
  });

  it("is overtaken by a phase that was entered without it, which is kept and counted", async () => {
    const { ada, grace, initiativeId } = await atGate();
    const opened = await openGateReview(ada, { initiativeId, ...asked, decision: "hold" });
    const { version } = await getInitiative(ada, { initiativeId });
    const phase = { phase: "scale", enteredOn: "2026-06-20", withoutGate: "The board said so" } as const;
    await changeInitiative(ada, { initiativeId, version, phase });
    await expect(sign(grace, opened)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("is in Scale meanwhile, and this is the gate out of Pilots"),
    });
    expect(await getGateCounts(ada)).toMatchObject({ withoutGate: 1, overrides: 0 });
    const [first] = (await listGateReviews(ada, { limit: 5, status: "passed-by" })).rows;
    expect(first).toMatchObject({ reason: "The board said so", leaving: "pilots", into: "scale" });
  });

  it("of Transform leads nowhere: it may graduate, not advance", async () => {
    const { ada, initiativeId } = await atGate();
    const { version } = await getInitiative(ada, { initiativeId });
    const phase = { phase: "transform", enteredOn: "2026-06-20", withoutGate: "As it was" } as const;
    await changeInitiative(ada, { initiativeId, version, phase });
    const { pack, decisions } = await getGate(ada, { initiativeId });
    expect(pack).toMatchObject({ into: "transform", leaving: "transform" });
    expect(decisions).toEqual(["hold", "stop", "graduate", "retire"]);
    await expect(openGateReview(ada, { initiativeId, ...asked })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "decision", seen: "advance" }],
    });
  });
});
