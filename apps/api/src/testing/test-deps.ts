import { join } from "node:path";
import type { Database } from "@liftledger/database/open-database";
import type { Context } from "@liftledger/use-cases/context";
import { v7 as uuid } from "uuid";
import { createAuth } from "../access/create-auth.ts";
import type { Deps } from "../app.ts";
import { couriersOf } from "../couriers-of.ts";
import { ImportRunner } from "../import-runner.ts";
import { ImportRuns } from "../import-runs.ts";
import { defaultOrganisationId, localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import type { Reckon } from "@liftledger/use-cases/reckoning/reckon";
import { reckonHere } from "@liftledger/use-cases/reckoning/reckon-here";
import { repositoryRoot } from "../version.ts";
import { testSecret } from "./sign-in.ts";

const publicUrl = "http://localhost";

/** One worker for all the databases of a test file: it takes longest to start. */
const imports = new ImportRunner();

const reckoned = new Map<string, unknown>();

/** In this thread, the same thing once for a test file. */
const reckonOnce: Reckon = async (name, input) => {
  const key = JSON.stringify([name, input]);
  if (!reckoned.has(key)) reckoned.set(key, await reckonHere(name, input));
  return reckoned.get(key) as never;
};

/** The application's parts on a database of a test; every answer is checked against its schema. */
export function testDeps(db: Database): Deps {
  return {
    db,
    version: "0.0.0-test",
    auth: createAuth({ db, secret: testSecret, publicUrl }),
    singleSignOn: null,
    publicUrl,
    showsDemoToGuests: false,
    proxies: 0,
    now: () => new Date().toISOString(),
    newId: () => uuid(),
    seed: simulationSeed,
    imports,
    importRuns: new ImportRuns(),
    reckonings: { run: reckonOnce, close: async () => {} },
    jobs: { wake: () => {}, close: async () => {} },
    couriers: couriersOf({ mail: null, allowsLoopback: false }, publicUrl),
    pageFolder: join(repositoryRoot, "apps/web/dist"),
    onFailure: (error) => {
      throw error;
    },
    validateResponses: true,
  };
}

/** A context of the default organisation for use-cases called beside the API. */
export function testContext({ db, now, newId, seed }: Deps): Context {
  return {
    db,
    actor: localActor,
    organisationId: defaultOrganisationId,
    requestId: "test",
    now: now(),
    today: now().slice(0, 10),
    newId,
    seed,
  };
}
