import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@liftledger/database/open-database";
import { runSql } from "@liftledger/database/testing/run-sql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { funnelCsv, funnelRecipe } from "./testing/funnel-files.ts";
import { runCommand as liftledger, runInShell } from "./testing/run-command.ts";

const repositoryRoot = join(import.meta.dirname, "../../..");
const shared = join(repositoryRoot, "../shared/data");
let folder: string;
let runs = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function freshData(): string {
  return join(folder, `data-${++runs}`);
}

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const map = () => write("map.json", JSON.stringify(funnelRecipe));
const good = () => write("good.csv", funnelCsv);

describe("liftledger undo-import", () => {
  it("takes back what an import wrote, once, names what stays, and prints it as JSON where asked", async () => {
    const [data, recipeFile] = [freshData(), await map()];
    const weeks = (orders: number) =>
      write(`weeks-${orders}.csv`, `Day,Visits,Orders\n2026-05-04,100,${orders}\n2026-05-11,80,4\n`);
    const imported = async (orders: number): Promise<string> => {
      const { out } = await liftledger(data, "import", await weeks(orders), "--map", recipeFile, "--json");
      return (JSON.parse(out) as { importId: string }).importId;
    };
    const [first, second] = [await imported(5), await imported(6)];
    const because = ["--reason", "Another shop's file"];
    const undone = await liftledger(data, "undo-import", first, ...because);
    expect([undone.code, undone.err]).toEqual([0, ""]);
    expect(undone.out).toMatch(
      /^Undid the import of weeks-5\.csv, by .*: 1 period has no value now, 0 the one from before; taken back: 0 numbers beside, 0 things\.\n {2}stays: Conversion rate, Shop, 2026-W19: revision 2 was written since/,
    );
    const json = await liftledger(data, "undo-import", second, ...because, "--json");
    expect(JSON.parse(json.out)).toMatchObject({
      import: { importId: second, undoReason: "Another shop's file" },
      // What the first had written was undone before: nothing of it comes back.
      periods: { emptied: 1, restored: 0, beside: 0 },
      stayedCount: 0,
    });
    const again = await liftledger(data, "undo-import", first, ...because, "--json");
    expect(JSON.parse(again.out)).toMatchObject({ periods: { emptied: 0, restored: 0 }, stayedCount: 0 });
  });
});

