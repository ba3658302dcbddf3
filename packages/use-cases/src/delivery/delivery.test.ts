import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setReading } from "../access/set-reading.ts";
import { insertAccount } from "@liftledger/database/accounts";
import { listMessages } from "@liftledger/database/messages";
import { inTransaction } from "@liftledger/database/transaction";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { SMTPServer } from "smtp-server";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { lookForAlerts } from "../alerts/look-for-alerts.ts";
import { setAlertSettings } from "../alerts/set-alert-settings.ts";
import type { Context } from "../context.ts";
import { sendDigests } from "../digests/send-digests.ts";
import { exampleAlertSettings } from "../testing/example-alert.ts";
import { join } from "../testing/join.ts";
import { loopbackCouriers } from "../testing/loopback-couriers.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { startReceiver, type Answer } from "../testing/webhook-receiver.ts";
import { createWebhook } from "../webhooks/create-webhook.ts";
import { removeWebhook } from "../webhooks/remove-webhook.ts";
import type { Couriers } from "./couriers.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { retryDelivery } from "./retry-delivery.ts";
import { mailCourier } from "./send-mail.ts";
import { sendTestAlert } from "./send-test-alert.ts";

const never = new AbortController().signal;
const noon = "2026-07-06T12:00:00.000Z";
const later = (milliseconds: number) => new Date(Date.parse(noon) + milliseconds).toISOString();
const deliver = (ctx: Context, couriers: Couriers, now = noon) =>
  deliverMessages(at(ctx, now), couriers, { signal: never, present: () => now });
const minute = 60_000;

async function hookTo(ctx: Context, address: string, format: "json" | "slack" | "teams" = "json") {
  const wanted = { name: format, address, format, about: ["alerts" as const, "weekly" as const] };
  return createWebhook(ctx, wanted, { allowsLoopback: true });
}

/** A real mail server on this machine, which keeps every mail. */
async function startMailServer() {
  const mails: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const from = "ledger@firm.example";
  const couriers = loopbackCouriers({ mail: mailCourier(`smtp://127.0.0.1:${port}`, from), mailFrom: from });
  return { mails, couriers, close: () => new Promise<void>((done) => server.close(() => done())) };
}

async function joinWithMail(ctx: Context, name: string, role: "finance" | "admin"): Promise<Context> {
  const person = await join(ctx, name, role);
  const { personId } = person.actor;
  const email = `${personId}@firm.example`;
  await inTransaction(ctx.db, (tx) => insertAccount(tx, { personId, name, email }, ctx.now));
  return person;
}

