import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { listMessages } from "@liftledger/database/messages";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { getDigest } from "../digests/get-digest.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { join } from "../testing/join.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { createWebhook } from "../webhooks/create-webhook.ts";
import { countAlerts } from "./count-alerts.ts";
import { listAlerts } from "./list-alerts.ts";
import { lookForAlerts } from "./look-for-alerts.ts";
import { markAlert } from "./mark-alert.ts";
import { snoozeAlert } from "./snooze-alert.ts";
import { unsnoozeAlert } from "./unsnooze-alert.ts";

const never = new AbortController().signal;
const noon = (ctx: Context, day: string) => at(ctx, `${day}T12:00:00.000Z`);
const reason = "The shop sends its numbers on Thursday";

async function missingIn(ctx: Context, state: "open" | "snoozed" | "ended") {
  return (await listAlerts(ctx, { limit: 50, state, rule: "missing-week" })).rows;
}

async function needsSomebody(ctx: Context): Promise<string> {
  return (await getDigest(ctx, { kind: "weekly" })).sections.flatMap(({ lines }) => lines).join("\n");
}

describeOnEveryDatabase("snoozeAlert", (open) => {
  /** A week that is missing since 6 July, told to an admin. */
  async function told() {
    const ledger = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ledger);
    const root = await join(ledger, "Root", "admin");
    await createWebhook(
      ledger,
      { name: "Channel", address: "https://hooks.example/a", format: "json", about: ["alerts"] },
      { allowsLoopback: false },
    );
    const monday = noon(root, "2026-07-06");
    await lookForAlerts(monday, never);
    const [alert] = await missingIn(monday, "open");
    return { ledger, root, monday, initiativeId, seriesId, alertId: alert?.alertId ?? "" };
  }

  it("puts an alert off for everybody until its day, on which it is back by itself, to be read anew", async () => {
    const { root, monday, alertId } = await told();
    await markAlert(monday, { alertId, read: true });
    const before = await countAlerts(monday);
    expect(await needsSomebody(monday)).toContain("2026-W26 has been overdue");
    const put = await snoozeAlert(monday, { alertId, backOn: "2026-07-09", reason });
    expect(put.snooze).toMatchObject({ backOn: "2026-07-09", by: "Root", reason });
    for (const day of ["2026-07-06", "2026-07-08"]) {
      const then = noon(root, day);
      expect(await missingIn(then, "open")).toEqual([]);
      expect(await missingIn(then, "snoozed")).toMatchObject([{ alertId, snooze: { reason } }]);
      expect(await needsSomebody(then)).not.toContain("2026-W26 has been overdue");
    }
    expect(await countAlerts(monday)).toEqual({ ...before, open: before.open - 1, snoozed: 1 });
    const back = noon(root, "2026-07-09");
    expect(await missingIn(back, "snoozed")).toEqual([]);
    expect(await missingIn(back, "open")).toMatchObject([{ alertId, snooze: null, readAt: null }]);
    expect(await countAlerts(back)).toMatchObject({ open: before.open, unread: before.unread + 1 });
    expect(await needsSomebody(back)).toContain("2026-W26 has been overdue");
  });

  it("tells its end while it is put off, and nothing else of it", async () => {
    const { ledger, root, monday, seriesId, alertId } = await told();
    await snoozeAlert(monday, { alertId, backOn: "2026-07-20", reason });
    await lookForAlerts(noon(root, "2026-07-07"), never);
    const tuesday = at(ledger, "2026-07-07T13:00:00.000Z");
    const week = { seriesId, period: "2026-W26", numerator: "40", denominator: "400" };
    await logSnapshots(tuesday, { snapshots: [week], source: "shop" });
    await lookForAlerts(at(ledger, "2026-07-07T13:15:00.000Z"), never);
    expect(await missingIn(tuesday, "snoozed")).toEqual([]);
    expect(await missingIn(tuesday, "ended")).toMatchObject([{ alertId, snooze: null }]);
    const { rows } = await listMessages(root.db.read, root.organisationId, { limit: 100 });
    const titles = rows.filter(({ title }) => title.endsWith("Missing week")).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(["Missing week", "Over: Missing week"]);
    await expect(snoozeAlert(tuesday, { alertId, backOn: "2026-07-20", reason })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  it("is brought back before its day by hand, once", async () => {
    const { monday, alertId } = await told();
    await expect(unsnoozeAlert(monday, { alertId })).rejects.toMatchObject({ kind: "conflict" });
    await snoozeAlert(monday, { alertId, backOn: "2026-07-09", reason });
    expect(await unsnoozeAlert(monday, { alertId })).toMatchObject({ snooze: null });
    expect(await missingIn(monday, "open")).toMatchObject([{ alertId }]);
  });

  it.each([
    ["2026-07-06", "a day that is not after today"],
    ["2026-10-05", "a day more than ninety days ahead"],
  ])("refuses %s: %s", async (backOn) => {
    const { monday, alertId } = await told();
    await expect(snoozeAlert(monday, { alertId, backOn, reason })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "backOn", seen: backOn }],
    });
    expect((await snoozeAlert(monday, { alertId, backOn: "2026-10-04", reason })).snooze).not.toBeNull();
  });

  it("is for whoever was told, or may change the initiative, and for no viewer", async () => {
    const { ledger, monday, alertId } = await told();
    const asked = { alertId, backOn: "2026-07-09", reason };
    const as = async (name: string, role: "viewer" | "contributor") => ({
      ...(await join(ledger, name, role)),
      now: monday.now,
      today: monday.today,
    });
    await expect(snoozeAlert(await as("Vic", "viewer"), asked)).rejects.toMatchObject({ kind: "forbidden" });
    const other = await as("Carl", "contributor");
    const stranger = { ...other, actor: { ...other.actor, teamIds: [] } };
    await expect(snoozeAlert(stranger, asked)).rejects.toMatchObject({ kind: "forbidden" });
    expect((await snoozeAlert(other, asked)).snooze).toMatchObject({ by: "Carl" });
  });
});
