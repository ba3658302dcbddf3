import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { DataLocation } from "@liftledger/use-cases/local/data-location";
import { nodeEnvironment, nodeFlags } from "../src/node-start.ts";
import { repositoryRoot } from "../src/version.ts";
import { keyOf } from "./ledger-place.ts";

/** A server that closed its door ends in this time. */
const patienceMilliseconds = 10_000;

/** A server in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** By which clients may log; empty where the data were made without a key. */
  readonly headers: Record<string, string>;
  /** From the start of its process to its first answer. */
  readonly readyMilliseconds: number;
  /** Resolves when the process has ended, with its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A server that ended before it answered. */
export class ServerDidNotStart extends Error {
  override name = "ServerDidNotStart";
  readonly exitCode: number | null;
  readonly said: string;

  constructor(exitCode: number | null, said: string) {
    super(`The server ended with ${exitCode}: ${said}`);
    this.exitCode = exitCode;
    this.said = said;
  }
}

/**
 * Starts the server as an administrator would, on a free port, and waits until it answers. Throws
 * `ServerDidNotStart`.
 *
 * @param settings `under` is a command that runs it, such as strace; `uid` whose rights it has; `environment` further settings
 */
export async function startServer(
  data: DataLocation,
  {
    under = [],
    uid,
    environment = {},
  }: { under?: readonly string[]; uid?: number | undefined; environment?: Record<string, string> } = {},
): Promise<ServerProcess> {
  const main = join(repositoryRoot, "apps/api/src/main.ts");
  const [command = "", ...args] = [...under, process.execPath, ...nodeFlags, main];
  const began = performance.now();
  const child = spawn(command, args, {
    env: { ...environmentOf(data), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that a signal reaches whatever runs it as well.
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      const [, found] = / is at (\S+)\n/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then((code) => reject(new ServerDidNotStart(code, said)));
  });
  try {
    await (await fetch(`${address}/healthz`)).text();
  } catch (error) {
    // It listened, and ended before it was asked: by a job of its own, say.
    const code = await Promise.race([ended, delay(patienceMilliseconds, undefined, { ref: false })]);
    if (code === undefined) throw error;
    throw new ServerDidNotStart(code, said);
  }
  const key = keyOf(data);
  return {
    address,
    pid: child.pid ?? 0,
    headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
    readyMilliseconds: performance.now() - began,
    ended,
    end(signal) {
      if (child.pid !== undefined && child.exitCode === null) {
        try {
          process.kill(-child.pid, signal);
        } catch {
          // It ended by itself meanwhile.
        }
      }
      return ended;
    },
  };
}

/** The settings of a process that works on these data. */
export function environmentOf({ database, folder }: DataLocation): NodeJS.ProcessEnv {
  const { PATH, NODE_COMPILE_CACHE, TMPDIR } = process.env;
  return {
    ...nodeEnvironment,
    PATH,
    PORT: "0",
    ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(database.kind === "postgres" ? { DATABASE_URL: database.url } : { LIFTLEDGER_DATA: folder ?? "" }),
  };
}
