// F7: two servers and the command line on one file.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@liftledger/database/open-database";
import { Acknowledged, surveyLedger } from "./acknowledged.ts";
import { holds, none, percentile, reportFigures, under } from "./figures.ts";
import { makeLedgerPlace, withContext } from "./ledger-place.ts";
import { runCli } from "./run-cli.ts";
import { startServer, type ServerProcess } from "./running-server.ts";
import { logThrough, planWrites, type SnapshotWrite } from "./snapshot-writes.ts";
import { writeWeeklyImport, type WeeklyImport } from "./weekly-import.ts";

const writes = 15_000;
const clients = 8;

const place = await makeLedgerPlace();
const acknowledged = new Acknowledged(join(place.folder, "acknowledged.jsonl"));
const plans = await withContext(place.data, (ctx) =>
  planWrites(ctx, { clients: clients + 1, writes: Math.ceil(writes / clients) + 100 }),
);
const servers = [await startServer(place.data), await startServer(place.data)];
const took: number[] = [];
const refused: string[] = [];
const imports: WeeklyImport[] = [];
const done = new AbortController();

const cliPlan = plans.pop();
await Promise.all([
  Promise.all(plans.map((plan, client) => writeThrough(servers[client % 2], plan))).then(() => {
    done.abort();
  }),
  useCommandLine(),
]);
for (const server of servers) await server.end("SIGTERM");
const told = acknowledged.end();
const survey = await withContext(place.data, async (ctx) => {
  return surveyLedger(ctx, [...told, ...(await importedRows(ctx.db))]);
});
await place.remove();
for (const line of [...refused.slice(0, 5), ...survey.faults]) console.log(line);
reportFigures(`F7  two servers and the command line on one file, ${clients} clients`, [
  holds(`writes acknowledged, at least ${writes}`, took.length >= writes, took.length),
  { what: "snapshots logged by the command line meanwhile", measured: told.length - took.length },
  { what: "files imported by the command line meanwhile, 500 weeks each", measured: imports.length },
  none("answers other than 200 and exit codes other than 0", refused.length),
  { what: "a write, at the median", measured: `${percentile(took, 0.5).toFixed(1)} ms` },
  under("a write, 99 of 100", percentile(took, 0.99), 500, "ms"),
  none("lost", survey.lost),
  none("twice", survey.twice),
  none("there without an acknowledgement", survey.unacknowledged),
  none("faults that `liftledger check` finds", survey.faults.length),
]);

async function writeThrough(
  server: ServerProcess | undefined,
  plan: Generator<SnapshotWrite>,
): Promise<void> {
  if (server === undefined) throw new Error("There is no such server.");
  while (took.length < writes) {
    const write = plan.next().value;
    if (write === undefined) throw new Error("The plan was too short.");
    const began = performance.now();
    const { status, body } = await logThrough(server, write);
    took.push(performance.now() - began);
    if (status === 200) acknowledged.add(write);
    else refused.push(`${status} ${body}`);
  }
}

/** Logs and imports by turns until the servers have had their writes. */
async function useCommandLine(): Promise<void> {
  for (let turn = 1; !done.signal.aborted; turn++) {
    const write = cliPlan?.next().value;
    if (write === undefined) return;
    const { seriesId, period, numerator, denominator } = write;
    const logged = await runCli(place.data, ["log", seriesId, period, numerator, denominator]);
    if (logged.code === 0) acknowledged.add(write);
    else refused.push(`log ${logged.code} ${logged.err}`);
    const file = await writeWeeklyImport(place.folder, { shop: `Shop ${turn}`, weeks: 500 });
    const imported = await runCli(place.data, ["import", file.file, "--map", file.recipe]);
    if (imported.code === 0) imports.push(file);
    else refused.push(`import ${imported.code} ${imported.err}${imported.out}`);
    await sleep(50);
  }
}

/** What the files held that the command line said it had imported. */
async function importedRows(db: Database): Promise<SnapshotWrite[]> {
  const series = await db.read.selectFrom("series").select(["series_id", "scope"]).execute();
  const idOf = new Map(series.map((row) => [row.scope, row.series_id]));
  return imports.flatMap(({ shop, periods }) =>
    periods.map((row) => ({ key: shop, seriesId: idOf.get(shop) ?? "none", ...row })),
  );
}
