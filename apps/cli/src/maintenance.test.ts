import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerLists } from "./ledger-lists.ts";
import { withLedger } from "./open-ledger.ts";
import { liftledgerProgram } from "./program.ts";
import { runCommand as liftledger } from "./testing/run-command.ts";

const repositoryRoot = join(import.meta.dirname, "../../..");
let folder: string;
let demo: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-maintenance-"));
  demo = join(folder, "demo");
  const { code, err } = await liftledger(demo, "demo", "create");
  if (code !== 0) throw new Error(`The demo could not be made: ${err}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);

describe("liftledger backup and restore", () => {
  it.each(["a copy", "--logical"])("give the ledger back to the last digit, by %s", async (name) => {
    const kind = name === "--logical" ? [name] : [];
    const [file, data] = [place(`backup${kind.length}`), place(`restored${kind.length}`)];
    expect((await liftledger(demo, "backup", file, ...kind)).code).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith(`backup${kind.length}`))).toHaveLength(1);
    const restored = await liftledger(data, "restore", file);
    expect([restored.code, restored.err]).toEqual([0, ""]);
    const made = kind.length > 0 ? /, made \d{4}-\d\d-\d\dT[\d:.]+Z at 0/ : /, a copy of a database at 0/;
    expect(restored.out).toMatch(made);
    const [before, after] = [await liftledger(demo, "check"), await liftledger(data, "check")];
    expect([after.code, after.out]).toEqual([0, before.out]);
    expect(after.out).toContain("Nothing is wrong.");
    expect(after.out).toMatch(/demo +conversion-rate +\d/);
  });

  it("write over no file and no ledger unless told to", async () => {
    const [file, data] = [place("kept"), place("occupied")];
    expect((await liftledger(demo, "backup", file, "--logical")).code).toBe(0);
    const again = await liftledger(demo, "backup", file);
    expect([again.code, again.err]).toEqual([73, `There is a file ${file} already.\n`]);
    await liftledger(data, "demo", "delete");
    expect((await liftledger(data, "restore", file)).code).toBe(73);
    const unasked = await liftledger(data, "restore", file, "--replace");
    expect([unasked.code, unasked.err.includes("--yes")]).toEqual([64, true]);
    expect((await liftledger(data, "restore", file, "--replace", "--yes")).code).toBe(0);
    expect((await liftledger(data, "report", "--organisation", "demo")).code).toBe(0);
  });

  it("made twice at once under one name give one whole file, and leave others beside it alone", async () => {
    const [file, part] = [place("twice"), place("twice.part")];
    await writeFile(part, "somebody's");
    const main = join(import.meta.dirname, "main.ts");
    const both = [1, 2].map(async () => {
      const child = spawn(process.execPath, [main, "backup", file, "--logical", "--data", demo]);
      return ((await once(child, "exit")) as [number])[0];
    });
    expect((await Promise.all(both)).toSorted()).toEqual([0, 73]);
    expect((await liftledger(place("once"), "restore", file)).code).toBe(0);
    expect(await readFile(part, "utf8")).toBe("somebody's");
    expect((await readdir(folder)).filter((name) => name.startsWith("twice"))).toHaveLength(2);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it("remove what one that was killed left beside it, and only name what may be of one under way", async () => {
    const file = place("killed");
    const [left, fresh] = [`${file}.${randomUUID()}.part`, `${file}.${randomUUID()}.part`];
    for (const part of [left, fresh, `${left}s`]) await writeFile(part, "half");
    const before = new Date(Date.now() - 2 * 3_600_000);
    for (const part of [left, `${left}s`]) await utimes(part, before, before);
    const { code, err } = await liftledger(demo, "backup", file, "--logical");
    expect([code, err.split("\n").toSorted()]).toEqual([
      0,
      [
        "",
        `${fresh}: it is of another backup that is under way, or was left by one that was ended.`,
        `${left}: removed; a backup that was ended had left it.`,
      ].toSorted(),
    ]);
    const names = (await readdir(folder)).filter((name) => name.startsWith("killed."));
    expect(names.toSorted()).toEqual([fresh, `${left}s`].map((path) => basename(path)).toSorted());
  });

  it("refuse a file that is none of theirs, one that is not there, and an empty folder", async () => {
    const file = place("letter.txt");
    await writeFile(file, "Dear Ada,\n");
    const refused = await liftledger(place("nothing"), "restore", file);
    expect([refused.code, refused.err.trim().split("\n").length]).toEqual([65, 1]);
    expect((await liftledger(place("nothing"), "restore", place("none"))).code).toBe(66);
    const missing = await liftledger(place("nowhere"), "backup", place("none"));
    expect([missing.code, missing.err]).toEqual([78, `There is no ledger in ${place("nowhere")}.\n`]);
    expect(existsSync(place("nowhere"))).toBe(false);
  });
});

describe("liftledger migrate", () => {
  it("says which schema the data are at", async () => {
    expect((await liftledger(demo, "migrate")).out).toMatch(/^The data are at \d{4}-[a-z-]+\.\n$/);
  });
});

describe("liftledger jobs", () => {
  it("lists them, does one where no server is asked, and says which there are", async () => {
    const run = await liftledger(demo, "jobs", "run", "clear-idempotency-keys");
    expect([run.code, run.out]).toEqual([0, "clear-idempotency-keys: done: 0 keys\n"]);
    const { out } = await liftledger(demo, "jobs", "list");
    expect(out).toMatch(/\nclear-idempotency-keys +20 \* \* \* \* +\S+ +\S+Z +done: 0 keys\n/);
    expect(out).toMatch(/\nremove-left-uploads +10 3 \* \* \* +\S+ +never +–\n$/);
    const there = JSON.parse((await liftledger(demo, "jobs", "list", "--json")).out);
    expect(there).toContainEqual(expect.objectContaining({ did: { keys: 0 }, outcome: "done" }));
    const missing = await liftledger(demo, "jobs", "run", "paint");
    expect([missing.code, missing.err]).toEqual([
      64,
      expect.stringContaining("There are: evaluate-portfolio,"),
    ]);
  });
});

describe("liftledger log, report and export", () => {
  it("answer alike on the data folder and through a server", async () => {
    const server = await startServer(demo);
    try {
      await keepKey(server.address);
      const there = ["--server", server.address, "--organisation", "demo"];
      const here = ["--organisation", "demo"];
      const clocks = ["--until", "2026-06-30", "--as-of", "2026-06-30T12:00:00.000Z", "--json"];
      const [remote, local] = [
        await liftledger(place("unused"), "report", ...there, ...clocks),
        await liftledger(demo, "report", ...here, ...clocks),
      ];
      expect([remote.code, JSON.parse(remote.out)]).toEqual([0, JSON.parse(local.out)]);
      expect((await liftledger(demo, "report", ...here)).out).toContain("Lead-routing classifier");

      const files = [place("csv-there"), place("csv-here")];
      const exported = await liftledger(place("unused"), "export", files[0] ?? "", ...there);
      expect([exported.code, exported.err]).toEqual([
        0,
        expect.stringMatching(/^Left out: audit-entries\..*\n$/),
      ]);
      expect((await liftledger(demo, "export", files[1] ?? "", ...here)).code).toBe(0);
      const names = await readdir(files[0] ?? "");
      expect(names).toHaveLength(Object.keys(ledgerLists).length - 1);
      for (const name of names) {
        const [one, other] = await Promise.all(files.map((file) => readFile(join(file, name), "utf8")));
        expect([name, one]).toEqual([name, other]);
      }
      expect(await readFile(join(files[1] ?? "", "series.csv"), "utf8")).toMatch(/^seriesId,kpiKey,/);

      const table = await readFile(join(files[1] ?? "", "series.csv"), "utf8");
      const series = /\n([^,]+),conversion-rate,1,Web shop,/.exec(table)?.[1] ?? "";
      const period = "2019-W05";
      const first = await liftledger(
        place("unused"),
        "log",
        "conversion-rate/Web shop",
        period,
        "3",
        "400",
        ...there,
      );
      expect([first.code, first.out, first.err]).toEqual([0, `Logged ${period}.\n`, ""]);
      const same = await liftledger(demo, "log", series, period, "3", "400", ...here);
      expect(same.out).toContain("the values are the same");
      const corrected = await liftledger(demo, "log", series, period, "4", "400", ...here);
      expect(corrected.out).toBe(`Corrected ${period}, revision 2; it was 3 / 400.\n`);
      const wrongly = ["retract", "conversion-rate/Web shop", period, "--reason", "another shop's"];
      const stale = await liftledger(demo, ...wrongly, "--revision", "1", ...here);
      expect([stale.code, stale.err]).toEqual([65, expect.stringContaining("is at revision 2")]);
      const back = await liftledger(place("unused"), ...wrongly, "--restore", ...there);
      expect(back.out).toBe(`Took back ${period}, revision 3: 3 / 400 counts again.\n`);
      const gone = await liftledger(demo, ...wrongly, ...here);
      expect(gone.out).toBe(`Took back ${period}, revision 4: it has no value now.\n`);
      const april = ["reopen", "2000-01", "--reason", "a wrong baseline"];
      const open = await liftledger(demo, ...april, ...here);
      expect([open.code, open.out]).toEqual([
        0,
        expect.stringMatching(/^Reopened (\d{4}-\d{2}, ){4}\d{4}-\d{2}: /),
      ]);
      const again = await liftledger(demo, ...april, ...here);
      expect(again.out).toBe("No month from 2000-01 on is closed: there was nothing to reopen.\n");
      // A key is no person: of a server, finance asks it once it has signed in.
      const keyed = await liftledger(place("unused"), ...april, ...there);
      expect([keyed.code, keyed.out]).toEqual([77, ""]);
      const none = await liftledger(demo, "undo-import", "nothing", "--reason", "a test", ...here);
      expect([none.code, none.err]).toEqual([64, expect.stringContaining("nothing")]);
      const wrong = [await liftledger(demo, "log", series, "2026-W60", "4", "400", ...here)];
      wrong.push(await liftledger(place("unused"), "log", series, "2026-W60", "4", "400", ...there));
      expect(wrong.map(({ code }) => code)).toEqual([65, 65]);
    } finally {
      await server.end();
    }
    const gone = await liftledger(demo, "report", "--server", server.address);
    expect([gone.code, gone.err]).toEqual([69, expect.stringContaining(server.address)]);
  });
});

describe("docs/cli.md", () => {
  it("is what the command says of itself", async () => {
    const program = liftledgerProgram();
    const help = [program, ...program.commands.flatMap((command) => [command, ...command.commands])].map(
      (command) => {
        const names = [command.parent?.parent?.name(), command.parent?.name(), command.name()];
        const title = names.filter((name) => name !== undefined).join(" ");
        const text = command.configureHelp({ helpWidth: 100 }).helpInformation().trim();
        return `## ${title}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
      },
    );
    const { exitCodesInWords } = await import("./exit-codes.ts");
    const codes = `## Exit codes and where the data lie\n\n\`\`\`text\n${exitCodesInWords.trim()}\n\`\`\`\n`;
    const intro = "# The command\n\nWritten by `apps/cli/src/maintenance.test.ts` from the command itself.\n";
    await expect([intro, codes, ...help].join("\n")).toMatchFileSnapshot(join(repositoryRoot, "docs/cli.md"));
  });
});

/** What `liftledger login --key` would keep: a key that may read and log. */
async function keepKey(server: string): Promise<void> {
  const wanted = { name: "shell", scopes: ["read" as const, "log" as const], teamIds: null, days: 1 };
  const { key } = await withLedger({ data: demo }, (ctx) => createServiceKey(ctx, wanted));
  await mkdir(place("config/liftledger"), { recursive: true });
  const login = { server, headers: { Authorization: `Bearer ${key}` } };
  await writeFile(place("config/liftledger/login.json"), JSON.stringify(login));
}

/** Starts the API as an administrator would, on a free port. */
async function startServer(data: string): Promise<{ address: string; end: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(repositoryRoot, "apps/api/src/main.ts")], {
    env: {
      PATH: process.env["PATH"],
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      LIFTLEDGER_DATA: data,
      PORT: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  let said = "";
  // Read to the end: a pipe that is closed half way ends the server at its next line.
  await new Promise<void>((resolve) => {
    child.stdout.on("close", resolve).on("data", (chunk) => {
      said += String(chunk);
      if (/ is at .*\n/.test(said)) resolve();
    });
  });
  const address = / is at (\S+)/.exec(said)?.[1]?.replace(/\/$/, "") ?? "";
  return {
    address,
    async end() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
