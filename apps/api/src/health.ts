import { schemaState } from "@liftledger/database/migrate";
import type { Database } from "@liftledger/database/open-database";

/** What `GET /healthz` answers. */
export interface Health {
  status: "ok" | "unavailable";
  version: string;
  database: { kind: Database["kind"]; schemaVersion: string | null; pendingMigrations: string[] };
}

const patienceMilliseconds = 3000;

/** Asks the database for its schema; "unavailable" when it does not answer in time. */
export async function healthOf(db: Database, version: string): Promise<Health> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("no answer")), patienceMilliseconds);
  try {
    const { version: schemaVersion, pending } = await Promise.race([schemaState(db), promise]);
    return { status: "ok", version, database: { kind: db.kind, schemaVersion, pendingMigrations: pending } };
  } catch {
    return {
      status: "unavailable",
      version,
      database: { kind: db.kind, schemaVersion: null, pendingMigrations: [] },
    };
  } finally {
    clearTimeout(timer);
  }
}
