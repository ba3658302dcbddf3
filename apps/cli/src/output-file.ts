import { existsSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { CommandError, exitCodes } from "./exit-codes.ts";

/** Throws `CommandError` where there is something at a path: nothing is written over. */
export function refuseThere(paths: readonly string[]): void {
  const there = paths.find((path) => existsSync(path));
  if (there !== undefined) throw alreadyThere(there);
}

/** Writes a new file: all of it, or none. Throws `CommandError` where there is one, or it cannot be written. */
export async function writeNewFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  await writingTo(path, async () => {
    const handle = await open(path, "wx");
    try {
      await handle.writeFile(content);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  });
}

/** Does what writes to a path; where the system does not let it, that is said in one line that names the path. */
export async function writingTo<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code, syscall } = error as NodeJS.ErrnoException;
    // What is read meanwhile may fail as well, such as a database that is reached by a network: that is another matter.
    if (!writingCalls.has(syscall ?? "") && code !== "SQLITE_FULL") throw error;
    if (code === "EEXIST") throw alreadyThere(path);
    const message = `${path} cannot be written: ${error.message}.`;
    throw new CommandError(exitCodes.alreadyThere, message, { cause: error });
  }
}

/** Says that something is there already. */
export function alreadyThere(path: string): CommandError {
  return new CommandError(exitCodes.alreadyThere, `There is a file ${path} already.`);
}

const writingCalls = new Set(["open", "write", "mkdir", "fsync", "link", "rename"]);
