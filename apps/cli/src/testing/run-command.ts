import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { runLiftledger } from "../run-liftledger.ts";

/** What a command said and how it ended. */
interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command on a data folder within this process, which saves starting one. */
export function runCommand(data: string, ...args: string[]): Promise<Ended> {
  return runCommandWith({}, data, ...args);
}

/** The same with settings of the environment. */
export async function runCommandWith(
  settings: Record<string, string>,
  data: string,
  ...args: string[]
): Promise<Ended> {
  const { env, exitCode } = process;
  const [out, err] = [listenTo(process.stdout), listenTo(process.stderr)];
  // What login keeps lies beside the data, for all that lie there.
  const config = join(dirname(data), "config");
  process.env = { PATH: env["PATH"], LIFTLEDGER_DATA: data, XDG_CONFIG_HOME: config, ...settings };
  try {
    return { code: await runLiftledger(args), out: out.end(), err: err.end() };
  } finally {
    out.end();
    err.end();
    process.env = env;
    process.exitCode = exitCode;
  }
}

/** Keeps what is written to a stream, until its end. */
function listenTo(stream: NodeJS.WriteStream): { end(): string } {
  let said = "";
  const spy = vi.spyOn(stream, "write").mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  return {
    end() {
      spy.mockRestore();
      return said;
    },
  };
}

/** Runs the command as a shell would, in a process of its own. */
export function runInShell(data: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../main.ts"), ...args], {
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      LIFTLEDGER_DATA: data,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
