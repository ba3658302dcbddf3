import { join, resolve } from "node:path";
import type { Database } from "@liftledger/database/open-database";
import type { Context } from "@liftledger/use-cases/context";
import { dataLocation, type DataLocation } from "@liftledger/use-cases/local/data-location";
import { localContext } from "@liftledger/use-cases/local/local-context";
import { onItsDay } from "@liftledger/use-cases/organisations/on-its-day";
import { DataError, openData, openWithoutMigrating } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { knownCurrency } from "@liftledger/use-cases/series/series-currency";
import { v7 as uuid } from "uuid";

const repositoryRoot = join(import.meta.dirname, "../../..");

/**
 * Runs a piece of work on the ledger in the data folder, which is brought up to date where it must be, or made where it
 * may be new, and closes it afterwards. It may be done while a server runs on the same folder.
 */
export async function withLedger<Result>(
  settings: { data?: string | undefined; currency?: string | undefined; mayBeNew?: boolean },
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const { data, currency = currencySetting(), mayBeNew = true } = settings;
  return withData({ data, mayBeNew }, async (ctx) => {
    await ensureDefaultOrganisation(ctx, { name: "My company", currency });
    return work(ctx);
  });
}

/** The same without making or changing anything but the schema, for work that only reads. */
export async function withData<Result>(
  { data, mayBeNew = false }: { data?: string | undefined; mayBeNew?: boolean },
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const db = await openData(locationOf(data), { mayBeNew });
  try {
    const ctx = localContext(db, { now: new Date().toISOString(), newId: () => uuid() });
    return await work(await onItsDay(ctx));
  } finally {
    await db.close();
  }
}

/** Runs maintenance on the data as they are: nothing is made or migrated before. */
export async function withUnmigratedData<Result>(
  { data, mayBeNew = false }: { data?: string | undefined; mayBeNew?: boolean },
  work: (db: Database, location: DataLocation) => Promise<Result>,
): Promise<Result> {
  const location = locationOf(data);
  const db = await openWithoutMigrating(location, { mayBeNew });
  try {
    return await work(db, location);
  } finally {
    await db.close();
  }
}

function locationOf(data: string | undefined): DataLocation {
  const folder = data === undefined ? setting("LIFTLEDGER_DATA") : resolve(data);
  const databaseUrl = data === undefined ? setting("DATABASE_URL") : undefined;
  return dataLocation({ databaseUrl, folder }, repositoryRoot);
}

/** Checked as the server does, before a ledger is made in a currency there is not. */
function currencySetting(): string {
  const currency = setting("LIFTLEDGER_CURRENCY") ?? "EUR";
  try {
    return knownCurrency(currency);
  } catch (cause) {
    const message = `LIFTLEDGER_CURRENCY is "${currency}": an ISO 4217 code such as "EUR" is wanted.`;
    throw new DataError(message, { cause });
  }
}

function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === "" ? undefined : value;
}
