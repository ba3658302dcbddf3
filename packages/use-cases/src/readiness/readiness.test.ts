import { NewReadinessAnswer } from "@liftledger/contracts/readiness";
import { NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import type { Context } from "../context.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
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
      outcome: [5, expect.stringMatching(/^“.* by .* percent by .*”$/)],
      baseline: [5, "The one baseline is frozen."],
      owner: [3, expect.stringContaining("nobody is recorded who takes it over in production.")],
      // 100 of 900: two thirds and more of the 15% of early adopters.
      training: [3, expect.stringMatching(/^Training is 11% of what was spent/)],
    });
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
