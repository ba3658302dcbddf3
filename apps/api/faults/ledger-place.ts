import { mkdtemp, rm, writeFile } from "node:fs/promises";
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

/** Where the service key lies by which the clients log; beside the data, which some programmes spoil. */
export function keyFile({ folder }: DataLocation): string {
  return `${folder ?? "no-folder"}.key`;
}

/** Makes a ledger with its catalogue and without the demo, in a temporary folder. */
export async function makeLedgerPlace(): Promise<LedgerPlace> {
  const folder = await mkdtemp(join(tmpdir(), "liftledger-faults-"));
  const data = dataLocation({ folder: join(folder, "data") }, folder);
  await withContext(data, async (ctx) => {
    await ensureDefaultOrganisation(ctx, { name: "Faults", currency: "EUR" });
    const wanted = { name: "faults", scopes: ["log" as const], teamIds: null, days: 1 };
    const { key } = await createServiceKey(ctx, wanted);
    await writeFile(keyFile(data), key);
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
