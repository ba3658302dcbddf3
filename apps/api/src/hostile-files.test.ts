import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const shared = join(import.meta.dirname, "../../../../shared");
const isThere = existsSync(join(shared, "hostile/manifest.json"));
const why = isThere ? "" : " (skipped: the hostile files are not beside the repository)";

const { db, remove } = await openSqlite();
const { app, failures } = await openApp(async () => db);
afterAll(remove);

type Verdict = "A" | "W" | "R" | "C";
type Answer = { status: number; body: { kind?: string; summary?: { refusedCount: number } } };

const manifest = isThere
  ? (JSON.parse(readFileSync(join(shared, "hostile/manifest.json"), "utf8")) as {
      files: { file: string; verdict: Verdict; expect: string }[];
    })
  : { files: [] };

function recipeFor(file: string): object {
  const common = { name: "Hostile", source: "file", scope: "All" };
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  if (file.startsWith("25")) {
    const measure = { kpi: "cost-per-acquisition", numerator: sum("Cost"), denominator: sum("Conversions") };
    return { ...common, period: "month", segmentColumn: "Campaign", measures: [measure] };
  }
  const isShare = file.startsWith("31") || file.startsWith("38");
  const measure = {
    kpi: isShare ? "conversion-rate" : "customer-acquisition-cost",
    numerator: sum(file.startsWith("38") ? "value" : "numerator"),
    denominator: file.startsWith("38") ? { kind: "count-rows" } : sum("denominator"),
  };
  // The file of doubled headings has no segment column to be asked about.
  const segments = file.startsWith("16") ? {} : { segmentColumn: "segment" };
  return { ...common, dateColumn: "period", period: "week", ...segments, measures: [measure] };
}

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

function verdictOf({ body }: Answer): Verdict | undefined {
  if (body.kind === "refused") return "R";
  if (body.kind === "question") return "C";
  if (body.summary === undefined) return undefined;
  return body.summary.refusedCount > 0 ? "W" : "A";
}

async function countOf(path: string): Promise<number> {
  const response = await app.request(`/api/v1/${path}?limit=100`);
  return ((await response.json()) as { rows: unknown[] }).rows.length;
}

describe.skipIf(!isThere)(`hostile files over HTTP${why}`, () => {
  it.each(manifest.files)("previews $file as $verdict: $expect", async ({ file, verdict }) => {
    const bytes = readFileSync(join(shared, "hostile", file));
    const answer = await post("/api/v1/imports/preview", bytes, file, recipeFor(file));
    expect(answer.status).toBe(200);
    expect(verdictOf(answer)).toBe(verdict);
    expect(failures).toEqual([]);
  });

  it("writes nothing of a file that is refused or asked about", async () => {
    const untaken = manifest.files.filter(({ verdict }) => verdict === "R" || verdict === "C");
    for (const { file } of untaken) {
      const bytes = readFileSync(join(shared, "hostile", file));
      const { status } = await post("/api/v1/imports", bytes, file, recipeFor(file));
      expect([file, status >= 400 && status < 500]).toEqual([file, true]);
    }
    expect(await countOf("series")).toBe(0);
    expect(await countOf("imports")).toBe(0);
  });

  it("answers 200 seeded mutations of good files without a failure, and writes none of them half", async () => {
    const sources = ["59_date1904.xlsx", "61_xlsx_named.csv", "32_float_noise.csv", "05_utf16le_bom_tab.csv"];
    const goods = sources.map((file) => ({ file, bytes: readFileSync(join(shared, "hostile", file)) }));
    const random = generator(20_261_122);
    for (let turn = 0; turn < 200; turn += 1) {
      const { file, bytes } = goods[turn % goods.length] as (typeof goods)[number];
      const mutant = mutate(bytes, random);
      const answer = await post("/api/v1/imports", mutant, file, recipeFor(file));
      expect([turn, answer.status < 500]).toEqual([turn, true]);
    }
    expect(failures).toEqual([]);
    const [series, imports] = [await countOf("series"), await countOf("imports")];
    // Whatever made a series also left the record of its import.
    expect(imports > 0).toBe(series > 0);
  });
});

/** Flips, drops, doubles or cuts bytes. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutant = [...bytes];
  for (let change = 1 + Math.floor(random() * 4); change > 0; change -= 1) {
    const at = Math.floor(random() * mutant.length);
    const length = 1 + Math.floor(random() * 16);
    const kind = Math.floor(random() * 4);
    if (kind === 0) mutant[at] = Math.floor(random() * 256);
    if (kind === 1) mutant.splice(at, length);
    if (kind === 2) mutant.splice(at, 0, ...mutant.slice(at, at + length));
    if (kind === 3 && random() < 0.2) mutant = mutant.slice(0, at);
  }
  return Uint8Array.from(mutant);
}

/** Mulberry32: the same mutations every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