describe("liftledger import", () => {
  it("previews without writing, imports, and says that the same file again changes nothing", async () => {
    const [data, file, recipeFile] = [freshData(), await good(), await map()];
    const preview = await liftledger(data, "import", file, "--map", recipeFile, "--preview");
    expect(preview.code).toBe(0);
    expect(preview.out).toContain("Periods: 1 new, 0 changed, 0 the same");
    expect(preview.out).toContain("Preview: nothing was written.");
    const first = await liftledger(data, "import", file, "--map", recipeFile);
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(first.out).toContain("good.csv: 3 rows read, 1 refused");
    expect(first.out).toMatch(/Conversion rate +Shop \(new\) +2026-W19 to 2026-W19 +1 +8 +150 +0\.0533333/);
    expect(first.out).toMatch(/4 +Orders +x +\S+ +Line 4, column "Orders"/);
    expect(first.out).toContain("Written: 1 new and 0 changed periods");
    const again = await liftledger(data, "import", file, "--map", recipeFile);
    expect(again.out).toContain("Nothing was written: the file changes nothing.");
  });

  it("prints JSON that a program can read", async () => {
    const { code, out } = await liftledger(
      freshData(),
      "import",
      await good(),
      "--map",
      await map(),
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: "imported",
      summary: { periods: { new: 1 }, refusedCount: 1 },
    });
  });

  it("asks where a date can be read two ways, ends with 2, and takes the answer", async () => {
    const file = await write("two.csv", "Day,Visits,Orders\n03/04/2026,100,5\n05/06/2026,50,3\n");
    const [data, recipeFile] = [freshData(), await map()];
    const asked = await liftledger(data, "import", file, "--map", recipeFile);
    expect(asked.code).toBe(2);
    expect(asked.out).toContain("--answer date-format:Day=dd/MM/yyyy");
    expect(asked.out).toContain("--answer date-format:Day=MM/dd/yyyy");
    const answered = await liftledger(
      data,
      "import",
      file,
      "--map",
      recipeFile,
      "--answer",
      "date-format:Day=dd/MM/yyyy",
    );
    expect(answered.code).toBe(0);
    expect(answered.out).toContain("2026-W14 to 2026-W23");
    const wrong = await liftledger(data, "import", file, "--map", recipeFile, "--answer", "colour=blue");
    expect(wrong.code).toBe(64);
  });

  it("ends with 65 for a file or a recipe that is refused, 66 for one that is not there, 64 for a wrong line", async () => {
    const [data, recipeFile] = [freshData(), await map()];
    const empty = await runInShell(data, "import", await write("empty.csv", ""), "--map", recipeFile);
    expect([empty.code, empty.out.startsWith("The file is refused:")]).toEqual([65, true]);
    const badMap = await write("bad.json", JSON.stringify({ ...funnelRecipe, period: "day" }));
    const refused = await liftledger(data, "import", await good(), "--map", badMap);
    expect([refused.code, refused.err.includes("recipe.period")]).toEqual([65, true]);
    expect((await liftledger(data, "import", join(folder, "none.csv"), "--map", recipeFile)).code).toBe(66);
    expect((await liftledger(data, "import", await good())).code).toBe(64);
    expect((await liftledger(data, "fly")).code).toBe(64);
    const nobody = await liftledger(
      data,
      "import",
      await good(),
      "--map",
      recipeFile,
      "--organisation",
      "nobody",
    );
    expect([nobody.code, nobody.err]).toEqual([64, "There is no organisation nobody.\n"]);
  });

  it("ends with 78 where the data folder cannot be made", async () => {
    const file = await write("in-the-way", "");
    const { code, err } = await liftledger(join(file, "data"), "import", await good(), "--map", await map());
    expect(code).toBe(78);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("explains itself, exit codes included", async () => {
    const { code, out } = await runInShell(freshData(), "import", "--help");
    expect(code).toBe(0);
    for (const word of [
      "--map",
      "--with",
      "--preview",
      "--json",
      "--currency",
      "--organisation",
      "Exit codes",
      "65",
    ]) {
      expect(out).toContain(word);
    }
  });

  const sets = [
    ["robyn_weekly", "dt_simulated_weekly.csv", []],
    ["ab_daily_campaigns", "control_group.csv", []],
    ["kag_facebook_ads", "KAG_conversion_data.csv", []],
    [
      "olist_funnel_dmy",
      "olist_marketing_qualified_leads_dataset.csv",
      ["--with", join(shared, "olist_funnel_dmy/olist_closed_deals_dataset.csv")],
    ],
  ] as const;

  it.skipIf(!existsSync(shared)).each(sets)(
    "imports %s by its recipe, and the second time nothing (needs the shared data sets)",
    async (name, file, more) => {
      const args = [
        "import",
        join(shared, name, file),
        "--map",
        join(repositoryRoot, `packages/files/recipes/${name}.json`),
      ];
      const data = freshData();
      const first = await liftledger(data, ...args, ...more, "--json");
      expect([first.code, first.err]).toEqual([0, ""]);
      const second = await liftledger(data, ...args, ...more, "--json");
      const [one, two] = [JSON.parse(first.out), JSON.parse(second.out)];
      expect(one.summary.periods.new).toBeGreaterThan(0);
      expect(two).toMatchObject({
        importId: null,
        summary: { periods: { new: 0, changed: 0, same: one.summary.periods.new } },
      });
    },
  );

  it.skipIf(!existsSync(shared))(
    "finds what the shared expectations say of kag_facebook_ads (needs the shared data sets)",
    async () => {
      const set = join(shared, "kag_facebook_ads");
      const expected = JSON.parse(await readFile(join(set, "expected.json"), "utf8"));
      const valueOf = (id: string) => expected.checks.find((check: { id: string }) => check.id === id).value;
      const recipeFile = join(repositoryRoot, "packages/files/recipes/kag_facebook_ads.json");
      const file = join(set, "KAG_conversion_data.csv");
      const { out } = await liftledger(freshData(), "import", file, "--map", recipeFile, "--json");
      const { summary } = JSON.parse(out);
      expect(summary.rowsRead).toBe(valueOf("rows"));
      for (const total of summary.totals) {
        const campaign = valueOf("by_campaign")[total.scope];
        expect(Number(total.denominator)).toBe(campaign.approved);
        expect(total.ratio).toBeCloseTo(campaign.cac, 6);
      }
    },
  );
});

describe("liftledger demo", () => {
  it("makes the demo, refuses a second, and deletes it", async () => {
    const data = freshData();
    const made = await liftledger(data, "demo", "create");
    expect([made.code, made.out.trim()]).toEqual([0, expect.stringContaining("15 initiatives")]);
    expect((await liftledger(data, "demo", "create")).code).toBe(65);
    expect((await liftledger(data, "demo", "delete")).out).toBe("Deleted the demo.\n");
    expect((await liftledger(data, "demo", "delete")).out).toBe("There is no demo.\n");
  });
});

describe("liftledger audit", () => {
  it("verifies the chain, prints a head to keep, and sees with it that the tail was cut off", async () => {
    const data = freshData();
    const none = await liftledger(data, "audit", "verify");
    expect([none.code, none.err]).toEqual([78, `There is no ledger in ${data}.\n`]);
    await liftledger(data, "import", await good(), "--map", await map());
    const whole = await liftledger(data, "audit", "verify");
    expect([whole.code, whole.err]).toEqual([0, ""]);
    expect(whole.out).toMatch(
      /^The audit chain of default is whole: \d+ entries\.\nHead: \d+:[0-9a-f]{64}\n/,
    );
    const [, head = "", sequence = ""] = /Head: ((\d+):\w+)/.exec(whole.out) ?? [];
    expect((await liftledger(data, "audit", "verify", "--head", head)).code).toBe(0);
    await tamper(data, `delete from audit_entries where sequence = ${sequence}`);
    expect((await liftledger(data, "audit", "verify")).code).toBe(0);
    const cut = await liftledger(data, "audit", "verify", "--head", head);
    expect([cut.code, cut.out]).toEqual([3, expect.stringContaining("its tail was cut off")]);
  });

  it("names the first broken link, also as JSON, and ends with code 3", async () => {
    const data = freshData();
    await liftledger(data, "import", await good(), "--map", await map());
    await tamper(data, "update audit_entries set actor_id = 'nobody' where sequence in (4, 6)");
    const broken = await liftledger(data, "audit", "verify");
    expect([broken.code, broken.err]).toEqual([3, ""]);
    expect(broken.out).toMatch(/^The audit chain of default is broken\. Entry 4 \(seedBuiltInKpis of kpi /);
    const json = await liftledger(data, "audit", "verify", "--json");
    expect([json.code, JSON.parse(json.out)]).toMatchObject([
      3,
      { kind: "broken", sequence: 4, rule: "changed" },
    ]);
    const wrong = await liftledger(data, "audit", "verify", "--head", "4");
    expect([wrong.code, wrong.err]).toEqual([64, expect.stringContaining("--head 4 is no head")]);
  });

  it("exports every entry as a line whose hash anybody can compute again", async () => {
    const data = freshData();
    await liftledger(data, "import", await good(), "--map", await map());
    const file = join(folder, "audit.jsonl");
    expect(await liftledger(data, "audit", "export", "--out", file)).toEqual({ code: 0, out: "", err: "" });
    const { out } = await runInShell(data, "audit", "export");
    expect(await readFile(file, "utf8")).toBe(out);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.at(-1)).toMatchObject({ sequence: lines.length, action: "importFile" });
    const order =
      "organisationId sequence recordedAt actorId action noun objectId before after reason requestId";
    for (const { hash, ...line } of lines) {
      const text = JSON.stringify([...order.split(" "), "previousHash"].map((field) => line[field]));
      expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
    }
  });
});

/** Changes the file past every use-case. */
async function tamper(data: string, statement: string): Promise<void> {
  const db = openDatabase({ kind: "sqlite", file: join(data, "liftledger.db") });
  await runSql(db, statement);
  await db.close();
}
