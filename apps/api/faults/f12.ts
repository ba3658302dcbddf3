// F12: 200 slow connections of several kinds, and what others see meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import { createDemo } from "@liftledger/use-cases/demo/create-demo";
import { under, none, percentile, reportFigures, type FaultFigure } from "./figures.ts";
import { withContext, type LedgerPlace } from "./ledger-place.ts";
import { onBothDatabases } from "./on-both-databases.ts";
import { startServer, type ServerProcess } from "./running-server.ts";
import { holdSlowly, slowKinds, type SlowKind } from "./slow-connection.ts";
import { logThrough, planWrites, type SnapshotWrite } from "./snapshot-writes.ts";

const connections = 200;
const longestMilliseconds = 8000;
const others = 8;
const pauseMilliseconds = 50;
/** From one connection to the next, and how many there are to one that does not read. */
const openingMilliseconds = 10;
const toOneUnread = 20;

const figures: FaultFigure[] = [];
await onBothDatabases(holdMany);
reportFigures(`F12 ${connections} slow connections, ${others} other clients meanwhile`, figures);

async function holdMany(database: string, place: LedgerPlace): Promise<void> {
  const plans = await withContext(place.data, async (ctx) => {
    await createDemo(ctx);
    return planWrites(ctx, { clients: others, writes: 1000 });
  });
  const server = await startServer(place.data);
  const kinds = slowKinds(new URL(server.address).host, `Authorization: ${server.headers["Authorization"]}`);
  const ends = new Map(kinds.map(({ what }) => [what, [] as number[]]));
  const held = Array.from({ length: connections }, async (_, number) => {
    await sleep(number * openingMilliseconds);
    const kind = kindOf(kinds, number);
    ends.get(kind.what)?.push(await holdSlowly(server.address, kind, longestMilliseconds));
  });
  const over = new AbortController();
  const seen = { reads: [] as number[], writes: [] as number[], failed: 0 };
  const working = plans.map(async (plan) => {
    while (!over.signal.aborted) await workOnce(server, plan, seen);
  });
  await Promise.all(held);
  over.abort();
  await Promise.all(working);
  await server.end("SIGTERM");
  for (const [what, milliseconds] of ends) {
    const open = milliseconds.filter((each) => each > longestMilliseconds).length;
    const closed = milliseconds.filter(Number.isFinite);
    const figure = none(`${database}, ${what}: of ${milliseconds.length} still open after 8 s`, open);
    figures.push({ ...figure, isTime: true });
    figures.push({ what: "", measured: `closed after ${(Math.max(...closed) / 1000).toFixed(1)} s at most` });
  }
  figures.push(
    under(
      `${database}, others' ${seen.reads.length} reads, 95 of 100`,
      percentile(seen.reads, 0.95),
      200,
      "ms",
    ),
    under(
      `${database}, others' ${seen.writes.length} writes, 95 of 100`,
      percentile(seen.writes, 0.95),
      200,
      "ms",
    ),
    none(`${database}, others' requests that failed`, seen.failed),
  );
}

function kindOf(kinds: readonly SlowKind[], number: number): SlowKind {
  const [unread, ...cheap] = kinds.toReversed();
  const kind = number % toOneUnread === 0 ? unread : cheap[number % cheap.length];
  if (kind === undefined) throw new Error("There is no kind.");
  return kind;
}

/** Reads the demo's portfolio and logs a snapshot. */
async function workOnce(
  server: ServerProcess,
  plan: Generator<SnapshotWrite>,
  seen: { reads: number[]; writes: number[]; failed: number },
): Promise<void> {
  const headers = { ...server.headers, "Liftledger-Organisation": "demo" };
  const read = await timed(seen.reads, async () => {
    const response = await fetch(`${server.address}/api/v1/portfolio`, { headers });
    await response.text();
    return response.status;
  });
  const write = plan.next().value;
  if (write === undefined) throw new Error("The plan was too short.");
  const written = await timed(seen.writes, async () => (await logThrough(server, write)).status);
  seen.failed += [read, written].filter((status) => status !== 200).length;
  await sleep(pauseMilliseconds);
}

async function timed(took: number[], work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const status = await work();
  took.push(performance.now() - began);
  return status;
}
