import { describe, expect, it } from "vitest";
import { oddAddresses } from "../testing/odd-addresses.ts";
import { startReceiver } from "../testing/webhook-receiver.ts";
import { postWebhook } from "./post-webhook.ts";
import { checkedAddress, RefusedAddressError, webhookUrl } from "./public-address.ts";

const strict = { allowsLoopback: false };
const lenient = { allowsLoopback: true };
const resolving =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

describe("checkedAddress", () => {
  it.each([
    "https://hooks.example/a?b=c",
    "https://hooks.example./a",
    "https://93.184.215.14/",
    "https://[2606:2800::1]/",
  ])("takes %s", async (address) => {
    const resolve = resolving("93.184.215.14", "2606:2800::1");
    const checked = await checkedAddress(address, strict, resolve);
    expect(["93.184.215.14", "2606:2800::1", "2606:2800:0:0:0:0:0:1"]).toContain(checked.address);
  });

  it.each(oddAddresses)("refuses %s, whoever resolves it, and connects to nothing", async (odd) => {
    const receiver = await startReceiver();
    const address = odd.replaceAll("PORT", String(receiver.port));
    const call = {
      messageId: "m",
      address,
      secret: "whsec_c2VjcmV0",
      body: "{}",
      now: "2026-07-06T12:00:00.000Z",
    };
    await expect(postWebhook(call, { ...strict, resolve: resolving("127.0.0.1") })).rejects.toThrow(
      RefusedAddressError,
    );
    expect(receiver.connections()).toBe(0);
    await receiver.close();
  });

  it.each([
    ["a private address among public ones", ["93.184.215.14", "10.0.0.1"]],
    ["this machine", ["127.0.0.1"]],
    ["this machine in IPv6", ["::1"]],
    ["a mapped address", ["::ffff:10.0.0.1"]],
    ["the metadata of a cloud", ["169.254.169.254"]],
    ["a scope", ["fe80::1%eth0"]],
    ["nothing", []],
  ])("refuses a public name that resolves to %s", async (_, addresses) => {
    await expect(checkedAddress("https://hooks.example/", strict, resolving(...addresses))).rejects.toThrow(
      RefusedAddressError,
    );
  });

  it.each([
    "ftp://hooks.example/",
    "javascript:alert(1)",
    "hooks",
    "https://hooks/",
    "https://db.internal/",
    "https://hooks.example/#a",
    "https://hooks.example\\@10.0.0.1/",
    `https://hooks.example/${"a".repeat(500)}`,
  ])("refuses %s as it is written", (address) => {
    expect(() => webhookUrl(address, strict)).toThrow(RefusedAddressError);
  });

  it("lets this machine be called where the server allows it, and nothing else that is private", async () => {
    expect(webhookUrl("http://127.0.0.1:9000/", lenient).port).toBe("9000");
    expect(() => webhookUrl("http://10.0.0.1/", lenient)).toThrow(RefusedAddressError);
    expect(() => webhookUrl("http://hooks.example/", lenient)).toThrow(RefusedAddressError);
    await expect(checkedAddress("http://localhost:9/", lenient, resolving("10.0.0.1"))).rejects.toThrow(
      RefusedAddressError,
    );
    await expect(checkedAddress("https://hooks.example/", lenient, resolving("127.0.0.1"))).rejects.toThrow(
      RefusedAddressError,
    );
  });
});

describe("postWebhook", () => {
  const send = (address: string) =>
    postWebhook(
      { messageId: "m", address, secret: "whsec_c2VjcmV0", body: "{}", now: "2026-07-06T12:00:00.000Z" },
      lenient,
    );

  it("follows no redirect: what it leads to is never called", async () => {
    const secret = await startReceiver();
    const leading = await startReceiver(() => ({ status: 307, location: secret.address }));
    await expect(send(leading.address)).rejects.toThrow("It answered 307, which sends elsewhere");
    expect([leading.calls.length, secret.connections()]).toEqual([1, 0]);
    await Promise.all([secret.close(), leading.close()]);
  });

  it.each([
    [500, "It answered 500."],
    [404, "It answered 404."],
  ])("says that a receiver answered %i", async (status, words) => {
    const receiver = await startReceiver(() => ({ status }));
    await expect(send(receiver.address)).rejects.toThrow(words);
    await receiver.close();
  });

  it("says that nobody answers", async () => {
    const receiver = await startReceiver();
    await receiver.close();
    await expect(send(receiver.address)).rejects.toThrow("Nobody answers at that address.");
  });
});
