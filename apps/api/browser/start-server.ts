import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MemberRole } from "@liftledger/contracts/access";
import { createClient, type Client } from "@liftledger/contracts/client";
import { cookiesIn, firstAdmin, setUp } from "../src/testing/set-up.ts";

/** Where a server is, and the cookie of its admin; "" where nobody signed in. */
export interface Server {
  address: string;
  cookie: string;
}

/** A server of its own process, as `npm start` runs it, on a data folder of its own. */
export interface StartedServer extends Server {
  /** What it printed, the link to set it up among it. */
  printed: string;
  stop(): Promise<void>;
}

/** A client of the API that acts as the admin. */
export function clientOn({ address: baseUrl, cookie: Cookie }: Server, organisationId: string): Client {
  return createClient({ baseUrl, organisationId, headers: { Cookie } });
}

/** Invites somebody with the role finance and accepts the invitation as them. */
export function joinFinance(server: Server, name: string): Promise<Server> {
  return joinAs(server, {
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@vance.example`,
    role: "finance",
  });
}

/** Invites somebody and accepts the invitation as them. */
export async function joinAs(
  server: Server,
  { name, ...invited }: { name: string; email: string; role: MemberRole },
): Promise<Server> {
  const admin = clientOn(server, "default");
  const { invitation } = await admin.call("invitePerson", { body: { name, ...invited } });
  const response = await fetch(`${server.address}/api/v1/access-links/invitation`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token: invitation.link.split("#")[1], name, password: firstAdmin.password }),
  });
  if (!response.ok) throw new Error(`the invitation answered ${response.status}: ${await response.text()}`);
  return { address: server.address, cookie: cookiesIn(response) };
}

/** Starts the server on a free port with an empty data folder; the first start makes the demo. Then sets it up. */
export async function startServer({ isSetUp = true } = {}): Promise<StartedServer> {
  const data = await mkdtemp(join(tmpdir(), "liftledger-browser-"));
  const server = spawn(process.execPath, [join(import.meta.dirname, "../src/main.ts")], {
    env: { ...process.env, LIFTLEDGER_DATA: data, PORT: "0", DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  let printed = "";
  for await (const chunk of server.stdout) {
    printed += String(chunk);
    if (/\/access#\S+\n/.test(printed)) break;
  }
  const address = / is at (http:\S+)\n/.exec(printed)?.[1];
  if (address === undefined) throw new Error(`the server did not start: ${printed}`);
  return {
    address,
    printed,
    cookie: isSetUp ? await setUp(address, printed) : "",
    async stop() {
      server.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
