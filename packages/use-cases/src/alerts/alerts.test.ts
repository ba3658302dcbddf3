import { at as atInstant, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { listAlertStates } from "@liftledger/database/alert-states";
import { listMessages } from "@liftledger/database/messages";
import { Notice } from "@liftledger/contracts/notice";
import { insertRoadmapTask, updateRoadmapTask } from "@liftledger/database/roadmap-tasks";
import { inTransaction } from "@liftledger/database/transaction";
import { parseJson } from "@liftledger/database/json";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { openDatabase } from "@liftledger/database/open-database";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleAlertSettings } from "../testing/example-alert.ts";
import { join } from "../testing/join.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { createWebhook } from "../webhooks/create-webhook.ts";
import { countAlerts } from "./count-alerts.ts";
import { listAlerts } from "./list-alerts.ts";
import { lookForAlerts } from "./look-for-alerts.ts";
import { markAlert } from "./mark-alert.ts";
import { setAlertSettings } from "./set-alert-settings.ts";

const never = new AbortController().signal;
const look = (ctx: Context, now: string) => lookForAlerts(atInstant(ctx, now), never);
const open = (ctx: Context) => listAlerts(ctx, { limit: 50, state: "open" });
const hook = {
  name: "Channel",
  address: "https://hooks.example/a",
  format: "json",
  about: ["alerts"],
} as const;
const addHook = (ctx: Context) =>
  createWebhook(ctx, { ...hook, about: [...hook.about] }, { allowsLoopback: false });

async function noticesOf(ctx: Context): Promise<Notice[]> {
  const { rows } = await listMessages(ctx.db.read, ctx.organisationId, { limit: 100, sort: "createdAt" });
  return rows.map(({ content }) => parseJson(Notice, content));
}

/** The valued initiative, logged until 21 June: by the last of June nothing is missing yet. */
async function valued(openFresh: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(openFresh);
  return { ctx, ...(await makeValuedInitiative(ctx)) };
}

