import { isAbsolute, join, resolve } from "node:path";
import type { DatabaseLocation } from "@liftledger/database/open-database";

/** Where the data lies. */
export interface DataLocation {
  readonly database: DatabaseLocation;
  /** The folder of the SQLite file, which is made when it is not there; null on PostgreSQL. */
  readonly folder: string | null;
}

/**
 * Where the data lies by the settings: PostgreSQL where there is an address, else an SQLite file in a
 * folder, "data" below the root when none is named. A relative folder is relative to the root.
 *
 * @example
 * dataLocation({}, "/srv/liftledger").folder // "/srv/liftledger/data"
 */
export function dataLocation(
  settings: { databaseUrl?: string | undefined; folder?: string | undefined },
  root: string,
): DataLocation {
  const { databaseUrl, folder = "data" } = settings;
  if (databaseUrl !== undefined) return { database: { kind: "postgres", url: databaseUrl }, folder: null };
  const absolute = isAbsolute(folder) ? folder : resolve(root, folder);
  return { database: { kind: "sqlite", file: join(absolute, "liftledger.db") }, folder: absolute };
}
