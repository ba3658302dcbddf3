import { NewLearning } from "@liftledger/contracts/learning";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { openGateReview } from "../gates/open-gate-review.ts";
import { signGateReview } from "../gates/sign-gate-review.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { makeInitiativeAtGate } from "../testing/example-gate.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { addLearning } from "./add-learning.ts";
import { changeLearning } from "./change-learning.ts";
import { listLearningPrompts } from "./list-learning-prompts.ts";
import { listLearnings } from "./list-learnings.ts";

const written = (initiativeId: string, differences: object = {}) =>
  NewLearning.parse({
    initiativeId,
    occasion: "retired",
    kpiKeys: ["conversion-rate"],
    expected: "15% more conversions",
    happened: "Nothing moved",
    ...differences,
  });

describeOnEveryDatabase("learnings", (open) => {
  it("are found by initiative, by KPI and by words in any case, on every database alike", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { initiativeId: other } = await makeInitiative(ctx, "Churn alerts");
    const first = await addLearning(
      ctx,
      written(initiativeId, { contradicting: "Im ÄRZTEHAUS stieg sie um 100% an" }),
    );
    const kpiKeys = ["customer-acquisition-cost", "conversion-rate"];
    await addLearning(ctx, written(other, { kpiKeys, happened: "The price of a visit_or_two rose" }));
    expect(first).toMatchObject({
      initiative: "Lead scoring",
      kpis: [{ kpiKey: "conversion-rate", name: "Conversion rate" }],
      createdBy: "Local administrator",
      version: 1,
    });
    const found = async (query: object) =>
      (await listLearnings(ctx, { limit: 9, ...query })).rows.map(({ initiative }) => initiative);
    expect(await found({})).toEqual(["Churn alerts", "Lead scoring"]);
    expect(await found({ initiativeId })).toEqual(["Lead scoring"]);
    expect(await found({ kpiKey: "customer-acquisition-cost" })).toEqual(["Churn alerts"]);
    expect(await found({ kpiKey: "conversion-rate" })).toHaveLength(2);
    expect(await found({ q: "ärztehaus" })).toEqual(["Lead scoring"]);
    expect(await found({ q: "  PRICE   conversions " })).toEqual(["Churn alerts"]);
    expect(await found({ q: "price moved" })).toEqual([]);
    // What is a wildcard to a database is a letter to a reader.
    expect(await found({ q: "100%" })).toEqual(["Lead scoring"]);
    expect(await found({ q: "f_a" })).toEqual([]);
    expect(await found({ q: "t_or_t" })).toEqual(["Churn alerts"]);
    expect(await found({ q: "\\" })).toEqual([]);
    expect(await found({ q: "stieg", kpiKey: "customer-acquisition-cost" })).toEqual([]);
  });

  it("are written anew from the version that was read, and found by the new words alone", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { learningId } = await addLearning(ctx, written(initiativeId));
    const { initiativeId: _of, ...anew } = written(initiativeId, { happened: "4% more", occasion: "gate" });
    const change = { learningId, version: 1, ...anew, kpiKeys: ["customer-acquisition-cost"] };
    const later = at(ctx, secondAfter(ctx));
    expect(await changeLearning(later, change)).toMatchObject({ version: 2, happened: "4% more" });
    await expect(changeLearning(later, change)).rejects.toThrow(LostUpdateError);
    const count = async (query: object) => (await listLearnings(ctx, { limit: 9, ...query })).rows.length;
    expect([await count({ q: "nothing moved" }), await count({ q: "4% more" })]).toEqual([0, 1]);
    expect([
      await count({ kpiKey: "conversion-rate" }),
      await count({ kpiKey: "customer-acquisition-cost" }),
    ]).toEqual([0, 1]);
    await expect(changeLearning(later, { ...change, learningId: "none" })).rejects.toThrow(NotFoundError);
  });

  it("refuse a KPI that is not there, one named twice, and an initiative that is none", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const unknown = written(initiativeId, { kpiKeys: ["conversion-rate", "no-such-kpi"] });
    await expect(addLearning(ctx, unknown)).rejects.toMatchObject({
      details: [{ field: "kpiKeys.1", seen: "no-such-kpi" }],
    });
    const twice = { ...written(initiativeId), kpiKeys: ["conversion-rate", "conversion-rate"] };
    expect(NewLearning.safeParse(twice).error?.issues[0]?.message).toBe("each KPI once");
    await expect(addLearning(ctx, written("none"))).rejects.toThrow(NotFoundError);
  });

  it("are asked for where an initiative ended, until somebody wrote one", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, version } = await makeInitiative(ctx);
    await makeInitiative(ctx, "Churn alerts");
    const asked = async () => (await listLearningPrompts(ctx, { limit: 9 })).rows;
    expect(await asked()).toEqual([]);
    await changeInitiative(ctx, { initiativeId, version, status: "graduated" });
    expect(await asked()).toMatchObject([
      { initiativeId, name: "Lead scoring", occasion: "graduated", kpiKey: "conversion-rate", gate: null },
    ]);
    await addLearning(ctx, written(initiativeId));
    expect(await asked()).toEqual([]);
  });

  it("are asked for where a gate was decided, until somebody wrote one after it", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    const grace = await join(ledger, "Grace", "finance");
    const { initiativeId } = await makeInitiativeAtGate(ada, grace);
    const asked = async () => (await listLearningPrompts(ada, { limit: 9 })).rows;
    let now = ada;
    const decide = async (decision: "hold" | "stop") => {
      now = at(ada, secondAfter(now));
      const wanted = { decision, reason: "As agreed", overrides: [] };
      const { reviewId, version, seen } = await openGateReview(now, { initiativeId, ...wanted });
      expect(await asked()).toEqual([]);
      now = at(ada, secondAfter(now));
      const signer = { ...grace, now: now.now, today: now.today };
      const { endedAt } = await signGateReview(signer, { reviewId, version, seen: seen ?? "", comment: "" });
      return { reviewId, into: "scale", leaving: "pilots", decision, decidedAt: endedAt };
    };
    // What was known before the gate is not what it taught.
    await addLearning(ada, written(initiativeId, { occasion: "under-way" }));
    const held = await decide("hold");
    expect(await asked()).toEqual([
      expect.objectContaining({ initiativeId, occasion: "gate", kpiKey: "conversion-rate", gate: held }),
    ]);
    now = at(ada, secondAfter(now));
    await addLearning(now, written(initiativeId, { occasion: "gate" }));
    expect(await asked()).toEqual([]);
    // A gate that ends it asks anew, and by the end: a learning of an earlier gate says nothing of it.
    const stopped = await decide("stop");
    expect(await asked()).toEqual([
      expect.objectContaining({ initiativeId, occasion: "retired", gate: stopped }),
    ]);
    now = at(ada, secondAfter(now));
    await addLearning(now, written(initiativeId));
    expect(await asked()).toEqual([]);
  });
});