describeOnEveryDatabase("deliverMessages", (open) => {
  it("calls webhooks so that the libraries of Standard Webhooks take the call, in each format", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const receiver = await startReceiver();
    const made = new Map<string, string>();
    for (const format of ["json", "slack", "teams"] as const) {
      const { webhook, secret } = await hookTo(ctx, `${receiver.address}/${format}`, format);
      made.set(webhook.hookId, secret);
    }
    await lookForAlerts(at(ctx, noon), never);
    const { sent } = await deliver(ctx, loopbackCouriers());
    expect(sent).toBe(receiver.calls.length);
    const verified = [...made.values()].map((secret) =>
      receiver.calls.filter(({ headers, body }) => {
        try {
          // Of the receiver's own clock the library asks; the instant is that of the test.
          const fresh = new Webhook(secret);
          const sentAt = new Date(Number(headers["webhook-timestamp"]) * 1000);
          return fresh.sign(String(headers["webhook-id"]), sentAt, body) === headers["webhook-signature"];
        } catch {
          return false;
        }
      }),
    );
    expect(verified.map(({ length }) => length)).toEqual([sent / 3, sent / 3, sent / 3]);
    const [json, slack, teams] = verified.map((calls) => calls.map(({ body }) => JSON.parse(body)));
    expect(json).toContainEqual(
      expect.objectContaining({
        kind: "raised",
        title: "Missing week",
        organisation: { id: "default", name: "Example" },
        alert: expect.objectContaining({
          rule: "missing-week",
          whatToDo: expect.stringContaining("Log the period"),
        }),
        link: "https://ledger.example/default/log?period=2026-W26",
      }),
    );
    expect(JSON.stringify(slack)).toContain('"type":"mrkdwn"');
    expect(JSON.stringify(slack)).toContain("counts as missing, not as zero");
    expect(JSON.stringify(teams)).toContain('"type":"AdaptiveCard"');
    expect(await deliver(ctx, loopbackCouriers(), later(minute))).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    await receiver.close();
  });

  it("mails whoever is told and has an account, by a real mail server, each once and by its own id", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    await setReading(await joinWithMail(ctx, "Finn", "finance"), { language: null, locale: "de-DE" });
    await joinWithMail(ctx, "Grace", "admin");
    const server = await startMailServer();
    const rules = {
      ...exampleAlertSettings().rules,
      "missing-week": { isOn: true, to: ["finance" as const, "admin" as const] },
    };
    await setAlertSettings(at(ctx, noon), { ...exampleAlertSettings(), rules, version: 0 }, null);
    await lookForAlerts(at(ctx, later(minute)), never);
    await deliver(ctx, server.couriers, later(2 * minute));
    await deliver(ctx, server.couriers, later(3 * minute));
    const missing = server.mails.filter(({ text }) => text.includes("Subject: Example: Missing week"));
    // Each is told days as they read them.
    const daysOf = ({ text }: { text: string }) => {
      // A line that is too long for a mail is folded.
      const unfolded = text.replaceAll(/=\r?\n/g, "");
      return /overdue since ([^=.]+\.? ?\w+ \d{4})\./.exec(unfolded)?.[1];
    };
    expect(new Map(missing.map((mail) => [mail.to.join(), daysOf(mail)]))).toEqual(
      new Map([
        ["finn@firm.example", "5. Juli 2026"],
        ["grace@firm.example", "5 July 2026"],
      ]),
    );
    expect(missing).toHaveLength(2);
    const { rows } = await listMessages(ctx.db.read, ctx.organisationId, { limit: 50, channel: "mail" });
    expect(missing[0]?.text).toMatch(/Message-ID: <(id-\d+)@firm\.example>/);
    expect(rows.every(({ state }) => state === "sent")).toBe(true);
    const ids = server.mails.map(({ text }) => /Message-ID: <(.*)@/.exec(text)?.[1]);
    expect(ids.toSorted()).toEqual(rows.map(({ messageId }) => messageId).toSorted());
    await server.close();
  });

  it("tries again what failed under the same id, after pauses that double, and gives up what never arrives", async () => {
    const ctx = await openLedger(open);
    let answer: Answer = { status: 503 };
    const receiver = await startReceiver(() => answer);
    const { webhook } = await hookTo(ctx, receiver.address);
    const admin = at(ctx, noon);
    const couriers = loopbackCouriers();
    const { hookId } = webhook;
    const test = await sendTestAlert(
      admin,
      { channel: "webhook", hookId },
      { couriers, present: () => noon },
    );
    expect(test).toMatchObject({ state: "waiting", attempts: 1, error: "It answered 503.", to: "json" });
    expect(test.nextTryAt).toBe(later(minute));
    expect(await deliver(ctx, couriers, later(minute - 1))).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    const tried: (string | null)[] = [];
    for (let time = Date.parse(noon); ;) {
      const [delivery] = (await listDeliveries(admin, { limit: 1 })).rows;
      if (delivery === undefined || delivery.nextTryAt === null) break;
      tried.push(delivery.nextTryAt);
      time = Date.parse(delivery.nextTryAt);
      await deliver(ctx, couriers, new Date(time).toISOString());
    }
    const minutes = tried.map((instant) => (Date.parse(instant ?? "") - Date.parse(noon)) / minute);
    expect(minutes).toEqual([1, 3, 7, 15, 31, 63, 127, 247, 367]);
    expect((await listDeliveries(admin, { limit: 5 })).rows).toMatchObject([
      { state: "given-up", attempts: 10 },
    ]);
    expect(new Set(receiver.calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    answer = { status: 200 };
    const again = at(ctx, later(1000 * minute));
    const { messageId } = test;
    await retryDelivery(again, { messageId });
    await expect(retryDelivery(again, { messageId })).rejects.toMatchObject({ kind: "conflict" });
    expect(await deliver(ctx, couriers, again.now)).toEqual({ sent: 1, failed: 0, givenUp: 0 });
    expect((await listDeliveries(admin, { limit: 5 })).rows).toMatchObject([{ state: "sent", error: null }]);
    await receiver.close();
  });

  it("gives up at once what may not be called and what was removed, and says why", async () => {
    const ctx = await openLedger(open);
    const { webhook } = await hookTo(ctx, "http://127.0.0.1:9/");
    const { hookId } = webhook;
    const strict = { ...loopbackCouriers(), post: async () => {} };
    const { postWebhook } = await import("./post-webhook.ts");
    const couriers = {
      ...strict,
      post: (call: Parameters<Couriers["post"]>[0]) => postWebhook(call, { allowsLoopback: false }),
    };
    const test = await sendTestAlert(
      at(ctx, noon),
      { channel: "webhook", hookId },
      { couriers, present: () => noon },
    );
    expect(test).toMatchObject({ state: "given-up", error: expect.stringContaining("https://") });
    await removeWebhook(at(ctx, later(1)), { hookId });
    await retryDelivery(at(ctx, later(2)), { messageId: test.messageId });
    await deliver(ctx, couriers, later(minute));
    const { rows } = await listDeliveries(ctx, { limit: 5 });
    expect(rows).toMatchObject([{ state: "given-up", error: "The webhook was removed." }]);
  });
});

describeOnEveryDatabase("sendDigests", (open) => {
  it("sends the week once, on its day, to growth and to webhooks, and nothing in quiet hours", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const receiver = await startReceiver();
    await hookTo(ctx, receiver.address);
    const monday = (time: string) => at(ctx, `2026-06-22T${time}:00.000Z`);
    expect(await sendDigests(monday("05:00"))).toBe(0);
    // The week, and the month of May, which was due on the fifth.
    expect(await sendDigests(monday("08:00"))).toBe(2);
    expect(await sendDigests(monday("08:15"))).toBe(0);
    await deliver(ctx, loopbackCouriers(), monday("09:00").now);
    const [digest, ...others] = receiver.calls.map(({ body }) => JSON.parse(body));
    expect(others).toEqual([]);
    expect(digest).toMatchObject({
      kind: "digest",
      title: "What happened in 2026-W25",
      digest: { period: "2026-W25" },
    });
    expect(JSON.stringify(digest.digest.sections)).toContain(
      "Conversion rate (Lead scoring): 7.50% (unchanged)",
    );
    await receiver.close();
  });
});
