import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A server of its own process, as `npm start` runs it, on a data folder of its own. */
export interface StartedServer {
  address: string;
  stop(): Promise<void>;
}

/** Starts the server on a free port with an empty data folder; the first start makes the demo. */
export async function startServer(): Promise<StartedServer> {
  const data = await mkdtemp(join(tmpdir(), "liftledger-browser-"));
  const server = spawn(process.execPath, [join(import.meta.dirname, "../src/main.ts")], {
    env: { ...process.env, LIFTLEDGER_DATA: data, PORT: "0", DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  let printed = "";
  for await (const chunk of server.stdout) {
    printed += String(chunk);
    if (/ is at http:\S+\n/.test(printed)) break;
  }
  const address = / is at (http:\S+)\n/.exec(printed)?.[1];
  if (address === undefined) throw new Error(`the server did not start: ${printed}`);
  return {
    address,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
