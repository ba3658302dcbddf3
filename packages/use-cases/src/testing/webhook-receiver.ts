import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A call as it arrived. */
export interface ReceivedCall {
  headers: IncomingHttpHeaders;
  body: string;
}

/** How a receiver answers: with a status (and where else to go), or never. */
export type Answer = { status: number; location?: string } | "never";

/** A real receiver of webhooks on this machine, which keeps every call. */
export async function startReceiver(answer: (call: ReceivedCall) => Answer = () => ({ status: 204 })) {
  const calls: ReceivedCall[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const call = { headers: request.headers, body: Buffer.concat(parts).toString() };
      calls.push(call);
      const said = answer(call);
      if (said === "never") return;
      response.writeHead(said.status, said.location === undefined ? {} : { location: said.location });
      response.end("x".repeat(1_000_000));
    });
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/hook`,
    port,
    calls,
    connections: () => connections,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
