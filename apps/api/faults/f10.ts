// F10: hostile files, and 2,000 mutations of good ones, by HTTP and by the command line.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Database } from "@liftledger/database/open-database";
import { openData } from "@liftledger/use-cases/local/open-data";
import { goodFiles, type GoodFile } from "../src/testing/good-files.ts";
import {
  hostileBytes,
  hostileFiles,
  hostileRecipe,
  verdictOf,
  type Previewed,
} from "@liftledger/files/testing/hostile-uploads";
import { isWholeImport, ledgerDigest, type SaidImport } from "../src/testing/import-watch.ts";
import { mutantOf } from "../src/testing/mutants.ts";
import { holds, none, reportFigures } from "./figures.ts";
import { makeLedgerPlace } from "./ledger-place.ts";
import { environmentOf, startServer } from "./running-server.ts";

const mutants = 2000;

/** What became of one import: written, nothing new, refused as it should be, or none of these. */
interface Outcome {
  kind: "written" | "nothing-new" | "refused" | "broken";
  said?: SaidImport;
  what?: string;
}
type Uploaded = Pick<GoodFile, "name" | "recipe">;
/** One way of importing files, and of looking at what an import would do. */
interface Importer {
  send(file: Uploaded, bytes: Buffer): Promise<Outcome>;
  preview(file: Uploaded, bytes: Buffer): Promise<Previewed>;
}

const failures: string[] = [];
const http = await play("by HTTP", withServer);
const cli = await play("by the command", withCommand);
for (const what of failures.slice(0, 10)) console.log(`  ${what}`);
reportFigures(`F10  ${mutants} mutations of ${goodFiles.length} good files, seeds 0 to ${mutants - 1}`, [
  ...figuresOf("by HTTP", http),
  ...figuresOf("by the command", cli),
]);

function figuresOf(way: string, { counts, half, differing, verdicts }: Awaited<ReturnType<typeof play>>) {
  return [
    {
      what: `${way}: hostile files to their verdict`,
      measured: `${verdicts} of ${hostileFiles.length}`,
      isKept: verdicts === hostileFiles.length,
      wanted: "all",
    },
    { what: `${way}: refused, nothing new, written`, measured: counts.join(", ") },
    holds(
      `${way}: each of the three occurs`,
      counts.every((count) => count > 0),
    ),
    none(`${way}: answers of 5xx, other exit codes, crashes`, mutants - counts.reduce((a, b) => a + b)),
    none(`${way}: ledgers that are not as before a file that wrote nothing`, differing),
    none(`${way}: imports that are not there whole, or again`, half),
  ];
}

/** Imports every mutant into a ledger of its own, each that was written once more, and compares the ledger each time. */
async function play(
  way: string,
  within: (place: Place, work: (importer: Importer) => Promise<void>) => Promise<void>,
) {
  const place = await makeLedgerPlace();
  const db = await openData(place.data);
  const counts = { refused: 0, "nothing-new": 0, written: 0, broken: 0 };
  let [half, differing, verdicts] = [0, 0, 0];
  await within(place, async (importer) => {
    for (const { file, verdict } of hostileFiles) {
      const found = verdictOf(
        await importer.preview({ name: file, recipe: hostileRecipe(file) }, hostileBytes(file)),
      );
      if (found === verdict) verdicts += 1;
      else failures.push(`${way}, ${file}: ${found} and not ${verdict}`);
    }
    for (const file of goodFiles) await importer.send(file, file.bytes);
    for (let seed = 0; seed < mutants; seed += 1) {
      const { of, bytes } = mutantOf(seed);
      const before = await ledgerDigest(db);
      const outcome = await importer.send(of, bytes);
      counts[outcome.kind] += 1;
      if (outcome.kind === "broken") failures.push(`${way}, seed ${seed}, ${of.name}: ${outcome.what}`);
      const after = await ledgerDigest(db);
      if (outcome.kind !== "written" && after !== before) differing += 1;
      if (
        outcome.kind === "written" &&
        !(await isWholeAndOnce(db, { importer, of, bytes, outcome, after }))
      ) {
        half += 1;
        failures.push(`${way}, seed ${seed}, ${of.name}: not whole, or not once`);
      }
    }
  });
  await db.close();
  await place.remove();
  return { counts: [counts.refused, counts["nothing-new"], counts.written], half, differing, verdicts };
}

async function isWholeAndOnce(
  db: Database,
  made: { importer: Importer; of: GoodFile; bytes: Buffer; outcome: Outcome; after: string },
): Promise<boolean> {
  const { importer, of, bytes, outcome, after } = made;
  if (outcome.said !== undefined && !(await isWholeImport(db, outcome.said))) return false;
  const again = await importer.send(of, bytes);
  return again.kind === "nothing-new" && (await ledgerDigest(db)) === after;
}

type Place = Awaited<ReturnType<typeof makeLedgerPlace>>;

async function withServer(place: Place, work: (importer: Importer) => Promise<void>): Promise<void> {
  const server = await startServer(place.data);
  const post = (path: string, { name, recipe }: Uploaded, bytes: Buffer) => {
    const body = new FormData();
    body.append("file", new File([new Uint8Array(bytes)], name));
    body.append("recipe", JSON.stringify(recipe));
    const { address, headers } = server;
    return fetch(`${address}/api/v1/imports${path}`, { method: "POST", headers, body });
  };
  await work({
    async send(file, bytes) {
      const response = await post("", file, bytes);
      const text = await response.text();
      if (response.status === 201) return written(JSON.parse(text) as SaidImport);
      if (response.status >= 400 && response.status < 500) return { kind: "refused" };
      return { kind: "broken", what: `${response.status} ${text.slice(0, 200)}` };
    },
    preview: async (file, bytes) => (await (await post("/preview", file, bytes)).json()) as Previewed,
  });
  await server.end("SIGTERM");
}

async function withCommand(place: Place, work: (importer: Importer) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "play-cli.ts")], {
    env: environmentOf(place.data),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const run = async ({ name, recipe }: Uploaded, bytes: Buffer, options: readonly string[]) => {
    const [file, map] = [join(place.folder, name), join(place.folder, "map.json")];
    await writeFile(file, bytes);
    await writeFile(map, JSON.stringify(recipe));
    child.stdin.write(`${JSON.stringify(["import", file, "--map", map, "--json", ...options])}\n`);
    const { value, done } = await answers.next();
    if (done === true) throw new Error("The command crashed.");
    return JSON.parse(String(value)) as { code: number; printed: string };
  };
  await work({
    async send(file, bytes) {
      const { code, printed } = await run(file, bytes, []);
      if (code === 0) return written(JSON.parse(printed) as SaidImport);
      // 2 asks, 65 refuses.
      if (code === 2 || code === 65) return { kind: "refused" };
      return { kind: "broken", what: `${code} ${printed.slice(0, 200)}` };
    },
    async preview(file, bytes) {
      const { printed } = await run(file, bytes, ["--preview"]);
      return JSON.parse(printed) as Previewed;
    },
  });
  child.stdin.end();
}

function written(said: SaidImport): Outcome {
  return { kind: said.importId === null ? "nothing-new" : "written", said };
}
