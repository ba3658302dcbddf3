import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs the command as a shell would, on a data folder. */
export function runCommand(
  data: string,
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../main.ts"), ...args], {
    env: { PATH: process.env["PATH"], LIFTLEDGER_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
