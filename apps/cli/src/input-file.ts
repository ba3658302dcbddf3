import { access, constants, stat } from "node:fs/promises";
import { CommandError, exitCodes } from "./exit-codes.ts";

/** The size of a file that can be read; throws `CommandError` for one that cannot, and for a folder. */
export async function readableSize(path: string): Promise<number> {
  const found = await access(path, constants.R_OK)
    .then(() => stat(path))
    .catch((error: unknown) => {
      throw unreadable(path, error instanceof Error ? error.message : String(error));
    });
  if (found.isDirectory()) throw unreadable(path, "it is a folder");
  return found.size;
}

/** Says that a file cannot be read, and why. */
export function unreadable(path: string, reason: string): CommandError {
  return new CommandError(exitCodes.noInput, `${path} cannot be read: ${reason}.`);
}
