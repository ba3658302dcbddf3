import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Acknowledged, surveyLedger, type Survey } from "./acknowledged.ts";
import { makeLedgerPlace, withContext } from "./ledger-place.ts";
import { startServer, type ServerProcess } from "./running-server.ts";
import { logThrough, planWrites, type SnapshotWrite } from "./snapshot-writes.ts";

const clients = 4;

interface KillUnderLoad extends Survey {
  cycles: number;
  acknowledged: number;
  /** Answers that came while the server was being killed. */
  retried: number;
  slowestStartMilliseconds: number;
}

/** A client that logs one snapshot after the other, and after a failure the same again. */
class Writer {
  readonly #plan: Generator<SnapshotWrite>;
  readonly #acknowledged: Acknowledged;
  pending: SnapshotWrite | undefined;

  constructor(plan: Generator<SnapshotWrite>, acknowledged: Acknowledged) {
    this.#plan = plan;
    this.#acknowledged = acknowledged;
  }

  /** Until the server is gone. */
  async writeUntilGone(server: ServerProcess): Promise<void> {
    while (await this.writeOne(server));
  }

  /** Whether it was acknowledged. */
  async writeOne(server: ServerProcess): Promise<boolean> {
    const write = this.pending ?? this.#plan.next().value;
    if (write === undefined) return false;
    this.pending = write;
    try {
      const { status, body } = await logThrough(server, write);
      if (status !== 200) throw new Error(`${status} ${body}`);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
    this.#acknowledged.add(write);
    this.pending = undefined;
    return true;
  }
}

/**
 * Kills a server while four clients log snapshots, again and again, and then compares the ledger with what the
 * clients were told. A write without an answer is sent again with its key when the server is back.
 */
export async function killUnderLoad(wanted: {
  cycles: number;
  acknowledged: number;
}): Promise<KillUnderLoad> {
  const place = await makeLedgerPlace();
  const acknowledged = new Acknowledged(join(place.folder, "acknowledged.jsonl"));
  const writes = Math.ceil((wanted.acknowledged * 2) / clients);
  const plans = await withContext(place.data, (ctx) => planWrites(ctx, { clients, writes }));
  const writers = plans.map((plan) => new Writer(plan, acknowledged));
  let [retried, slowestStartMilliseconds] = [0, 0];
  for (let cycle = 1; cycle <= wanted.cycles; cycle++) {
    const server = await startServer(place.data);
    slowestStartMilliseconds = Math.max(slowestStartMilliseconds, server.readyMilliseconds);
    const writing = Promise.all(writers.map((writer) => writer.writeUntilGone(server)));
    while (acknowledged.count < (wanted.acknowledged * cycle) / wanted.cycles) await sleep(5);
    await sleep(Math.random() * 40);
    await server.end("SIGKILL");
    await writing;
    retried += writers.filter(({ pending }) => pending !== undefined).length;
  }
  const last = await startServer(place.data);
  for (const writer of writers) if (writer.pending !== undefined) await writer.writeOne(last);
  await last.end("SIGTERM");
  const told = acknowledged.end();
  const survey = await withContext(place.data, (ctx) => surveyLedger(ctx, told));
  await place.remove();
  return { ...survey, cycles: wanted.cycles, acknowledged: told.length, retried, slowestStartMilliseconds };
}
