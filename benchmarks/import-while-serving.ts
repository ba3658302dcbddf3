import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { nodeEnvironment, nodeFlags } from "@liftledger/api/node-start";
import { createClient, type Client } from "@liftledger/contracts/client";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { createDemo } from "@liftledger/use-cases/demo/create-demo";
import { localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { v7 as uuid } from "uuid";
import { benchmarkToday } from "./import-reading.ts";
import type { MessageFromServer, ServerFigures } from "./import-server.ts";

/** A server while others read, and its memory since it started. */
export interface ServedReads extends ServerFigures {
  /** How long all but the slowest twentieth of the reads took at most, and how many there were. */
  readonly readMilliseconds: number;
  readonly reads: number;
}

/** What an import did to a server that others used meanwhile (F9), beside the same reads alone. */
export interface ServedImport {
  readonly alone: ServedReads;
  readonly meanwhile: ServedReads;
  readonly seconds: number;
  /** The longest time between two events of its progress. */
  readonly longestSilenceMilliseconds: number;
  /** While it was undone again, all of it. */
  readonly undone: ServedReads & { readonly seconds: number };
}

/** A reader asks so often, whatever the answer takes. */
const readEveryMilliseconds = 100;
const aloneMilliseconds = 5000;

/** Uploads a file to a server in a process of its own while the demo's portfolio is read again and again. */
export async function importWhileServing(csv: string, recipe: ImportRecipe): Promise<ServedImport> {
  const folder = mkdtempSync(join(tmpdir(), "liftledger-benchmark-"));
  const ledger = join(folder, "liftledger.db");
  const key = await makeDemo(ledger);
  const server = fork(join(import.meta.dirname, "import-server.ts"), [ledger], {
    execArgv: [...nodeFlags],
    env: { ...nodeEnvironment, ...process.env },
  });
  try {
    const ready = await heard(server);
    if (!("address" in ready)) throw new Error("the server did not start");
    const headers = { Authorization: `Bearer ${key}` };
    const clientOf = (organisationId: string) =>
      createClient({ baseUrl: ready.address, organisationId, headers });
    const demo = clientOf("demo");
    await demo.call("getPortfolio", { query: {} });
    await figuresOf(server);
    const { waits } = await whileReading(demo, () => sleep(aloneMilliseconds));
    const alone = servedReads(waits, await figuresOf(server));
    const file = new File([await openAsBlob(csv)], basename(csv));
    const body = { file, recipe: JSON.stringify(recipe) };
    const start = performance.now();
    const imported = await whileReading(demo, async () =>
      longestSilence(await clientOf("default").call("runImport", { body })),
    );
    const seconds = (performance.now() - start) / 1000;
    const meanwhile = servedReads(imported.waits, await figuresOf(server));
    const undone = await undoWhileReading(server, demo, clientOf("default"));
    return { alone, meanwhile, seconds, longestSilenceMilliseconds: imported.result, undone };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** Undoes the import that was just made, whose every period has no value then. */
async function undoWhileReading(server: ChildProcess, demo: Client, client: Client) {
  const { rows } = await client.call("listImports", { query: {} });
  const [imported] = rows;
  if (imported === undefined) throw new Error("there is no import to undo");
  const request = { params: { importId: imported.importId }, body: { reason: "To measure its undo" } };
  const start = performance.now();
  const { waits, result } = await whileReading(demo, () => client.call("undoImport", request));
  const seconds = (performance.now() - start) / 1000;
  if (result.periods.emptied !== imported.periodsNew) throw new Error(JSON.stringify(result.periods));
  return { ...servedReads(waits, await figuresOf(server)), seconds };
}

/** In this process, so that the memory of the server is that of serving. */
async function makeDemo(file: string): Promise<string> {
  const db = await openData({ database: { kind: "sqlite", file }, folder: null });
  const ctx = {
    db,
    actor: localActor,
    organisationId: "default",
    requestId: "benchmark",
    now: `${benchmarkToday}T08:00:00.000Z`,
    today: benchmarkToday,
    newId: () => uuid(),
    seed: simulationSeed,
  };
  await ensureDefaultOrganisation(ctx, { name: "Benchmark", currency: "EUR" });
  await createDemo(ctx);
  const wanted = { name: "Benchmark", scopes: ["read" as const, "log" as const], teamIds: null, days: 1 };
  const { key } = await createServiceKey(ctx, wanted);
  await db.close();
  return key;
}

function servedReads(waits: readonly number[], figures: ServerFigures): ServedReads {
  const inOrder = waits.toSorted((a, b) => a - b);
  const readMilliseconds = inOrder[Math.ceil(inOrder.length * 0.95) - 1] ?? Number.NaN;
  return { ...figures, readMilliseconds, reads: waits.length };
}

/** Reads the portfolio again and again until the work is done; how long each took. */
async function whileReading<Result>(demo: Client, work: () => Promise<Result>) {
  const waits: number[] = [];
  const over = new AbortController();
  const reading = (async () => {
    while (!over.signal.aborted) {
      const start = performance.now();
      await demo.call("getPortfolio", { query: {} });
      waits.push(performance.now() - start);
      await sleep(Math.max(readEveryMilliseconds - (performance.now() - start), 0));
    }
  })();
  const result = await work();
  over.abort();
  await reading;
  return { result, waits };
}

async function longestSilence(events: AsyncIterable<ImportEvent>): Promise<number> {
  let [last, longest] = [performance.now(), 0];
  for await (const event of events) {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (event.kind === "imported") return longest;
    if (event.kind !== "progress" && event.kind !== "started") throw new Error(JSON.stringify(event));
  }
  throw new Error("the events broke off");
}

async function figuresOf(server: ChildProcess): Promise<ServerFigures> {
  const answer = heard(server);
  server.send("report");
  const message = await answer;
  if ("figures" in message) return message.figures;
  throw new Error("the server told something else");
}

async function heard(server: ChildProcess): Promise<MessageFromServer> {
  const [message] = (await once(server, "message")) as [MessageFromServer];
  return message;
}
