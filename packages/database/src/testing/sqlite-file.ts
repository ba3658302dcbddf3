import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FreshDatabase } from "./postgres-database.ts";

/** A place for a new SQLite file, in a folder of its own. */
export async function freshSqliteFile(): Promise<FreshDatabase<{ kind: "sqlite"; file: string }>> {
  const folder = await mkdtemp(join(tmpdir(), "liftledger-sqlite-"));
  return {
    location: { kind: "sqlite", file: join(folder, "liftledger.db") },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
