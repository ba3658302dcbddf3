import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@liftledger/database/open-database";
import type { Context } from "@liftledger/use-cases/context";
import { dataLocation, type DataLocation } from "@liftledger/use-cases/local/data-location";
import { localContext } from "@liftledger/use-cases/local/local-context";
import { openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { v7 as uuid } from "uuid";

/** A folder of its own for one programme, with the data of a server in it, and room beside them. */
export interface LedgerPlace {
  readonly folder: string;
  readonly data: DataLocation;
  remove(): Promise<void>;
}

const keys = new Map<string, string>();

/** The service key by which the clients of this programme read and log; undefined where the data were made without. */
export function keyOf({ database }: DataLocation): string | undefined {
  return keys.get(JSON.stringify(database));
}

/** Makes a ledger with its catalogue and without the demo: in the folder, or in a PostgreSQL database. */
export async function makeLedgerPlace(databaseUrl?: string): Promise<LedgerPlace> {
  const folder = await mkdtemp(join(tmpdir(), "liftledger-faults-"));
  const data = dataLocation({ databaseUrl, folder: join(folder, "data") }, folder);
  await withContext(data, async (ctx) => {
    await ensureDefaultOrganisation(ctx, { name: "Faults", currency: "EUR" });
    const wanted = { name: "faults", scopes: ["read" as const, "log" as const], teamIds: null, days: 1 };
    const { key } = await createServiceKey(ctx, wanted);
    keys.set(JSON.stringify(data.database), key);
  });
  return { folder, data, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Works on data that no server need be running on. */
export async function withContext<Result>(
  data: DataLocation,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const db = await openData(data);
  try {
    return await work(contextOn(db));
  } finally {
    await db.close();
  }
}

/** A context of the local person at this moment. */
export function contextOn(db: Database): Context {
  return localContext(db, { now: new Date().toISOString(), newId: () => uuid() });
}
