import type { Server } from "node:http";
import { serve as serveApp } from "@hono/node-server";
import { guardConnections } from "./guard-connections.ts";

/** A request's head must be there in this time, its whole body in the other: slow connections are closed. */
const headMilliseconds = 5000;
const requestMilliseconds = 60_000;
/** Requests under way may finish in this time when the server is asked to end. */
const lastMilliseconds = 5000;

/** A server that listens. */
export interface RunningServer {
  /** Where it answers, "http://127.0.0.1:8787". */
  readonly address: string;
  /** Takes no new connection and waits for what is under way, a few seconds at most. */
  close(): Promise<void>;
}

/** What answers requests. */
export type Answering = Pick<Parameters<typeof serveApp>[0], "fetch">;

/** Listens on a port, 0 for any free one; rejects where the port is taken. */
export function serve(
  app: Answering,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const serverOptions = {
      headersTimeout: headMilliseconds,
      requestTimeout: requestMilliseconds,
      connectionsCheckingInterval: 1000,
    };
    const server = serveApp({ fetch: app.fetch, hostname: host, port, serverOptions }, (info) => {
      const name = info.family === "IPv6" ? `[${info.address}]` : info.address;
      resolve({ address: `http://${name}:${info.port}`, close: () => closeServer(server) });
    }) as Server;
    guardConnections(server);
    server.once("error", reject);
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), lastMilliseconds);
  await closed;
  clearTimeout(timer);
}
