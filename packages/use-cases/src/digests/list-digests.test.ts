import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { listMessages, settleMessage } from "@liftledger/database/messages";
import { inTransaction } from "@liftledger/database/transaction";
import { expect, it } from "vitest";
import { setAlertSettings } from "../alerts/set-alert-settings.ts";
import { exampleAlertSettings } from "../testing/example-alert.ts";
import { join } from "../testing/join.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { createWebhook } from "../webhooks/create-webhook.ts";
import { listDigests } from "./list-digests.ts";
import { sendDigests } from "./send-digests.ts";

describeOnEveryDatabase("listDigests", (open) => {
  it("tells which digests were sent to whom, and what became of each, why to admins alone", async () => {
    const ledger = await openLedger(open);
    const root = await join(ledger, "Root", "admin");
    const grace = await join(ledger, "Grace", "finance");
    await createWebhook(
      root,
      { name: "Growth", address: "https://hooks.example/a", format: "slack", about: ["weekly"] },
      { allowsLoopback: false },
    );
    const settings = { ...exampleAlertSettings(), version: 0 };
    settings.weekly = { isOn: true, weekday: 1, to: ["admin"] };
    await setAlertSettings(root, settings, null);
    expect((await listDigests(root, { limit: 9 })).rows).toEqual([]);
    // A Monday, and the day of the month for finance.
    const now = at(root, "2026-07-06T12:00:00.000Z");
    expect(await sendDigests(now)).toBe(2);
    const { rows: messages } = await listMessages(root.db.read, root.organisationId, { limit: 9 });
    const mail = messages.find(({ personId }) => personId === "root");
    const refused = { state: "given-up", nextTryAt: now.now, sentAt: null, error: "No such box." } as const;
    await inTransaction(root.db, (tx) =>
      settleMessage(tx, root.organisationId, { messageId: mail?.messageId ?? "", ...refused, attempts: 10 }),
    );
    const told = async (ctx: typeof root, query: object = {}) =>
      (await listDigests(ctx, { limit: 9, ...query })).rows.map(({ kind, period, deliveries }) => [
        kind,
        period,
        deliveries.map(({ to, channel, state, error }) => [to, channel, state, error]),
      ]);
    const weekly = (error: string | null) => [
      "weekly",
      "2026-W27",
      expect.arrayContaining([
        ["Root", "mail", "given-up", error],
        ["Growth", "webhook", "waiting", null],
      ]),
    ];
    const monthly = ["monthly", "2026-06", [["Grace", "mail", "waiting", null]]];
    expect(await told(now)).toEqual([weekly("No such box."), monthly]);
    expect(await told(grace)).toEqual([weekly(null), monthly]);
    expect(await told(now, { kind: "monthly" })).toEqual([monthly]);
    const first = await listDigests(now, { limit: 1 });
    const next = await listDigests(now, { limit: 1, cursor: first.nextCursor ?? "" });
    expect([first, next].flatMap(({ rows }) => rows.map(({ kind }) => kind))).toEqual(["weekly", "monthly"]);
    expect(next.nextCursor).toBeNull();
  });
});
