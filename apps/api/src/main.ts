import { join } from "node:path";
import type { Database } from "@liftledger/database/open-database";
import { hasDiskFailed } from "@liftledger/database/run-transaction";
import { defaultOrganisationId, localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { DataError, openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import pino from "pino";
import { v7 as uuid } from "uuid";
import { createApp, type Deps, type FailedRequest } from "./app.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { ImportRunner } from "./import-runner.ts";
import { ImportRuns } from "./import-runs.ts";
import { serve, type RunningServer } from "./serve.ts";
import { readVersion, repositoryRoot } from "./version.ts";

/** What a shell is told, by the convention of sysexits: the disk failed; wrong configuration or unusable data. */
const exitCodeOfFailedDisk = 74;
const exitCodeOfBadConfiguration = 78;

const log = pino({ level: "warn" }, pino.destination(2));

try {
  await start();
} catch (error) {
  process.exitCode = report(error);
}

async function start(): Promise<void> {
  const config = readConfig(process.env, repositoryRoot);
  log.level = config.logLevel;
  const db = await openData(config.data);
  try {
    const deps = depsOf(db);
    await prepare(deps, config);
    const server = await serve(createApp({ ...deps, onFailure: endOnFailedDisk(db, () => server) }), config);
    endOnSignal(server, deps);
    process.stdout.write(`Liftledger ${deps.version} is at ${server.address}\n`);
  } catch (error) {
    await db.close();
    throw error;
  }
}

function depsOf(db: Database): Deps {
  return {
    db,
    version: readVersion(),
    actor: localActor,
    now: () => new Date().toISOString(),
    newId: () => uuid(),
    seed: simulationSeed,
    imports: new ImportRunner(),
    importRuns: new ImportRuns(),
    pageFolder: join(repositoryRoot, "apps/web/dist"),
    onFailure: logFailure,
  };
}

function logFailure(error: unknown, request: FailedRequest): void {
  log.error({ err: error, request }, "a request failed");
}

/**
 * Ends the process once the disk has failed under its database: the answers under way still go out, but the file is
 * not touched again. The next start reads from the disk what is really there.
 */
function endOnFailedDisk(db: Database, running: () => RunningServer): Deps["onFailure"] {
  let isEnding = false;
  return (error, request) => {
    logFailure(error, request);
    if (isEnding || !hasDiskFailed(db)) return;
    isEnding = true;
    log.fatal("the disk failed: the server ends, so that nothing is written on what may not be there");
    setImmediate(
      () =>
        void running()
          .close()
          .finally(() => process.exit(exitCodeOfFailedDisk)),
    );
  };
}

/** The default organisation with its catalogue; on the very first start the demo as well, and never again. */
async function prepare(deps: Deps, { currency }: Config): Promise<void> {
  const { db, actor, newId, seed } = deps;
  const now = deps.now();
  const organisationId = defaultOrganisationId;
  const ctx = { db, actor, organisationId, requestId: newId(), now, today: now.slice(0, 10), newId, seed };
  const { isNew } = await ensureDefaultOrganisation(ctx, { name: "My company", currency });
  if (!isNew) return;
  process.stdout.write("Making a demo to look at (once)\n");
  try {
    const { createDemo } = await import("@liftledger/use-cases/demo/create-demo");
    await createDemo(ctx);
  } catch (error) {
    log.error({ err: error }, "the demo could not be made; the server starts without it");
  }
}

/** Lets requests finish, then closes the database; a second signal ends at once. */
function endOnSignal(server: RunningServer, { imports, db }: Deps): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    await server.close();
    await imports.close();
    await db.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      end().catch((error: unknown) => {
        log.fatal({ err: error }, "the server did not end cleanly");
        process.exit(1);
      });
    });
  }
}

function report(error: unknown): number {
  if (error instanceof ConfigError || error instanceof DataError) {
    process.stderr.write(`${error.message}\n`);
    return exitCodeOfBadConfiguration;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    process.stderr.write("The port is in use: another Liftledger may be running. Set PORT to a free one.\n");
    return 1;
  }
  log.fatal({ err: error }, "the server did not start");
  return 1;
}
