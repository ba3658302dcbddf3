import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The root of the repository: the folder that holds the workspace. */
export const repositoryRoot = join(import.meta.dirname, "../../..");

/** The version of this software, as its package says. */
export function readVersion(): string {
  const text = readFileSync(join(repositoryRoot, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
