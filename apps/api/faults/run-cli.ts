import { spawn } from "node:child_process";
import { join } from "node:path";
import type { DataLocation } from "@liftledger/use-cases/local/data-location";
import { repositoryRoot } from "../src/version.ts";
import { environmentOf } from "./running-server.ts";

/** How a command ended and what it said. */
interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `liftledger` as a shell would. */
export function runCli(data: DataLocation, args: readonly string[], uid?: number): Promise<Ended> {
  const child = spawn(process.execPath, [join(repositoryRoot, "apps/cli/src/main.ts"), ...args], {
    env: environmentOf(data),
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}
