import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { funnelCsv, funnelRecipe } from "./testing/funnel-files.ts";
import { runCommand as run } from "./testing/run-command.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const apps = join(import.meta.dirname, "../..");
const password = "copper lantern meadow";
let folder: string;
let server: ReturnType<typeof spawn>;
let address: string;

/** A server of its own process, set up with the link it printed: what the command talks to. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-login-"));
  // A ledger that is there already is started without the demo.
  await run(join(folder, "data"), "report");
  server = spawn(process.execPath, [join(apps, "api/src/main.ts")], {
    env: { PATH: process.env["PATH"], PORT: "0", LIFTLEDGER_DATA: join(folder, "data") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  for await (const chunk of server.stdout ?? []) {
    printed += String(chunk);
    if (/\/access#\S+\n/.test(printed)) break;
  }
  address = / is at (http:\S+)/.exec(printed)?.[1] ?? "";
  const token = /\/access#(\S+)/.exec(printed)?.[1];
  const body = JSON.stringify({ token, name: "Ada Vance", email: "ada@vance.example", password });
  const headers = { "Content-Type": "application/json" };
  const set = await fetch(`${address}/api/v1/access-links/set-up`, { method: "POST", headers, body });
  if (!set.ok) throw new Error(`the set-up answered ${set.status}`);
});
afterAll(async () => {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  // What it still writes would stand in the way of taking its folder away.
  await ended;
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command in this process, for what asks nothing. */
function liftledger(...args: string[]) {
  return run(join(folder, "data"), ...args);
}

/** Runs the command with lines on its standard input. */
function asked(input: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(apps, "cli/src/main.ts"), ...args], {
    env: { PATH: process.env["PATH"], XDG_CONFIG_HOME: join(folder, "config") },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  child.stdin.end(input);
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("liftledger login", () => {
  it("keeps a session or a key, in a file of one's own, for people, keys and files that are sent, and ends it", async () => {
    const login = await asked(`ada@vance.example\n${password}\n`, "login", "--server", address);
    expect([login.code, login.err]).toEqual([0, ""]);
    expect(login.out).toContain("as Ada Vance, admin");
    const { mode } = await stat(join(folder, "config/liftledger/login.json"));
    expect((mode & 0o777).toString(8)).toBe("600");

    const person = ["ben@vance.example", "--name", "Ben", "--role", "finance"];
    const invited = await liftledger("people", "invite", ...person);
    expect(invited.out).toContain(`  ${address}/access#`);
    const people = await liftledger("people", "list");
    expect(people.out).toMatch(/Ben +ben@vance\.example +finance +invited/);
    const made = await liftledger("keys", "create", "nightly", "--scope", "read", "--json");
    const { key } = JSON.parse(made.out) as { key: string };

    const map = await write("map.json", JSON.stringify(funnelRecipe));
    const sent = ["import", await write("funnel.csv", funnelCsv), "--map", map, "--server", address];
    const preview = await liftledger(...sent, "--preview");
    expect(preview).toMatchObject({ code: 0, out: expect.stringContaining("Preview: nothing was written.") });
    const imported = await liftledger(...sent);
    expect([imported.code, imported.err]).toEqual([0, ""]);
    expect(imported.out).toMatch(
      /Conversion rate +Shop \(new\) +2026-W19 to 2026-W19 +1 +8 +150 +0\.0533333/,
    );
    expect(imported.out).toContain("Written: 1 new and 0 changed periods");
    const again = await liftledger(...sent, "--json");
    expect(JSON.parse(again.out)).toMatchObject({ kind: "imported", importId: null });
    const list = ["export", join(folder, "lists"), "--only", "snapshots", "--server", address];
    expect((await liftledger(...list)).out).toMatch(/snapshots +1 /);
    expect((await liftledger("logout")).out).toContain("Signed out");
    expect(await liftledger("keys", "list")).toMatchObject({ code: 78 });

    const byKey = await asked(`${key}\n`, "login", "--server", address, "--key");
    expect(byKey).toMatchObject({ code: 0, out: expect.stringContaining("as nightly") });
    expect(await liftledger(...sent)).toMatchObject({
      code: 77,
      err: expect.stringContaining('not made for "log"'),
    });
    expect(await liftledger("keys", "list")).toMatchObject({
      code: 77,
      err: expect.stringContaining("for people only"),
    });
  }, 90_000);
});
