import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { setCaseSettings } from "../business-cases/set-case-settings.ts";
import type { Context } from "../context.ts";
import { digestFacts } from "../digests/digest-facts.ts";
import { changeGateReview } from "../gates/change-gate-review.ts";
import { getGateReview } from "../gates/get-gate-review.ts";
import { openGateReview } from "../gates/open-gate-review.ts";
import { signGateReview } from "../gates/sign-gate-review.ts";
import { withdrawGateReview } from "../gates/withdraw-gate-review.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { approveGuardrails } from "../production/approve-guardrails.ts";
import { setProductionFacts } from "../production/set-production-facts.ts";
import { makeInitiativeAtGate } from "../testing/example-gate.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { setWorkflow } from "../workflow/set-workflow.ts";
import { listApprovals } from "./list-approvals.ts";

const asked = { decision: "stop", reason: "Nobody uses it", overrides: [] } as const;

const waiting = async (ctx: Context, kind: "gate-review" | "guardrails") =>
  (await listApprovals(ctx, { limit: 100, kind })).rows;

async function sign(ctx: Context, reviewId: string) {
  const { version, seen } = await getGateReview(ctx, { reviewId });
  return signGateReview(ctx, { reviewId, version, seen: seen ?? "", comment: "" });
}

describeOnEveryDatabase("a review of a gate that waits for a signature", (open) => {
  const atGate = async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    const grace = await join(ledger, "Grace", "finance");
    const finn = await join(ledger, "Finn", "finance");
    const vic = await join(ledger, "Vic", "viewer");
    const { initiativeId } = await makeInitiativeAtGate(ada, grace);
    const later = (ctx: Context) => at(ctx, secondAfter(ledger));
    return { initiativeId, ada: later(ada), grace: later(grace), finn: later(finn), vic: later(vic) };
  };

  it("is told with what is asked for, until it is decided, and by every signature to those who are left", async () => {
    const { initiativeId, ada, grace, finn, vic } = await atGate();
    const rules = { discountRate: null, twoSignaturesFrom: "1", onePageBelow: null, source: "Board paper" };
    await setCaseSettings(finn, { ...rules, version: 0, approvedBy: "Grace" });
    const { reviewId, openedAt } = await openGateReview(ada, { initiativeId, ...asked, overrides: [] });
    const gateReview = {
      into: "scale",
      leaving: "pilots",
      decision: "stop",
      reason: "Nobody uses it",
      overrides: 0,
      signed: [],
      signatures: 2,
    };
    expect(await waiting(grace, "gate-review")).toEqual([
      {
        kind: "gate-review",
        objectId: reviewId,
        version: 1,
        what: "Gate of Lead scoring into Scale: stop",
        seriesId: null,
        kpiKey: null,
        initiativeId,
        initiative: "Lead scoring",
        askedBy: "Ada",
        askedAt: openedAt,
        decision: "yours",
        approvers: ["Finn", "Grace"],
        baseline: null,
        assumptions: null,
        businessCase: null,
        gateReview,
        guardrails: null,
      },
    ]);
    expect(await waiting(ada, "gate-review")).toMatchObject([{ decision: "own" }]);
    expect(await waiting(vic, "gate-review")).toMatchObject([{ decision: "finance" }]);
    await sign(grace, reviewId);
    const signed = { version: 2, approvers: ["Finn"], gateReview: { ...gateReview, signed: ["Grace"] } };
    expect(await waiting(grace, "gate-review")).toMatchObject([{ ...signed, decision: "own" }]);
    expect(await waiting(finn, "gate-review")).toMatchObject([{ ...signed, decision: "yours" }]);
    await sign(finn, reviewId);
    expect(await waiting(finn, "gate-review")).toEqual([]);
  });

  it("wants as many signatures as its gate says, whatever is asked for and from whatever spend on", async () => {
    const { initiativeId, ada, finn } = await atGate();
    const wants: number[] = [];
    for (const [place, twoSignaturesFrom] of [null, "1", "100000000"].entries()) {
      const ctx = at(finn, `2026-06-25T12:0${place}:00.000Z`);
      const rules = { discountRate: null, twoSignaturesFrom, onePageBelow: null, source: "Board paper" };
      await setCaseSettings(ctx, { ...rules, version: place, approvedBy: "Grace" });
      for (const decision of ["stop", "hold"] as const) {
        const asker = at(ada, `2026-06-25T12:0${place}:30.000Z`);
        const opened = await openGateReview(asker, { initiativeId, ...asked, decision, overrides: [] });
        const { reviewId, version } = opened;
        const { signaturesNeeded } = await getGateReview(finn, { reviewId });
        const [row] = await waiting(finn, "gate-review");
        expect([twoSignaturesFrom, decision, row?.gateReview?.signatures]).toEqual([
          twoSignaturesFrom,
          decision,
          signaturesNeeded,
        ]);
        wants.push(signaturesNeeded);
        await withdrawGateReview(asker, { reviewId, version, reason: "Another is asked for" });
      }
    }
    expect(wants).toEqual(expect.arrayContaining([1, 2]));
  });

  it("is nobody's who wrote some of it, and is let go of when it is withdrawn", async () => {
    const { initiativeId, ada, grace, finn } = await atGate();
    const { reviewId, version } = await openGateReview(ada, { initiativeId, ...asked, overrides: [] });
    const rewritten = { decision: "hold" as const, reason: "Wait for the case", overrides: [] };
    const changed = await changeGateReview(grace, { reviewId, version, ...rewritten });
    expect(await waiting(grace, "gate-review")).toMatchObject([
      { askedBy: "Ada", decision: "own", approvers: ["Finn"], what: "Gate of Lead scoring into Scale: hold" },
    ]);
    expect(await waiting(finn, "gate-review")).toMatchObject([{ decision: "yours" }]);
    expect((await digestFacts(finn, "weekly", "2026-W25")).coming).toContain(
      "Gate of Lead scoring into Scale: hold has waited for a signature since 2026-06-24.",
    );
    await withdrawGateReview(ada, { reviewId, version: changed.version, reason: "The case is there" });
    expect(await waiting(finn, "gate-review")).toEqual([]);
  });

  it.each([
    {
      what: "another phase",
      change: { phase: { phase: "scale", enteredOn: "2026-06-24", withoutGate: "The board said so" } },
    },
    { what: "its end", change: { status: "retired" } },
  ] as const)("is not told where $what overtook it, since nobody can sign it", async ({ change }) => {
    const { initiativeId, ada, grace } = await atGate();
    const { reviewId } = await openGateReview(ada, { initiativeId, ...asked, overrides: [] });
    expect(await waiting(grace, "gate-review")).toHaveLength(1);
    const { version } = await getInitiative(ada, { initiativeId });
    await changeInitiative(ada, { initiativeId, version, ...change });
    expect(await waiting(grace, "gate-review")).toEqual([]);
    const later = at(grace, secondAfter(grace));
    await expect(sign(later, reviewId)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("withdraw this review"),
    });
  });
});

