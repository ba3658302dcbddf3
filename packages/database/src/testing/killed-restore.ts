import { spawn } from "node:child_process";
import { join } from "node:path";
import type { DatabaseLocation } from "../open-database.ts";

/**
 * Restores an export over what is there, in a process that kills itself when it has dealt with so many lines; answers
 * the signal it ended by, null where it came to its end.
 */
export function killedRestore(
  location: DatabaseLocation,
  file: string,
  lines: number,
): Promise<NodeJS.Signals | null> {
  const script = join(import.meta.dirname, "restore-and-die.ts");
  const args = [script, JSON.stringify(location), file, String(lines)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
}
