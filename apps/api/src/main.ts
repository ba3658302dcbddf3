import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@liftledger/database/open-database";
import { findOrKeepSecret } from "@liftledger/database/accounts";
import { inTransaction } from "@liftledger/database/transaction";
import { makeSetUpLink } from "@liftledger/use-cases/access/make-set-up-link";
import { newSecret } from "@liftledger/use-cases/access/secret";
import type { Context } from "@liftledger/use-cases/context";
import type { Couriers } from "@liftledger/use-cases/delivery/couriers";
import { DiskFailedError } from "@liftledger/database/errors";
import { hasDiskFailed } from "@liftledger/database/run-transaction";
import { defaultOrganisationId, localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { DataError, openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import pino from "pino";
import { v7 as uuid } from "uuid";
import { createAuth } from "./access/create-auth.ts";
import { createSingleSignOn } from "./access/single-sign-on.ts";
import { couriersOf } from "./couriers-of.ts";
import { createApp, type Deps } from "./app.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { ImportRunner } from "./import-runner.ts";
import { ImportRuns } from "./import-runs.ts";
import { startJobs, type JobSchedule } from "./job-schedule.ts";
import { openFolderWords } from "./open-folder-words.ts";
import { ReckoningRunner } from "./reckoning-runner.ts";
import { serve, type Answering, type RunningServer } from "./serve.ts";
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
  let server: RunningServer | undefined;
  let jobs: JobSchedule | undefined;
  try {
    const ctx = contextOf(db);
    await prepare(ctx, config);
    const secret = config.secret ?? (await keptSecret(db));
    const answering: { app?: ReturnType<typeof createApp> } = {};
    // The address is known once the server listens, and the application is there before the first request comes.
    const fetch: Answering["fetch"] = (request, env) => answering.app?.fetch(request, env) ?? notYet();
    const running = await serve({ fetch }, config);
    server = running;
    const publicUrl = config.publicUrl ?? running.address;
    const endIfDiskFailed = endOnFailedDisk(db, () => running);
    const couriers = couriersOf(config.delivery, publicUrl);
    jobs = jobsOf(db, couriers, endIfDiskFailed);
    const isLocal = config.publicUrl === null;
    const deps = depsOf(db, { ...config, secret, publicUrl, isLocal, jobs, couriers });
    const onFailure: Deps["onFailure"] = (error, request) => {
      log.error({ err: error, request }, "a request failed");
      endIfDiskFailed();
    };
    answering.app = createApp({ ...deps, onFailure });
    endOnSignal(running, deps);
    const setUp = await setUpWords(contextOf(db), deps);
    // In one piece: whoever reads up to the address and closes the pipe must not end the server by the next line.
    const address = `Liftledger ${deps.version} is at ${running.address}\n`;
    process.stdout.write(address + openFolderWords(config.data.folder) + setUp);
  } catch (error) {
    // A server that listens would keep the process alive.
    await server?.close();
    await jobs?.close();
    await db.close();
    throw hasDiskFailed(db) ? new DiskFailedError("The disk failed.", { cause: error }) : error;
  }
}

function depsOf(
  db: Database,
  settings: Pick<Config, "proxies" | "singleSignOn"> & {
    secret: string;
    publicUrl: string;
    isLocal: boolean;
    jobs: JobSchedule;
    couriers: Couriers;
  },
): Omit<Deps, "onFailure"> {
  const { secret, publicUrl, proxies, isLocal: showsDemoToGuests, singleSignOn, jobs, couriers } = settings;
  return {
    db,
    version: readVersion(),
    auth: createAuth({ db, secret, publicUrl }),
    singleSignOn: singleSignOn && createSingleSignOn(singleSignOn, publicUrl),
    publicUrl,
    showsDemoToGuests,
    proxies,
    now: () => new Date().toISOString(),
    newId: () => uuid(),
    seed: simulationSeed,
    imports: new ImportRunner(),
    importRuns: new ImportRuns(),
    reckonings: new ReckoningRunner(),
    jobs,
    couriers,
    pageFolder: join(repositoryRoot, "apps/web/dist"),
  };
}

/** What this process does by itself, beside requests. */
function jobsOf(db: Database, couriers: Couriers, endIfDiskFailed: () => void): JobSchedule {
  const tell = (error: unknown, job?: object) => {
    log.error({ err: error, job }, "a job failed");
    endIfDiskFailed();
  };
  return startJobs(
    {
      db,
      holder: `${hostname()} ${process.pid} ${uuid()}`,
      now: () => new Date().toISOString(),
      contextOf: (organisationId) => ({ ...contextOf(db), organisationId }),
      temporaryFolder: tmpdir(),
      couriers,
      onFailure: tell,
    },
    tell,
  );
}

/**
 * Ends the process once the disk has failed under its database: the answers under way still go out, but the file is
 * not touched again. The next start reads from the disk what is really there.
 */
function endOnFailedDisk(db: Database, running: () => RunningServer): () => void {
  let isEnding = false;
  return () => {
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

/** Of what the server does by itself, before anybody can ask it. */
function contextOf(db: Database): Context {
  const now = new Date().toISOString();
  return {
    db,
    actor: localActor,
    organisationId: defaultOrganisationId,
    requestId: uuid(),
    now,
    today: now.slice(0, 10),
    newId: () => uuid(),
    seed: simulationSeed,
  };
}

/** What sessions are signed with where no setting says it: made once, the same for all processes on one database. */
function keptSecret(db: Database): Promise<string> {
  const made = newSecret();
  return inTransaction(db, (tx) => findOrKeepSecret(tx, made));
}

/** Without an admin nobody could sign in: who reads the server's output may make the first. */
async function setUpWords(ctx: Context, { publicUrl }: Pick<Deps, "publicUrl">): Promise<string> {
  const { link } = await makeSetUpLink(ctx);
  if (link === null) return "";
  return [
    "It is not set up yet. Open this link within 30 minutes to make the first admin; it counts once, and the next",
    "start prints another:",
    `  ${publicUrl}/access#${link.token}\n`,
  ].join("\n");
}

function notYet(): Response {
  return new Response(null, { status: 503 });
}

/** The default organisation with its catalogue; on the very first start the demo as well, and never again. */
async function prepare(ctx: Context, { currency }: Config): Promise<void> {
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
function endOnSignal(
  server: RunningServer,
  { imports, reckonings, jobs, db }: Omit<Deps, "onFailure">,
): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    // At once, so that what it does stops while the last requests are answered.
    const jobsEnded = jobs.close();
    await server.close();
    await Promise.all([imports.close(), reckonings.close()]);
    await jobsEnded;
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
  return error instanceof DiskFailedError ? exitCodeOfFailedDisk : 1;
}
