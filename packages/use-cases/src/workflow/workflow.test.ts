import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetWorkflow, type WorkflowStep } from "@liftledger/contracts/workflow";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { describe, expect, it } from "vitest";
import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { getFindings } from "../findings/get-findings.ts";
import type { Context } from "../context.ts";
import { approveGuardrails } from "../production/approve-guardrails.ts";
import { getProductionFacts } from "../production/get-production-facts.ts";
import { setProductionFacts } from "../production/set-production-facts.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { getWorkflow } from "./get-workflow.ts";
import { listWorkflowVersions } from "./list-workflow-versions.ts";
import { neededWorkarounds } from "./needed-workarounds.ts";
import { setWorkflow } from "./set-workflow.ts";

const workflow = SetWorkflow.parse(examples.setWorkflow.body);
const facts = SetProductionFacts.parse(examples.setProductionFacts.body);

describe("SetWorkflow", () => {
  const byHand = { kind: "workaround", name: "By hand", owner: null, tool: null, note: "" };
  const after = (...steps: object[]) => ({ ...workflow, after: { ...workflow.after, steps } });
  it.each<[string, object, boolean]>([
    ["a workaround that has ended", after({ ...byHand, since: "2026-03-09", until: "2026-03-09" }), true],
    ["one that ends before it begins", after({ ...byHand, since: "2026-03-09", until: "2026-03-08" }), false],
    ["one that does not say since when", after(byHand), false],
    ["a step with days", after({ ...byHand, kind: "step", since: "2026-03-09", until: null }), false],
    [
      "a judgement without a reason",
      { ...workflow, before: { steps: [], scalable: { answer: true, because: " " }, repeatable: null } },
      false,
    ],
    ["a finding of another kind", { ...workflow, findings: [{ text: "Slow", diagnosis: "people" }] }, false],
  ])("%s", (_, body, isTaken) => {
    expect(SetWorkflow.safeParse(body).success).toBe(isTaken);
  });
});

describe("neededWorkarounds", () => {
  const step = (since: string, until: string | null): WorkflowStep => ({
    kind: "workaround",
    name: "By hand",
    owner: null,
    tool: null,
    note: "",
    since,
    until,
  });
  it.each<[string, number]>([
    ["2026-03-08", 0],
    ["2026-03-09", 1],
    ["2026-03-20", 2],
    ["2026-03-21", 1],
  ])("on %s counts %i of those with the initiative, from the first day to the last", (day, count) => {
    const steps = [step("2026-03-09", null), step("2026-03-10", "2026-03-20")];
    expect(neededWorkarounds({ after: { ...workflow.after, steps } }, day)).toBe(count);
  });
});

describeOnEveryDatabase("how the work of an initiative is done", (open) => {
  it("is recorded version by version, each from the one before, and known as it was known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    expect(await getWorkflow(ctx, { initiativeId })).toMatchObject({ version: 0, scope: null, findings: [] });
    const first = await setWorkflow(ctx, { initiativeId, ...workflow });
    expect(first).toMatchObject({ ...workflow, version: 1, recordedBy: "Local administrator" });
    const later = at(ctx, secondAfter(ctx));
    const second = { initiativeId, ...workflow, version: 1, findings: [] };
    await setWorkflow(later, second);
    await expect(setWorkflow(later, second)).rejects.toThrow(LostUpdateError);
    const now = at(later, secondAfter(later));
    const asOf = first.recordedAt ?? "";
    expect(await getWorkflow(now, { initiativeId })).toMatchObject({ version: 2, findings: [] });
    expect((await getWorkflow(now, { initiativeId, asOf })).findings).toEqual(workflow.findings);
    const { rows } = await listWorkflowVersions(now, { initiativeId, limit: 5 });
    expect(rows.map(({ version }) => version)).toEqual([2, 1]);
    await expect(setWorkflow(now, { ...second, initiativeId: "none" })).rejects.toThrow(NotFoundError);
  });

  it("is where the manual workarounds of the failure modes are counted", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const [byHand] = workflow.after.steps.filter(({ kind }) => kind === "workaround");
    const withThem = (count: number) => ({
      ...workflow.after,
      steps: Array.from({ length: count }, () => byHand).filter((step) => step !== undefined),
    });
    await setWorkflow(ctx, { initiativeId, ...workflow, after: withThem(2) });
    const found = async (now: Context) =>
      (await getFindings(now, { initiativeId })).findings
        .flatMap(({ signals }) => signals)
        .filter(({ key }) => key === "workarounds");
    const two = at(ctx, secondAfter(ctx));
    expect(await found(two)).toEqual([]);
    await setWorkflow(two, { initiativeId, ...workflow, version: 1, after: withThem(3) });
    const three = at(two, secondAfter(two));
    expect(await found(three)).toMatchObject([{ value: 3 }]);
  });

  it("with another scope reopens the guardrails, until somebody else approves them", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    const grace = await join(ledger, "Grace", "finance");
    const { initiativeId } = await makeInitiative(ada);
    await setWorkflow(ada, { initiativeId, ...workflow });
    const scoped = (version: number, scope: string | null) =>
      setWorkflow(ada, { initiativeId, ...workflow, version, scope });
    // Nothing is written yet, so nothing is reopened.
    await scoped(1, "Partners' leads too");
    expect(await getProductionFacts(ada, { initiativeId })).toMatchObject({ version: 0, reopened: null });
    await setProductionFacts(ada, { initiativeId, ...facts });
    await scoped(2, "Partners' leads too");
    expect((await getProductionFacts(ada, { initiativeId })).reopened).toBeNull();
    await scoped(3, null);
    const reopened = await getProductionFacts(ada, { initiativeId });
    expect(reopened).toMatchObject({
      version: 2,
      dataAccessRule: { where: "Handbook, chapter 4", reopenedOn: ada.today },
      errorHandlingRule: null,
      reopened: { by: "Ada", workflowVersion: 4 },
    });
    // To write them anew does not approve them.
    await setProductionFacts(ada, {
      initiativeId,
      ...facts,
      version: 2,
      errorHandlingRule: facts.dataAccessRule,
    });
    const rewritten = await getProductionFacts(ada, { initiativeId });
    expect(rewritten.errorHandlingRule).toMatchObject({ reopenedOn: ada.today });
    await expect(approveGuardrails(ada, { initiativeId, version: 3 })).rejects.toMatchObject({
      kind: "own-approval",
      message: expect.stringContaining("Grace may."),
    });
    await expect(approveGuardrails(grace, { initiativeId, version: 2 })).rejects.toThrow(LostUpdateError);
    const approved = await approveGuardrails(grace, { initiativeId, version: 3 });
    expect(approved).toMatchObject({ version: 4, reopened: null, dataAccessRule: { reopenedOn: null } });
    await expect(approveGuardrails(grace, { initiativeId, version: 4 })).rejects.toMatchObject({
      kind: "conflict",
    });
    const { rows } = await listAuditEntries(ada, { noun: "production-facts", limit: 10 });
    expect(rows.map(({ action }) => action)).toEqual([
      "approveGuardrails",
      "setProductionFacts",
      "setWorkflow",
      "setProductionFacts",
    ]);
  });
});
