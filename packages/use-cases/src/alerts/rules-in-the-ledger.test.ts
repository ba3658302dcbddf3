import { addPeriods } from "@liftledger/kpis/period";
import { Notice } from "@liftledger/contracts/notice";
import { insertBenefitAssumptions, latestBenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { parseJson } from "@liftledger/database/json";
import { listMessages } from "@liftledger/database/messages";
import { inTransaction } from "@liftledger/database/transaction";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import type { AlertKey } from "@liftledger/roi/governance/alert-rules";
import { expect, it } from "vitest";
import { setAdoption } from "../adoption/set-adoption.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { listBaselines } from "../baselines/list-baselines.ts";
import { unfreezeBaseline } from "../baselines/unfreeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { approveCaseVersion } from "../business-cases/approve-case-version.ts";
import { createCase } from "../business-cases/create-case.ts";
import { returnCaseVersion } from "../business-cases/return-case-version.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { addRoadmapTask } from "../roadmap/add-roadmap-task.ts";
import { changeRoadmapTask } from "../roadmap/change-roadmap-task.ts";
import { closeRoadmapTask } from "../roadmap/close-roadmap-task.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleCasePlan } from "../testing/example-case.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { at, colleague, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { createWebhook } from "../webhooks/create-webhook.ts";
import { listAlerts } from "./list-alerts.ts";
import { lookForAlerts } from "./look-for-alerts.ts";

const never = new AbortController().signal;
const noon = (day: string) => `${day}T12:00:00.000Z`;
const on = (ctx: Context, day: string) => at(ctx, noon(day));

/** A ledger in which Ada owns, Grace is in finance and Tom contributes, all with accounts; each alert is sent once more. */
async function staffed(openFresh: Parameters<typeof openLedger>[0]): Promise<Context> {
  const ctx = await openLedger(openFresh);
  await join(ctx, "Ada", "contributor");
  await join(ctx, "Grace", "finance");
  await join(ctx, "Tom", "contributor");
  const hook = {
    name: "Channel",
    address: "https://hooks.example/a",
    format: "json",
    about: ["alerts"],
  } as const;
  await createWebhook(ctx, { ...hook, about: [...hook.about] }, { allowsLoopback: false });
  return ctx;
}

/** Follows one rule: looks twice on a day, and tells what was ever sent of it. */
function follow(ctx: Context, rule: AlertKey) {
  const sent = async () => {
    const { rows } = await listMessages(ctx.db.read, ctx.organisationId, { limit: 200, sort: "createdAt" });
    const notices = rows.map(({ content }) => parseJson(Notice, content));
    return notices.filter(({ alert }) => alert?.rule === rule).map(({ kind, text }) => `${kind}: ${text}`);
  };
  return {
    sent,
    /** What was sent on this day. */
    async look(day: string): Promise<string[]> {
      const before = await sent();
      await lookForAlerts(on(ctx, day), never);
      await lookForAlerts(at(ctx, `${day}T12:15:00.000Z`), never);
      return (await sent()).slice(before.length);
    },
    async told(state: "open" | "ended" = "open") {
      const { rows } = await listAlerts(ctx, { limit: 50, state, rule });
      return rows.map(({ told, initiativeId }) => ({ told, initiativeId }));
    },
  };
}

const cost = (month: string, amount: string, kind: "actual" | "planned" = "actual") =>
  ({ category: "licences", month, amount, currency: "EUR", kind, source: "ledger" }) as const;

function log(ctx: Context, seriesId: string, from: string, numerators: readonly string[]) {
  const snapshots = numerators.map((numerator, place) => ({
    seriesId,
    period: addPeriods(from, place),
    numerator,
    denominator: "400",
  }));
  return logSnapshots(ctx, { snapshots, source: "shop system" });
}

describeOnEveryDatabase("each rule, by what happens in the ledger", (openFresh) => {
  it("tells a week of a claimed series and one of its adoption that nobody logged", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const adoption = await createSeries(ctx, { kpiKey: "tool-adoption", scope: "Sales" });
    await setAdoption(ctx, { initiativeId, version: 0, seriesId: adoption.seriesId, sameAsCase: false });
    await log(ctx, adoption.seriesId, "2026-W24", ["10", "11"]);
    const { look, told } = follow(ctx, "missing-week");
    expect(await look("2026-07-05")).toEqual([]);
    expect(await look("2026-07-06")).toEqual([
      "raised: Conversion rate (Lead scoring): 2026-W26 has been overdue since 2026-07-05. It counts as missing, not as zero.",
      "raised: Tool adoption (Sales): 2026-W26 has been overdue since 2026-07-05. It counts as missing, not as zero.",
    ]);
    expect(await look("2026-07-07")).toEqual([]);
    expect((await told()).map((one) => one.told)).toEqual([["Ada"], ["Ada"]]);
    await log(on(ctx, "2026-07-07"), seriesId, "2026-W26", ["30"]);
    await log(on(ctx, "2026-07-07"), adoption.seriesId, "2026-W26", ["12"]);
    expect((await look("2026-07-08")).toSorted()).toEqual([
      "recovered: Conversion rate (Lead scoring): all that was due is logged, up to 2026-W26.",
      "recovered: Tool adoption (Sales): all that was due is logged, up to 2026-W26.",
    ]);
    expect(await look("2026-07-09")).toEqual([]);
  });

  it("tells a month that ended ten days ago without a cost, to its owner and finance", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const { look, told } = follow(ctx, "late-cost");
    expect(await look("2026-07-10")).toEqual([]);
    expect(await look("2026-07-11")).toEqual([
      "raised: Lead scoring: the cost of 2026-06 was due on 2026-07-10 and is not booked.",
    ]);
    expect(await look("2026-07-12")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada", "Grace"], initiativeId }]);
    await addCostLines(on(ctx, "2026-07-12"), { initiativeId, costLines: [cost("2026-06", "0")] });
    expect(await look("2026-07-13")).toEqual([
      "recovered: Lead scoring: every cost that was due is booked; that of 2026-07 is due on 2026-08-10.",
    ]);
    expect(await look("2026-07-14")).toEqual([]);
    expect(await told("ended")).toEqual([{ told: ["Ada", "Grace"], initiativeId }]);
  });

  it("tells another verdict once, and the one after it anew", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const { look, told } = follow(ctx, "verdict-changed");
    expect(await look("2026-06-25")).toEqual([]);
    const before = (await evaluateInitiative(on(ctx, "2026-06-25"), { initiativeId })).verdict;
    const dear = cost("2026-05", "90000");
    await addCostLines(on(ctx, "2026-06-26"), { initiativeId, costLines: [dear] });
    const [raised, ...more] = await look("2026-06-27");
    const after = (await evaluateInitiative(on(ctx, "2026-06-27"), { initiativeId })).verdict;
    expect(after.status).toBe("losing-money");
    expect(before.status).not.toBe(after.status);
    expect([raised, more]).toEqual([`raised: Lead scoring: ${after.headline}.`, []]);
    expect(await look("2026-06-28")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada", "Grace"], initiativeId }]);
    const { rows } = await listCostLines(on(ctx, "2026-06-28"), { initiativeId, limit: 50 });
    const costLineId = rows.find(({ amount }) => amount === "90000.00")?.costLineId ?? "";
    await retractCostLine(on(ctx, "2026-06-28"), { costLineId });
    const [back, ...others] = await look("2026-06-29");
    expect([back, others]).toEqual([`raised: Lead scoring: ${before.headline}.`, []]);
    expect(await told()).toHaveLength(1);
    // A change stands among what is open for two weeks; nobody is told of its end.
    expect(await look("2026-07-14")).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it("tells that the latest weeks show no gain where the ones before did", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
    const { look, told } = follow(ctx, "lift-gone");
    // Logged to W25 with 30 of 400, where about 22 were to be expected. Then eight weeks as if there were nothing.
    await log(on(ctx, "2026-08-24"), seriesId, "2026-W26", ["30"]);
    expect(await look("2026-08-24")).toEqual([]);
    await log(
      on(ctx, "2026-08-24"),
      seriesId,
      "2026-W27",
      Array.from({ length: 8 }, () => "20"),
    );
    const [raised = "", ...more] = await look("2026-08-25");
    expect(more).toEqual([]);
    const chance = Number(
      /^raised: Lead scoring: the chance that Conversion rate still shows a gain is ([\d.]+)%\.$/.exec(
        raised,
      )?.[1],
    );
    expect(chance).toBeLessThan(50);
    expect(await look("2026-08-26")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada"], initiativeId }]);
    await log(
      on(ctx, "2026-10-19"),
      seriesId,
      "2026-W35",
      Array.from({ length: 8 }, () => "30"),
    );
    const [recovered = "", ...others] = await look("2026-10-20");
    expect(recovered).toMatch(
      /^recovered: Lead scoring: the chance that Conversion rate still shows a gain is \S+%\.$/,
    );
    expect(others).toEqual([]);
    expect(await look("2026-10-21")).toEqual([]);
  });

  it("tells a correction under a frozen baseline, until it is frozen again", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId, seriesId, baselineId } = await makeValuedInitiative(ctx);
    const { look, told } = follow(ctx, "baseline-disturbed");
    expect(await look("2026-06-25")).toEqual([]);
    await log(on(ctx, "2026-06-25"), seriesId, "2026-W10", ["40", "41"]);
    expect(await look("2026-06-26")).toEqual([
      "raised: Conversion rate (Lead scoring): 2 periods under the frozen baseline were corrected since.",
    ]);
    expect(await look("2026-06-27")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada", "Grace"], initiativeId }]);
    const grace = colleague(on(ctx, "2026-06-28"));
    await unfreezeBaseline(grace, { baselineId, version: 2, reason: "Two weeks were counted wrongly" });
    const [draft] = (await listBaselines(grace, { seriesId, limit: 5, sort: "-draftedAt" })).rows;
    await freezeBaseline(on(ctx, "2026-06-29"), { baselineId: draft?.baselineId ?? "" });
    expect(await look("2026-06-30")).toEqual([
      "recovered: What this was about has ended, or was changed to something else: “Conversion rate (Lead scoring): 2 periods under the frozen baseline were corrected since.”",
    ]);
    expect(await look("2026-07-01")).toEqual([]);
  });

  it("tells spend that is over what was planned by more than a tenth, and by a case once one is approved", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId, benefitId } = await makeValuedInitiative(ctx);
    const { look, told } = follow(ctx, "budget-overrun");
    const planned = ["2026-04", "2026-05"].map((month) => cost(month, "400", "planned"));
    await addCostLines(ctx, { initiativeId, costLines: planned });
    expect(await look("2026-06-25")).toEqual([]);
    // 880 of 800 is a tenth; 904 is 13% over.
    await addCostLines(on(ctx, "2026-06-25"), { initiativeId, costLines: [cost("2026-05", "80")] });
    expect(await look("2026-06-26")).toEqual([]);
    await addCostLines(on(ctx, "2026-06-26"), { initiativeId, costLines: [cost("2026-05", "24")] });
    expect(await look("2026-06-27")).toEqual(["raised: Lead scoring: spend to date is 13% over the plan."]);
    expect(await look("2026-06-28")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada", "Grace"], initiativeId }]);
    // A case that plans 500 a month for April and May, with 100 a month for the rest, is what counts from then on.
    const plan = exampleCasePlan();
    const [orders] = plan.benefits;
    const [licences] = plan.costs;
    if (orders === undefined || licences === undefined) throw new Error("the example has lines");
    const made = await createCase(on(ctx, "2026-06-28"), {
      initiativeId,
      name: "Scored leads",
      plan: {
        ...plan,
        start: "2026-04",
        period: "month",
        horizon: 12,
        benefits: [{ ...orders, benefitId }],
        costs: [{ ...licences, amount: [{ from: 0, value: "500" }] }],
      },
    });
    const place = { caseId: made.caseId, number: 1 };
    const { version } = await submitCaseVersion(on(ctx, "2026-06-28"), { ...place, version: made.version });
    const grace = colleague(on(ctx, "2026-06-29"));
    await approveCaseVersion(grace, { ...place, version, comment: "" });
    // 904 of 1,000.
    expect(await look("2026-06-30")).toEqual([
      "recovered: Lead scoring: spend to date is 9.6% under the plan.",
    ]);
    expect(await look("2026-07-01")).toEqual([]);
  });

  it("tells a lift that is claimed more than once over, to both who claim it, until their shares fit", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId, seriesId, baselineId } = await makeValuedInitiative(ctx);
    const other = await makeInitiative({ ...ctx }, "Lead routing");
    const { version } = await getInitiative(ctx, other);
    await changeInitiative(ctx, { initiativeId: other.initiativeId, version, owner: "Tom" });
    const shared = await addBenefit(ctx, {
      initiativeId: other.initiativeId,
      seriesId,
      baselineId,
      assumptions: { attribution: "0.2", confidence: "1" },
    });
    const { look, told } = follow(ctx, "claim-conflict");
    expect(await look("2026-06-25")).toEqual([]);
    // No command takes 130%: it comes from a ledger that was written before claims were held against each other.
    await inTransaction(ctx.db, async (tx) => {
      const { benefitId } = shared;
      const assumptions = (await latestBenefitAssumptions(tx, ctx.organisationId, [benefitId])).get(
        benefitId,
      );
      if (assumptions === undefined) throw new Error("the benefit has assumptions");
      const more = { version: assumptions.version + 1, attribution: "0.5", recordedAt: noon("2026-06-25") };
      await insertBenefitAssumptions(tx, ctx.organisationId, { ...assumptions, ...more });
    });
    expect(await look("2026-06-26")).toEqual([
      "raised: Conversion rate (Lead scoring): 130% of the lift is claimed (2026-W15 and later).",
    ]);
    expect(await look("2026-06-27")).toEqual([]);
    expect(await told()).toMatchObject([{ told: ["Ada", "Grace", "Tom"] }]);
    const grace = colleague(on(ctx, "2026-06-27"));
    const assumptions = { attribution: "0.2", confidence: "1" };
    await changeBenefit(grace, { benefitId: shared.benefitId, version: shared.version, assumptions });
    expect(await look("2026-06-28")).toEqual([
      "recovered: Conversion rate (Lead scoring): 100% of the lift is claimed (2026-W15 and later).",
    ]);
    expect(await look("2026-06-29")).toEqual([]);
    expect(initiativeId).not.toBe(other.initiativeId);
  });

  it("tells a gate two weeks before its phase has lasted as long as it takes, until it is passed", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId } = await makeInitiative(ctx);
    const { look, told } = follow(ctx, "gate-due");
    // In Pilots since 6 April 2026; they take up to six months.
    expect(await look("2026-09-21")).toEqual([]);
    expect(await look("2026-09-22")).toEqual(["raised: Lead scoring: its gate is due on 2026-10-06."]);
    expect(await look("2026-10-08")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada"], initiativeId }]);
    const [open] = (await listAlerts(ctx, { limit: 5, state: "open", rule: "gate-due" })).rows;
    expect(open?.text).toBe("Lead scoring: its gate was due on 2026-10-06.");
    const now = on(ctx, "2026-10-08");
    const { version } = await getInitiative(now, { initiativeId });
    const phase = { phase: "scale", enteredOn: "2026-10-08", withoutGate: "Decided by the board" } as const;
    await changeInitiative(now, { initiativeId, version, phase });
    const [recovered = "", ...more] = await look("2026-10-09");
    expect([recovered, more]).toEqual(["recovered: Lead scoring: its next gate is due on 2027-10-08.", []]);
    expect(await look("2026-10-10")).toEqual([]);
  });

  it("tells a task of the roadmap that is late to whoever does it and to the owner", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId } = await makeInitiative(ctx);
    const { look, told } = follow(ctx, "roadmap-late");
    const task = { title: "Map the workflow", step: "workflows", shownBy: "A map", owner: "Tom" } as const;
    const days = { startsOn: "2026-06-24", dueOn: "2026-07-03", dependsOn: [], finding: null };
    const { tasks } = await addRoadmapTask(ctx, { initiativeId, ...task, ...days });
    const [made] = tasks;
    if (made === undefined) throw new Error("there is a task");
    expect(await look("2026-07-03")).toEqual([]);
    expect(await look("2026-07-04")).toEqual([
      "raised: Lead scoring: “Map the workflow” was due on 2026-07-03.",
    ]);
    expect(await look("2026-07-05")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Ada", "Tom"], initiativeId }]);
    // Another date ends it too, and the day after that it begins again.
    const { taskId } = made;
    const moved = await changeRoadmapTask(on(ctx, "2026-07-05"), {
      initiativeId,
      taskId,
      version: made.version,
      dueOn: "2026-07-07",
    });
    expect(await look("2026-07-06")).toEqual([
      "recovered: Lead scoring: “Map the workflow” is due on 2026-07-07.",
    ]);
    expect(await look("2026-07-08")).toEqual([
      "raised: Lead scoring: “Map the workflow” was due on 2026-07-07.",
    ]);
    await closeRoadmapTask(on(ctx, "2026-07-08"), {
      initiativeId,
      taskId,
      version: moved.tasks[0]?.version ?? 0,
      evidence: [{ kind: "file", reference: "Map of 8 July" }],
    });
    expect(await look("2026-07-09")).toEqual([
      "recovered: Lead scoring: “Map the workflow” was done on 2026-07-08.",
    ]);
    expect(await look("2026-07-10")).toEqual([]);
  });

  it("tells finance a business case that waited for over a week, until it is decided", async () => {
    const ctx = await staffed(openFresh);
    const { initiativeId } = await makeInitiative(ctx);
    const { look, told } = follow(ctx, "case-waiting");
    const made = await createCase(ctx, { initiativeId, name: "Scored leads", plan: exampleCasePlan() });
    const place = { caseId: made.caseId, number: 1 };
    const { version } = await submitCaseVersion(ctx, { ...place, version: made.version });
    expect(await look("2026-07-01")).toEqual([]);
    expect(await look("2026-07-02")).toEqual([
      "raised: “Scored leads” has waited for a decision since 2026-06-24.",
    ]);
    expect(await look("2026-07-03")).toEqual([]);
    expect(await told()).toEqual([{ told: ["Grace"], initiativeId }]);
    const grace = colleague(on(ctx, "2026-07-03"));
    await returnCaseVersion(grace, {
      ...place,
      version,
      comment: "Say where the volume comes from",
      lines: [],
    });
    expect(await look("2026-07-04")).toEqual(["recovered: “Scored leads” waits for nobody."]);
    expect(await look("2026-07-05")).toEqual([]);
  });
});
