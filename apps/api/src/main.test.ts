import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

import { setUp } from "./testing/set-up.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-main-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Running {
  address: string;
  printed(): string;
  /** Sends the signal and answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function startProcess(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = once(child, "exit") as Promise<[number | null]>;
  // A test that fails half way leaves no server behind.
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exit;
  });
  let [out, err] = ["", ""];
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      out += String(chunk);
      const found = /is at (http:\S+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    void exit.then(([code]) => reject(new Error(`ended with ${code}: ${out}${err}`)));
  });
  // A process that is expected to fail has no address.
  address.catch(() => {});
  return { child, exit, address, errors: () => err, printed: () => out };
}

async function startServer(environment: Record<string, string>): Promise<Running> {
  const { child, exit, address, printed } = startProcess(environment);
  return {
    address: await address,
    printed,
    async end(signal) {
      child.kill(signal);
      return (await exit)[0];
    },
  };
}

/** Makes the first admin with the link that was printed; answers their cookie. */
async function setUpServer({ address, printed }: Running): Promise<string> {
  await expect.poll(printed).toContain("/access#");
  return setUp(address, printed());
}

async function failedStart(environment: Record<string, string>) {
  const { exit, errors } = startProcess(environment);
  return { code: (await exit)[0], errors: errors() };
}

async function getJson(url: string, headers: Record<string, string> = {}) {
  return (await fetch(url, { headers })).json() as Promise<Record<string, unknown>>;
}

describe("main", () => {
  it("makes data, demo and organisation on the first start, ends cleanly, and finds them on the second", async () => {
    const data = join(folder, "new", "data");
    const first = await startServer({ LIFTLEDGER_DATA: data });
    expect(await getJson(`${first.address}/healthz`)).toMatchObject({
      status: "ok",
      database: { kind: "sqlite", pendingMigrations: [] },
    });
    // Before there is an admin, who sits at this machine may look at the demo, and at nothing else.
    expect(await getJson(`${first.address}/api/v1/organisations`)).toMatchObject({
      rows: [{ organisationId: "demo", kind: "demo", initiatives: 15 }],
    });
    expect((await fetch(`${first.address}/api/v1/demo`, { method: "DELETE" })).status).toBe(401);
    const Cookie = await setUpServer(first);
    const organisations = await getJson(`${first.address}/api/v1/organisations`, { Cookie });
    expect(organisations).toMatchObject({
      rows: [
        { organisationId: "default", initiatives: 0 },
        { organisationId: "demo", kind: "demo", initiatives: 15 },
      ],
    });
    expect((await fetch(`${first.address}/api/v1/organisations`)).status).toBe(401);
    await fetch(`${first.address}/api/v1/demo`, { method: "DELETE", headers: { Cookie } });
    expect(await first.end("SIGTERM")).toBe(0);

    const second = await startServer({ LIFTLEDGER_DATA: data });
    // A deleted demo does not come back, a session goes on, and nobody is asked to set up what is set up.
    expect(second.printed()).not.toContain("/access#");
    expect(await getJson(`${second.address}/api/v1/organisations`, { Cookie })).toMatchObject({
      rows: [{ organisationId: "default" }],
    });
    expect(await second.end("SIGINT")).toBe(0);
  });

  it("says in one line that a data folder cannot be used, and ends with 78", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "not a folder");
    const { code, errors } = await failedStart({ LIFTLEDGER_DATA: join(file, "data") });
    expect([code, errors.trim().split("\n").length]).toEqual([78, 1]);
    expect(errors).toContain(join(file, "data"));
    await writeFile(join(folder, "liftledger.db"), "this is no database, however long it may be ".repeat(40));
    const broken = await failedStart({ LIFTLEDGER_DATA: folder });
    expect([broken.code, broken.errors.trim().split("\n").length]).toEqual([78, 1]);
  });

  it("says in one line which setting is wrong, and ends with 78", async () => {
    const { code, errors } = await failedStart({ HOST: "0.0.0.0" });
    expect(code).toBe(78);
    expect(errors).toMatch(/^HOST is "0\.0\.0\.0", which others can reach: set LIFTLEDGER_URL .*\n$/);
    const unreachable = { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/none" };
    const away = await failedStart(unreachable);
    expect(away.code).toBe(78);
    expect(away.errors).toContain("PostgreSQL at DATABASE_URL cannot be used");
    expect(away.errors).not.toContain("secret");
  });

  it("says that the port is taken", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const { port } = holder.address() as AddressInfo;
    const { code, errors } = await failedStart({
      LIFTLEDGER_DATA: join(folder, "new", "data"),
      PORT: String(port),
    });
    holder.close();
    expect(code).toBe(1);
    expect(errors).toContain("The port is in use");
  });
});
