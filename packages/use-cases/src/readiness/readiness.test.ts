import { examples } from "@liftledger/contracts/examples";
import { DataAssetFields } from "@liftledger/contracts/data-asset";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { NewReadinessAnswer } from "@liftledger/contracts/readiness";
import { NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import type { Context } from "../context.ts";
import { createDataAsset } from "../data-assets/create-data-asset.ts";
import { retireDataAsset } from "../data-assets/retire-data-asset.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { setProductionFacts } from "../production/set-production-facts.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { setWorkflow } from "../workflow/set-workflow.ts";
import { answerReadiness } from "./answer-readiness.ts";
import { getReadiness } from "./get-readiness.ts";
import { listReadinessAnswers } from "./list-readiness-answers.ts";

const map = [{ kind: "file" as const, reference: "map.pdf" }];

/** Of each question that the product knows something of, the score it proposes and why. */
async function proposed(ctx: Context, initiativeId: string) {
  const { questions } = await getReadiness(ctx, { initiativeId });
  return Object.fromEntries(
    questions.flatMap(({ question, proposed: own }) =>
      own === null ? [] : [[question, [own.score, own.reason]]],
    ),
  );
}

describeOnEveryDatabase("readiness", (open) => {
  it("counts the latest answer of each question, keeps the earlier ones, and knows what was known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const first = await answerReadiness(ctx, { initiativeId, question: "workflow", score: 2, evidence: map });
    expect(first).toMatchObject({ question: "workflow", score: 2, answeredBy: "Local administrator" });
    const later = at(ctx, secondAfter(ctx));
    await answerReadiness(later, { initiativeId, question: "workflow", score: 4, evidence: map });
    await answerReadiness(later, { initiativeId, question: "daily-work", score: 3, evidence: map });
    const now = at(later, secondAfter(later));

    const ready = await getReadiness(now, { initiativeId, into: "pilots" });
    expect(ready).toMatchObject({ into: "pilots", ready: 1, of: 5, score: "0.14" }); // 7 of 50 points
    expect(ready.gaps.find(({ key }) => key === "process")).toMatchObject({ score: 3, isClosed: true });
    const asked = { initiativeId, into: "scale" as const };
    expect((await getReadiness(now, asked)).gaps.find(({ key }) => key === "process")?.isClosed).toBe(false);
    const before = await getReadiness(now, { ...asked, asOf: first.answeredAt });
    expect(before.questions.find(({ question }) => question === "workflow")).toMatchObject({
      score: 2,
      evidence: map,
      answeredAt: first.answeredAt,
      proposed: null,
    });

    const page = await listReadinessAnswers(now, { initiativeId, limit: 1, sort: "score" });
    const rest = await listReadinessAnswers(now, {
      initiativeId,
      limit: 5,
      sort: "score",
      cursor: page.nextCursor ?? "",
    });
    expect([...page.rows, ...rest.rows].map(({ score }) => score)).toEqual([2, 3, 4]);
    const own = await listReadinessAnswers(now, { initiativeId, limit: 5, question: "daily-work" });
    expect(own.rows.map(({ question }) => question)).toEqual(["daily-work"]);
  });

  it("asks about the phase that comes next", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, phase, version } = await makeInitiative(ctx);
    expect([phase, (await getReadiness(ctx, { initiativeId })).into]).toEqual(["pilots", "scale"]);
    const entered = { phase: "transform" as const, enteredOn: ctx.today, withoutGate: "As it was" };
    await changeInitiative(ctx, { initiativeId, version, phase: entered });
    expect((await getReadiness(ctx, { initiativeId })).into).toBe("transform");
  });

  it("proposes what the ledger knows, with its reason", async () => {
    const ctx = await openLedger(open);
    const { initiativeId: bare } = await makeInitiative(ctx, "Bare");
    expect(await proposed(ctx, bare)).toMatchObject({
      "business-case": [0, "There is no business case yet."],
      baseline: [0, "No benefit is claimed yet."],
    });
    const { initiativeId } = await makeValuedInitiative(ctx);
    const month = { category: "training", month: "2026-05", currency: "EUR", kind: "actual" } as const;
    await addCostLines(ctx, { initiativeId, costLines: [{ ...month, amount: "100", source: "invoice" }] });
    const now = at(ctx, secondAfter(ctx));
    expect(await proposed(now, initiativeId)).toMatchObject({
      outcome: [5, expect.stringMatching(/^Increase .* by 15 percent by 2026-12-31\.$/)],
      baseline: [5, "The one baseline is frozen."],
      owner: [3, expect.stringContaining("nobody is recorded who takes it over in production.")],
      // 100 of 900: two thirds and more of the 15% of early adopters.
      training: [3, expect.stringMatching(/^Training is 11% of what was spent/)],
    });
  });

  it("proposes what is recorded of the workflow, the rules and the data, and shows it", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    expect(Object.keys(await proposed(ctx, initiativeId))).toEqual([
      "outcome",
      "business-case",
      "baseline",
      "owner",
    ]);
    const step = { kind: "step" as const, name: "Answer", owner: "Tom Reed", tool: null, note: "" };
    const judged = { scalable: null, repeatable: null };
    const byHand = { ...step, kind: "workaround" as const, owner: null, since: "2026-06-01", until: null };
    const workflow = {
      initiativeId,
      scope: "Leads",
      before: { steps: [step, step], ...judged },
      after: { steps: [step, byHand], ...judged },
      findings: [],
    };
    await setWorkflow(ctx, { ...workflow, version: 0 });
    const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
    await setProductionFacts(ctx, { initiativeId, ...facts, errorHandlingRule: null, version: 0 });
    const now = at(ctx, secondAfter(ctx));
    const known = await proposed(now, initiativeId);
    expect(known).toMatchObject({
      workflow: [3, "Mapped: 2 steps before it, 2 steps with it; without an owner: 1 of 4."],
      "daily-work": [2, "1 manual workaround is still needed with it."],
      rules: [3, "Still missing: the rule for errors."],
    });
    // What it shows can be confirmed as it is; of what is not recorded nothing is evidence.
    const { questions } = await getReadiness(now, { initiativeId });
    for (const { question, proposed: own } of questions) {
      if (own === null || own.evidence.length === 0) continue;
      const given = { initiativeId, question, score: own.score, evidence: own.evidence };
      expect(await answerReadiness(now, given)).toMatchObject({ question, score: own.score });
    }
    const { initiativeId: bare } = await makeInitiative(now, "Bare");
    for (const noun of ["workflow", "production", "data-asset"] as const) {
      const evidence = [{ kind: "object" as const, noun, id: bare, text: "Nothing" }];
      const given = { initiativeId: bare, question: "workflow" as const, score: 3, evidence };
      await expect(answerReadiness(now, given)).rejects.toThrow(NotFoundError);
    }
    // Another scope reopens the rules: until they are approved again, they are none.
    await setWorkflow(now, { ...workflow, version: 1, scope: "Leads and offers" });
    const later = at(now, secondAfter(now));
    expect((await proposed(later, initiativeId))["rules"]).toEqual([
      1,
      "Still missing: approval of the rule for data access for the new scope, approval of the rule for review of output for the new scope and the rule for errors.",
    ]);
  });

  it("never proposes that data may be used of which the inventory says otherwise, or nothing", async () => {
    const ledger = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ledger);
    const ctx = at(ledger, secondAfter(ledger));
    const quality = async (on: Context) => (await proposed(on, initiativeId))["data-quality"];
    const [numbers, unknown] = (await quality(ctx)) ?? [];
    expect(unknown).toMatch(
      /The inventory has none of its data, so whether they may be used is not known\.$/,
    );
    const ready = DataAssetFields.parse({
      name: "Leads of the shop",
      system: "CRM",
      owner: null,
      needsCleansing: "no",
      consistent: "yes",
      reachableByApi: "yes",
      allowedForTraining: "yes",
      personalData: "no",
      privacyBasis: null,
      retention: "Two years",
      seriesIds: [seriesId],
    });
    await createDataAsset(ctx, ready);
    const now = at(ctx, secondAfter(ctx));
    expect((await quality(now))?.[1]).toMatch(/By the inventory nothing stands in the way of using them\.$/);
    const barred = { ...ready, name: "Chats", allowedForTraining: "no" as const, seriesIds: [] };
    const { dataAssetId, version } = await createDataAsset(now, { ...barred, initiativeIds: [initiativeId] });
    await createDataAsset(now, { ...barred, name: "Of others" });
    const later = at(now, secondAfter(now));
    const [score, reason] = (await quality(later)) ?? [];
    expect(reason).toMatch(/By the inventory not ready: “Chats”\.$/);
    expect(score).toBeLessThanOrEqual(Math.min(2, Number(numbers)));
    await retireDataAsset(later, { dataAssetId, version, reason: "Not drawn on any more" });
    expect((await quality(at(later, secondAfter(later))))?.[1]).toMatch(/nothing stands in the way/);
  });

  it("takes no score without evidence, and no address that is none of the web", () => {
    const answer = { question: "owner", score: 3, evidence: [] as object[] };
    expect(NewReadinessAnswer.safeParse(answer).error?.issues[0]?.message).toContain(
      "nothing to show for it",
    );
    expect(NewReadinessAnswer.safeParse({ ...answer, score: 0 }).success).toBe(true);
    const link = (address: string) => ({ ...answer, evidence: [{ kind: "link", address, text: "The map" }] });
    expect(NewReadinessAnswer.safeParse(link("https://wiki.example.com/map")).success).toBe(true);
    for (const address of ["javascript:alert(1)", "file:///etc/passwd", "map"])
      expect(NewReadinessAnswer.safeParse(link(address)).success).toBe(false);
  });

  it("refuses evidence that is not there, and an initiative that is none", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const answer = { initiativeId, question: "owner" as const, score: 3 };
    const evidence = [{ kind: "object" as const, noun: "baseline" as const, id: "none", text: "Frozen" }];
    await expect(answerReadiness(ctx, { ...answer, evidence })).rejects.toThrow(NotFoundError);
    await expect(answerReadiness(ctx, { ...answer, initiativeId: "none", evidence: map })).rejects.toThrow(
      NotFoundError,
    );
    expect((await listReadinessAnswers(ctx, { initiativeId, limit: 5 })).rows).toEqual([]);
  });
});
