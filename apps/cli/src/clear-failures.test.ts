import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@liftledger/database/open-database";
import { runSql } from "@liftledger/database/testing/run-sql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand as liftledger, runCommandWith } from "./testing/run-command.ts";

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-clear-"));
  data = join(folder, "data");
  const { code, err } = await liftledger(data, "demo", "create");
  if (code !== 0) throw new Error(`The ledger could not be made: ${err}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);

describe("a file that cannot be written", () => {
  it.each([
    ["backup", (path: string) => ["backup", path]],
    ["backup --logical", (path: string) => ["backup", path, "--logical"]],
    ["audit export", (path: string) => ["audit", "export", "--out", path]],
    ["export", (path: string) => ["export", path]],
    ["report", (path: string) => ["report", "--organisation", "demo", "--workbook", path]],
  ])("is named with the reason in one line by %s, with 73", async (_name, args) => {
    await writeFile(place("letter"), "Dear Ada,\n");
    const path = place("letter/inside");
    const { code, err } = await liftledger(data, ...args(path));
    expect([code, err.trim().split("\n")]).toEqual([
      73,
      [expect.stringContaining(`${path} cannot be written`)],
    ]);
    expect(await readFile(place("letter"), "utf8")).toBe("Dear Ada,\n");
  });

  it("is none that is there already: an export of the audit chain writes over nothing", async () => {
    const path = place("chain.jsonl");
    expect((await liftledger(data, "audit", "export", "--out", path)).code).toBe(0);
    const before = await readFile(path, "utf8");
    await liftledger(data, "demo", "delete");
    const again = await liftledger(data, "audit", "export", "--out", path);
    expect([again.code, again.err]).toEqual([73, `There is a file ${path} already.\n`]);
    expect(await readFile(path, "utf8")).toBe(before);
  });

  it("is not asked for twice by a list named twice", async () => {
    const { code, out } = await liftledger(data, "export", place("twice"), "--only", "kpis,kpis", "--json");
    expect([code, (JSON.parse(out) as unknown[]).length]).toEqual([0, 1]);
  });
});

describe("what is read", () => {
  it("is no folder", async () => {
    const recipe = place("map.json");
    await writeFile(recipe, "{}");
    const imported = await liftledger(data, "import", folder, "--map", recipe);
    expect([imported.code, imported.err]).toEqual([66, `${folder} cannot be read: it is a folder.\n`]);
  });
});

describe("an option that is wrong", () => {
  it("is named with its rule and what was seen, as a server does", async () => {
    const day = await liftledger(data, "report", "--until", "2026-13-01");
    const rule = 'must be a day such as "2026-03-31"';
    expect([day.code, day.err]).toEqual([65, `until: ${rule}\n  until: ${rule}, not "2026-13-01"\n`]);
    const instant = await liftledger(data, "report", "--as-of", "yesterday");
    expect([instant.code, instant.err]).toEqual([65, expect.stringContaining("must be an instant")]);
    const reason = await liftledger(data, "reopen", "2026-01", "--reason", "x");
    expect([reason.code, reason.err]).toEqual([65, expect.stringContaining("needs at least 3 characters")]);
    const server = await liftledger(data, "report", "--server", "nonsense");
    expect([server.code, server.err.trim().split("\n").length]).toEqual([64, 1]);
  });
});

describe("a currency that there is not", () => {
  it("is no ledger's: neither by an option nor by a setting, and the next try finds nothing in its way", async () => {
    const [file, recipe, fresh] = [place("weeks.csv"), place("shop.json"), place("fresh")];
    await writeFile(file, "Day,Visits,Orders\n2026-05-04,100,5\n");
    const sum = (column: string) => ({ kind: "sum", columns: [column] });
    const measures = [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }];
    const shop = { name: "Shop", source: "shop", dateColumn: "Day", period: "week", scope: "Shop", measures };
    await writeFile(recipe, JSON.stringify(shop));
    const asked = ["import", file, "--map", recipe, "--currency"];
    for (const code of ["euro", "ZZZ"]) {
      const wrong = await liftledger(fresh, ...asked, code);
      expect([wrong.code, wrong.err]).toEqual([65, expect.stringContaining(`"${code}" is no currency`)]);
    }
    const setting = await runCommandWith({ LIFTLEDGER_CURRENCY: "euro" }, fresh, "jobs", "list");
    expect([setting.code, setting.err]).toEqual([
      78,
      expect.stringContaining('LIFTLEDGER_CURRENCY is "euro"'),
    ]);
    const right = await liftledger(fresh, ...asked.slice(0, -1));
    expect([right.code, right.err]).toEqual([0, ""]);
    expect((await liftledger(fresh, "report")).code).toBe(0);
  });
});

describe("a data folder in which there is no ledger", () => {
  it.each([
    ["report"],
    ["export", join(tmpdir(), "liftledger-of-nothing")],
    ["log", "conversion-rate/Shop", "2026-W05", "1", "2"],
    ["retract", "conversion-rate/Shop", "2026-W05", "--reason", "Counted twice"],
    ["reopen", "2026-01", "--reason", "A late invoice"],
    ["undo-import", "none", "--reason", "The wrong file"],
    ["jobs", "list"],
    ["audit", "verify"],
    ["audit", "export"],
  ])("is said to be one, and not made: %s", async (...args) => {
    const mistyped = place("mistyped");
    const { code, out, err } = await liftledger(mistyped, ...args);
    expect([code, out, err]).toEqual([78, "", `There is no ledger in ${mistyped}.\n`]);
    expect(existsSync(mistyped)).toBe(false);
  });
});

describe("data that are not of this version", () => {
  it("are not judged where they are of a newer one, and not copied where there are none", async () => {
    const [newer, none] = [place("newer"), place("none")];
    await liftledger(newer, "demo", "delete");
    const db = openDatabase({ kind: "sqlite", file: join(newer, "liftledger.db") });
    await runSql(db, "insert into kysely_migration values ('9999-later', '2030-01-01')");
    await db.close();
    const check = await liftledger(newer, "check");
    expect([check.code, check.out]).toEqual([78, ""]);
    expect(check.err).toContain("made by a newer version");
    await liftledger(none, "restore", place("letter"));
    expect(existsSync(join(none, "liftledger.db"))).toBe(true);
    for (const kind of [[], ["--logical"]]) {
      const backup = await liftledger(none, "backup", place("of-none"), ...kind);
      expect([backup.code, backup.err]).toEqual([78, `There is no ledger in ${none}.\n`]);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith("of-none"))).toEqual([]);
  });
});

describe("the standard output", () => {
  /** Runs a command whose output is read up to its first bytes, or goes to a file. */
  async function ended(args: string[], stdout: "pipe" | number): Promise<{ code: number; err: string }> {
    const main = join(import.meta.dirname, "main.ts");
    const child = spawn(process.execPath, [main, ...args, "--data", data], {
      stdio: ["ignore", stdout, "pipe"],
    });
    let err = "";
    child.stderr?.on("data", (chunk) => (err += String(chunk)));
    child.stdout?.once("data", () => child.stdout?.destroy());
    const [code] = (await once(child, "close")) as [number];
    return { code, err };
  }

  it("may be closed by who has read enough", async () => {
    await liftledger(data, "demo", "create");
    const chain = ["audit", "export", "--organisation", "demo"];
    expect(await ended(chain, "pipe")).toEqual({ code: 0, err: "" });
    expect(await ended(["report", "--organisation", "demo", "--json"], "pipe")).toEqual({ code: 0, err: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("that cannot be written is told in one line", async () => {
    const full = await open("/dev/full", "w");
    try {
      for (const args of [["check"], ["audit", "export"]]) {
        const { code, err } = await ended(args, full.fd);
        expect([code, err.trim().split("\n")]).toEqual([1, [expect.stringContaining("cannot be written")]]);
      }
    } finally {
      await full.close();
    }
  });
});
