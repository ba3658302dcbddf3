import { afterAll, describe, expect, it } from "vitest";
import { goodFiles } from "./testing/good-files.ts";
import {
  hostileBytes,
  hostileFiles,
  hostileRecipe,
  reasonsOf,
  verdictOf,
  type Previewed,
} from "@liftledger/files/testing/hostile-uploads";
import { isWholeImport, ledgerDigest, type SaidImport } from "./testing/import-watch.ts";
import { mutantOf } from "./testing/mutants.ts";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const why = hostileFiles.length > 0 ? "" : " (skipped: the hostile files are not beside the repository)";

const { db, remove } = await openSqlite();
const { app, failures } = await openApp(async () => db);
afterAll(remove);

type Answer = { status: number; body: Previewed };

async function post(path: string, bytes: Uint8Array, name: string, recipe: object): Promise<Answer> {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(bytes)], name));
  form.append("recipe", JSON.stringify(recipe));
  const encoded = new Response(form);
  const response = await app.request(path, {
    method: "POST",
    headers: { "Content-Type": encoded.headers.get("Content-Type") ?? "" },
    body: await encoded.arrayBuffer(),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

async function countOf(path: string): Promise<number> {
  const response = await app.request(`/api/v1/${path}?limit=100`);
  return ((await response.json()) as { rows: unknown[] }).rows.length;
}

describe.skipIf(hostileFiles.length === 0)(`hostile files over HTTP${why}`, () => {
  it.each(hostileFiles)("previews $file as $verdict: $expect", async ({ file, verdict }) => {
    const bytes = hostileBytes(file);
    const answer = await post("/api/v1/imports/preview", bytes, file, hostileRecipe(file));
    expect(answer.status).toBe(200);
    expect(verdictOf(answer.body)).toBe(verdict);
    // What is not taken is told in sentences that name a place, and the rule beside them.
    const isTold = /^(?=.*\b(lines?|columns?|part|file)\b).*[.?] (\(.*\) )?\[[\w:-]+\]$/i;
    const reasons = reasonsOf(answer.body);
    expect(reasons.filter((reason) => !isTold.test(reason))).toEqual([]);
    expect(reasons.length > 0).toBe(verdict !== "A");
    expect(failures).toEqual([]);
  });

  it("refuses what is JSON as a body too, and names the field", async () => {
    const bodies = hostileFiles.filter(({ file }) => file.endsWith(".json")).map(({ file }) => file);
    const answers = [];
    for (const file of bodies) {
      const body = `{"source":"file","snapshots":${hostileBytes(file).toString("utf8")}}`;
      const headers = { "Content-Type": "application/json" };
      const response = await app.request("/api/v1/snapshots", { method: "POST", headers, body });
      const { detail } = (await response.json()) as { detail: string };
      answers.push([response.status, detail]);
    }
    expect(answers).toEqual([
      [400, "snapshots[0].segment: the text has a NUL or half a character in it, which cannot be kept"],
      [400, "numerator: is there twice in one object: which of the two is meant?"],
    ]);
  });

  it("writes nothing of a file that is refused or asked about", async () => {
    const untaken = hostileFiles.filter(({ verdict }) => verdict === "R" || verdict === "C");
    for (const { file } of untaken) {
      const bytes = hostileBytes(file);
      const { status } = await post("/api/v1/imports", bytes, file, hostileRecipe(file));
      expect([file, status >= 400 && status < 500]).toEqual([file, true]);
    }
    expect(await countOf("series")).toBe(0);
    expect(await countOf("imports")).toBe(0);
  });
});

describe("mutations of good files", () => {
  it("answers 40 of them by what is wrong, and writes each whole or not at all", async () => {
    for (const { recipe, bytes, name } of goodFiles) await post("/api/v1/imports", bytes, name, recipe);
    const outcomes = new Map<string, number>();
    for (let seed = 60; seed < 100; seed += 1) {
      const { of, bytes } = mutantOf(seed);
      const before = await ledgerDigest(db);
      const answer = await post("/api/v1/imports", bytes, of.name, of.recipe);
      const [status, body] = [answer.status, answer.body as unknown as SaidImport];
      expect([seed, status < 500]).toEqual([seed, true]);
      const wrote = status === 201 && body.importId !== null;
      expect([seed, (await ledgerDigest(db)) === before]).toEqual([seed, !wrote]);
      const isWhole = !wrote || (await isWholeImport(db, body));
      expect([seed, isWhole]).toEqual([seed, true]);
      const outcome = wrote ? "written" : status === 201 ? "nothing new" : "refused";
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(failures).toEqual([]);
    expect([...outcomes.keys()].toSorted()).toEqual(["nothing new", "refused", "written"]);
  });
});
