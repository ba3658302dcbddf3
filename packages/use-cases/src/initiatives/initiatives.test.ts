import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { exampleInitiative, makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { changeInitiative } from "./change-initiative.ts";
import { createInitiative } from "./create-initiative.ts";
import { getInitiative } from "./get-initiative.ts";
import { listInitiatives } from "./list-initiatives.ts";

const wanted = exampleInitiative;

describeOnEveryDatabase("createInitiative", (open) => {
  it("says the outcome as one sentence and enters the phase on the day of the start", async () => {
    const ctx = await openLedger(open);
    const made = await makeInitiative(ctx);
    expect(made).toMatchObject({
      sentence: "Increase conversion rate by 15 percent by 2026-12-31",
      owner: "Ada",
      team: "Growth",
      phase: "pilots",
      phaseHistory: [{ phase: "pilots", enteredOn: "2026-04-06" }],
      version: 1,
    });
    const { initiativeId } = made;
    expect(await getInitiative(ctx, { initiativeId })).toEqual(made);
  });

  it("refuses a sentence that contradicts the KPI, with the reason", async () => {
    const ctx = await openLedger(open);
    const outcome = { ...wanted.outcome, change: "decrease" as const };
    await expect(createInitiative(ctx, { ...wanted, outcome })).rejects.toMatchObject({
      kind: "wrong-direction",
      message: "Conversion rate is better when higher; 'reduce' would make it worse.",
      details: [{ field: "outcome.change", seen: "decrease" }],
    });
  });

  it.each([
    ["outcome.kpiKey", { outcome: { ...wanted.outcome, kpiKey: "likes" } }],
    ["outcome.percent", { outcome: { ...wanted.outcome, percent: "0" } }],
    ["outcome.by", { outcome: { ...wanted.outcome, by: "2026-04-06" } }],
    ["useCasePattern", { useCasePattern: "magic" }],
  ])("refuses a wrong %s by its name", async (field, change) => {
    const ctx = await openLedger(open);
    await expect(createInitiative(ctx, { ...wanted, ...change })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field }],
    });
    expect((await listInitiatives(ctx, { limit: 10 })).rows).toEqual([]);
  });
});

describeOnEveryDatabase("changeInitiative", (open) => {
  it("changes what is given, leaves the rest, and refuses whoever read an older version", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const changed = await changeInitiative(ctx, { initiativeId, version: 1, team: "Sales" });
    expect(changed).toMatchObject({ team: "Sales", owner: "Ada", name: "Lead scoring", version: 2 });
    await expect(changeInitiative(ctx, { initiativeId, version: 1, name: "Other" })).rejects.toMatchObject({
      name: "LostUpdateError",
      foundVersion: 2,
    });
    expect((await getInitiative(ctx, { initiativeId })).name).toBe("Lead scoring");
  });

  it("enters a phase after the one before, and keeps the history", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const withoutGate = "As it was before gates were kept";
    const phase = { phase: "scale", enteredOn: "2026-06-01", withoutGate } as const;
    const changed = await changeInitiative(ctx, { initiativeId, version: 1, phase });
    expect(changed).toMatchObject({ phase: "scale", phaseEnteredOn: "2026-06-01", version: 2 });
    expect(changed.phaseHistory.map((entry) => entry.phase)).toEqual(["pilots", "scale"]);
    const refused = [
      { phase: "scale", enteredOn: "2026-06-10" },
      { phase: "transform", enteredOn: "2026-06-01" },
      { phase: "transform", enteredOn: "2026-06-25" },
    ] as const;
    for (const wrong of refused) {
      const entering = changeInitiative(ctx, {
        initiativeId,
        version: 2,
        phase: { ...wrong, ...(wrong.phase === "scale" ? {} : { withoutGate }) },
      });
      await expect(entering).rejects.toMatchObject({ kind: "invalid-request" });
    }
    // Forward goes through the gate, or says why not; back needs neither.
    const forward = { phase: "transform", enteredOn: "2026-06-20" } as const;
    await expect(changeInitiative(ctx, { initiativeId, version: 2, phase: forward })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "phase.withoutGate" }],
    });
    const back = { phase: "pilots", enteredOn: "2026-06-20" } as const;
    await expect(
      changeInitiative(ctx, { initiativeId, version: 2, phase: { ...back, withoutGate } }),
    ).rejects.toMatchObject({ details: [{ field: "phase.withoutGate" }] });
    expect((await listInitiatives(ctx, { limit: 10, phase: "scale" })).rows).toHaveLength(1);
    expect((await listInitiatives(ctx, { limit: 10, phase: "pilots" })).rows).toHaveLength(0);
  });

  it("refuses a new outcome that contradicts the KPI", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const outcome = { ...wanted.outcome, kpiKey: "churn-rate" };
    await expect(changeInitiative(ctx, { initiativeId, version: 1, outcome })).rejects.toMatchObject({
      kind: "wrong-direction",
    });
  });
});