describeOnEveryDatabase("lookForAlerts", (openFresh) => {
  it("tells a missing week once, however often it looks, and its end once", async () => {
    const { ctx, initiativeId, seriesId } = await valued(openFresh);
    await addHook(ctx);
    await look(ctx, "2026-07-03T12:00:00.000Z");
    const missing = async () => (await open(ctx)).rows.filter(({ rule }) => rule === "missing-week");
    expect(await missing()).toEqual([]);
    // 2026-W26 ended on Sunday 28 June: due by 5 July, overdue on the 6th.
    await look(ctx, "2026-07-05T12:00:00.000Z");
    expect(await missing()).toEqual([]);
    for (const now of ["2026-07-06T12:00:00.000Z", "2026-07-06T12:15:00.000Z", "2026-07-07T12:00:00.000Z"])
      await look(ctx, now);
    expect(await missing()).toMatchObject([
      {
        initiativeId,
        text: "Conversion rate (Lead scoring): 2026-W26 has been overdue since 2026-07-05. It counts as missing, not as zero.",
        since: "2026-07-06T12:00:00.000Z",
        endedAt: null,
      },
    ]);
    const week = { seriesId, period: "2026-W26", numerator: "40", denominator: "400" };
    await logSnapshots(atInstant(ctx, "2026-07-07T13:00:00.000Z"), { snapshots: [week], source: "shop" });
    await look(ctx, "2026-07-07T13:15:00.000Z");
    await look(ctx, "2026-07-07T13:30:00.000Z");
    expect(await missing()).toEqual([]);
    const told = (await noticesOf(ctx)).filter(({ alert }) => alert?.rule === "missing-week");
    expect(told.map(({ kind, title }) => [kind, title])).toEqual([
      ["raised", "Missing week"],
      ["recovered", "Over: Missing week"],
    ]);
    expect(new Set((await noticesOf(ctx)).map(({ id }) => id)).size).toBe((await noticesOf(ctx)).length);
  });

  it("asks of an idea that is not begun for no cost and no gate", async () => {
    const ctx = await openLedger(openFresh);
    const { initiativeId, version } = await makeInitiative(ctx, "Shop");
    await changeInitiative(ctx, { initiativeId, version, status: "candidate" });
    await look(ctx, "2028-07-06T12:00:00.000Z");
    expect((await open(ctx)).rows).toEqual([]);
    await changeInitiative(ctx, { initiativeId, version: version + 1, status: "active" });
    await look(ctx, "2028-07-06T13:00:00.000Z");
    const rules = (await open(ctx)).rows.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(["late-cost", "gate-due"]));
  });

  it("keeps back in quiet hours what it tells at their end", async () => {
    const { ctx } = await valued(openFresh);
    await addHook(ctx);
    const missing = async () => (await open(ctx)).rows.filter(({ rule }) => rule === "missing-week");
    await look(ctx, "2026-07-06T05:00:00.000Z");
    expect(await missing()).toEqual([]);
    const states = await listAlertStates(ctx.db.read, ctx.organisationId);
    expect(states.find(({ rule }) => rule === "missing-week")).toMatchObject({
      stage: "held",
      alertId: null,
    });
    expect(await look(ctx, "2026-07-06T06:45:00.000Z")).toMatchObject({ looked: 0 });
    await look(ctx, "2026-07-06T07:00:00.000Z");
    expect(await missing()).toMatchObject([{ since: "2026-07-06T05:00:00.000Z" }]);
  });

  it("ends what is looked at no more, and what a rule that was switched off told, and tells nobody of the latter", async () => {
    const { ctx, initiativeId } = await valued(openFresh);
    await addHook(ctx);
    await look(ctx, "2026-07-20T12:00:00.000Z");
    const rules = { ...exampleAlertSettings().rules };
    const settings = { ...exampleAlertSettings(), mail: false, version: 0 };
    rules["missing-week"] = { isOn: false, to: ["owner"] };
    await setAlertSettings(atInstant(ctx, "2026-07-20T12:05:00.000Z"), { ...settings, rules }, null);
    const before = await noticesOf(ctx);
    await look(ctx, "2026-07-20T12:15:00.000Z");
    const ended = (await listAlerts(ctx, { limit: 50, state: "ended" })).rows;
    expect(ended).toMatchObject([{ rule: "missing-week", endText: "Its rule was switched off." }]);
    expect(await noticesOf(ctx)).toEqual(before);
    const late = (await open(ctx)).rows.map(({ rule }) => rule);
    expect(late).toContain("late-cost");
    const now = atInstant(ctx, "2026-07-20T12:20:00.000Z");
    const { version } = await getInitiative(now, { initiativeId });
    await changeInitiative(now, { initiativeId, version, status: "retired" });
    await look(ctx, "2026-07-20T12:30:00.000Z");
    expect((await open(ctx)).rows.filter(({ kind }) => kind === "state")).toEqual([]);
  });

  it("tells the owner and finance, who read it for themselves, and the admins where nobody has an account", async () => {
    const { ctx } = await valued(openFresh);
    const admin = await join(ctx, "Root", "admin");
    await look(ctx, "2026-07-06T12:00:00.000Z");
    // The owner has no account, and there is nobody in finance.
    const [alert] = (await listAlerts(admin, { limit: 50, mine: "true", rule: "missing-week" })).rows;
    expect(alert).toMatchObject({ isMine: true, readAt: null, told: expect.arrayContaining(["Root"]) });
    const count = await countAlerts(admin);
    expect(count.unread).toBe(count.open);
    const { alertId = "" } = alert ?? {};
    await markAlert(admin, { alertId, read: true });
    expect((await countAlerts(admin)).unread).toBe(count.unread - 1);
    await expect(markAlert(colleague(ctx), { alertId, read: true })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  it("is told once by two handles that look at the same moment", async () => {
    const { ctx } = await valued(openFresh);
    await addHook(ctx);
    const other = openDatabase(ctx.db.location);
    const newId = (name: string) => {
      let made = 0;
      return () => `${name}-${++made}`;
    };
    const handles = [
      { ...ctx, newId: newId("one") },
      { ...ctx, db: other, newId: newId("other") },
    ];
    for (const now of ["2026-07-06T12:00:00.000Z", "2026-07-20T12:00:00.000Z"])
      await Promise.all(handles.map((handle) => look(handle, now)));
    await other.close();
    const told = (await noticesOf(ctx)).map(({ kind, alert }) => `${kind} ${alert?.rule} ${alert?.since}`);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    const kept = (await open(ctx)).rows;
    expect(new Set(kept.map(({ rule, initiativeId }) => `${rule} ${initiativeId}`)).size).toBe(kept.length);
  });

  it("tells a late task of a roadmap, and that it was done", async () => {
    const { ctx, initiativeId } = await valued(openFresh);
    const add = { initiativeId, title: "Map the workflow", step: "workflows", shownBy: "A map" } as const;
    const days = { startsOn: "2026-06-24", dueOn: "2026-07-03", ownerId: null, dependsOn: [] };
    const task = {
      ...add,
      ...days,
      taskId: "task-1",
      question: null,
      neededScore: null,
      finding: null,
      doneOn: null,
      doneBy: null,
      evidence: [],
      version: 1,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
      changedAt: ctx.now,
      changedBy: ctx.actor.personId,
    };
    await inTransaction(ctx.db, (tx) => insertRoadmapTask(tx, ctx.organisationId, task));
    const late = async () => (await open(ctx)).rows.filter(({ rule }) => rule === "roadmap-late");
    await look(ctx, "2026-07-03T12:00:00.000Z");
    expect(await late()).toEqual([]);
    await look(ctx, "2026-07-04T12:00:00.000Z");
    expect(await late()).toMatchObject([
      { initiativeId, text: "Lead scoring: “Map the workflow” was due on 2026-07-03." },
    ]);
    const done = { ...task, doneOn: "2026-07-05", doneBy: ctx.actor.personId, version: 2 };
    await inTransaction(ctx.db, (tx) => updateRoadmapTask(tx, ctx.organisationId, 1, done));
    await look(ctx, "2026-07-05T12:00:00.000Z");
    expect(await late()).toEqual([]);
    const [over] = (await listAlerts(ctx, { limit: 1, state: "ended", rule: "roadmap-late" })).rows;
    expect(over?.endText).toBe("Lead scoring: “Map the workflow” was done on 2026-07-05.");
  });

  it("sets rules from the version that was read", async () => {
    const ctx = await openLedger(openFresh);
    const set = (version: number) =>
      setAlertSettings(atInstant(ctx, secondAfter(ctx)), { ...exampleAlertSettings(), version }, null);
    expect(await set(0)).toMatchObject({ version: 1, mail: true, mailFrom: null });
    await expect(set(0)).rejects.toMatchObject({ name: "LostUpdateError" });
    expect(await set(1)).toMatchObject({ version: 2 });
  });
});
