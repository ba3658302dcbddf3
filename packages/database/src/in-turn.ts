import type { Database } from "./open-database.ts";

const lastOf = new WeakMap<Database, Map<string, Promise<unknown>>>();

/**
 * Runs work once all that was given before under the same name has ended. Whoever waits holds no connection meanwhile.
 * SQLite's writers queue by themselves, and work without a name waits for nobody.
 */
export async function inTurn<Result>(
  db: Database,
  name: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (db.kind === "sqlite" || name === undefined) return work();
  const byName = lastOf.get(db) ?? new Map<string, Promise<unknown>>();
  lastOf.set(db, byName);
  const before = byName.get(name);
  const mine = before === undefined ? work() : before.then(work, work);
  byName.set(name, mine);
  try {
    return await mine;
  } finally {
    if (byName.get(name) === mine) byName.delete(name);
  }
}
