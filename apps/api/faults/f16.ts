// F16: webhooks to 40 private or odd addresses, by an admin over HTTP and again behind the back of that check.
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { postWebhook } from "@liftledger/use-cases/delivery/post-webhook";
import { refuseAddress } from "@liftledger/use-cases/webhooks/refuse-address";
import { oddAddresses } from "@liftledger/use-cases/testing/odd-addresses";
import { none, reportFigures } from "./figures.ts";

const strict = { allowsLoopback: false };
let connections = 0;
const listener = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
listener.listen(0, "127.0.0.1");
await once(listener, "listening");
const { port } = listener.address() as AddressInfo;

const [saved, called]: [string[], string[]] = [[], []];
for (const odd of oddAddresses) {
  const address = odd.replaceAll("PORT", String(port));
  try {
    refuseAddress(address, strict);
    saved.push(address);
  } catch {
    // Refused where it is saved, as it should be.
  }
  const call = {
    messageId: "f16",
    address,
    secret: "whsec_c2VjcmV0",
    body: "{}",
    now: new Date().toISOString(),
  };
  // As if it had been saved, and by a name server that points every name at this machine.
  for (const resolve of [undefined, async () => [{ address: "127.0.0.1", family: 4 }]]) {
    try {
      await postWebhook(call, { ...strict, resolve });
      called.push(address);
    } catch {
      // Refused before anything is connected to.
    }
  }
}
// A public name that a name server points at this machine, with the port it listens on.
const rebound = `https://hooks.example:${port}/`;
await postWebhook(
  { messageId: "f16", address: rebound, secret: "whsec_c2VjcmV0", body: "{}", now: new Date().toISOString() },
  { ...strict, resolve: async () => [{ address: "127.0.0.1", family: 4 }] },
).catch(() => {});
listener.close();

reportFigures(`F16 webhooks to ${oddAddresses.length} private or odd addresses`, [
  none("taken where they are saved", saved.length),
  none("called all the same", called.length),
  none("connections", connections),
]);