describeOnEveryDatabase("guardrails whose scope changed", (open) => {
  it("wait for somebody else than who changed it, under the scope and the rules as they now are", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    const grace = await join(ledger, "Grace", "finance");
    const vic = await join(ledger, "Vic", "viewer");
    const { initiativeId } = await makeInitiative(ada);
    const workflow = SetWorkflow.parse(examples.setWorkflow.body);
    const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
    await setWorkflow(ada, { initiativeId, ...workflow });
    await setProductionFacts(ada, { initiativeId, ...facts, outputReviewRule: null });
    expect(await waiting(grace, "guardrails")).toEqual([]);
    await setWorkflow(ada, { initiativeId, ...workflow, version: 1, scope: "Leads of partners too" });
    const [row] = await waiting(grace, "guardrails");
    expect(row).toEqual({
      kind: "guardrails",
      objectId: initiativeId,
      version: 2,
      what: "Guardrails of Lead scoring for its changed scope",
      seriesId: null,
      kpiKey: null,
      initiativeId,
      initiative: "Lead scoring",
      askedBy: "Ada",
      askedAt: expect.stringMatching(/^2026-06-24T12:00:00/),
      decision: "yours",
      approvers: ["Grace"],
      baseline: null,
      assumptions: null,
      businessCase: null,
      gateReview: null,
      guardrails: {
        scope: "Leads of partners too",
        changedOn: "2026-06-24",
        rules: [{ where: "Handbook, chapter 4", owner: "Tom Reed" }],
      },
    });
    expect(await waiting(ada, "guardrails")).toMatchObject([{ decision: "own" }]);
    expect(await waiting(vic, "guardrails")).toMatchObject([{ decision: "finance" }]);
    expect((await digestFacts(grace, "weekly", "2026-W25")).coming).toContain(
      "Guardrails of Lead scoring for its changed scope have waited for approval since 2026-06-24.",
    );
    // To write them anew leaves them waiting, at the version that is decided now.
    await setProductionFacts(grace, { initiativeId, ...facts, version: 2 });
    const [anew] = await waiting(grace, "guardrails");
    expect(anew).toMatchObject({ version: 3, askedBy: "Ada", decision: "yours" });
    const { version } = await getInitiative(ada, { initiativeId });
    await changeInitiative(ada, { initiativeId, version, status: "retired" });
    expect(await waiting(grace, "guardrails")).toEqual([]);
    await changeInitiative(ada, { initiativeId, version: version + 1, status: "active" });
    expect(await waiting(grace, "guardrails")).toEqual([anew]);
    await approveGuardrails(grace, { initiativeId, version: anew?.version ?? 0 });
    expect(await waiting(grace, "guardrails")).toEqual([]);
  });
});
