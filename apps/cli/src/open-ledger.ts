import { join, resolve } from "node:path";
import type { Context } from "@liftledger/use-cases/context";
import { dataLocation } from "@liftledger/use-cases/local/data-location";
import { defaultOrganisationId, localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { v7 as uuid } from "uuid";

const repositoryRoot = join(import.meta.dirname, "../../..");

/**
 * Runs a piece of work on the ledger in the data folder, which is made or brought up to date where it must
 * be, and closes it afterwards. It may be done while a server runs on the same folder.
 */
export async function withLedger<Result>(
  settings: { data?: string | undefined; currency?: string | undefined },
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const { data, currency = setting("LIFTLEDGER_CURRENCY") ?? "EUR" } = settings;
  return withData({ data }, async (ctx) => {
    await ensureDefaultOrganisation(ctx, { name: "My company", currency });
    return work(ctx);
  });
}

/** The same without making or changing anything but the schema, for work that only reads. */
export async function withData<Result>(
  { data }: { data?: string | undefined },
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const folder = data === undefined ? setting("LIFTLEDGER_DATA") : resolve(data);
  const databaseUrl = data === undefined ? setting("DATABASE_URL") : undefined;
  const db = await openData(dataLocation({ databaseUrl, folder }, repositoryRoot));
  try {
    const now = new Date().toISOString();
    const ctx: Context = {
      db,
      actor: localActor,
      organisationId: defaultOrganisationId,
      requestId: uuid(),
      now,
      today: now.slice(0, 10),
      newId: () => uuid(),
      seed: simulationSeed,
    };
    return await work(ctx);
  } finally {
    await db.close();
  }
}

function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === "" ? undefined : value;
}
