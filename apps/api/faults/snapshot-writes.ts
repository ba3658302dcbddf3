import { addPeriods } from "@liftledger/kpis/period";
import type { Context } from "@liftledger/use-cases/context";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { v7 as uuid } from "uuid";
import type { ServerProcess } from "./running-server.ts";

/** One snapshot that a client logs, under a key by which it may be repeated. */
export interface SnapshotWrite {
  key: string;
  seriesId: string;
  period: string;
  numerator: string;
  denominator: string;
}

const lastWeek = "2025-W52";
// Back to 1991.
const weeksOfSeries = 1800;

/** Writes for each client, every one another period; the series are made on the way. */
export async function planWrites(
  ctx: Context,
  { clients, writes }: { clients: number; writes: number },
): Promise<Generator<SnapshotWrite>[]> {
  const plans: Generator<SnapshotWrite>[] = [];
  for (let client = 0; client < clients; client++) {
    const seriesIds: string[] = [];
    for (let from = 0; from < writes; from += weeksOfSeries) {
      const scope = `Client ${client}, ${seriesIds.length}`;
      seriesIds.push((await createSeries(ctx, { kpiKey: "conversion-rate", scope })).seriesId);
    }
    plans.push(writesTo(seriesIds));
  }
  return plans;
}

function* writesTo(seriesIds: readonly string[]): Generator<SnapshotWrite> {
  for (const seriesId of seriesIds) {
    for (let week = 0; week < weeksOfSeries; week++) {
      const numerator = String(1 + Math.floor(Math.random() * 999));
      yield {
        key: uuid(),
        seriesId,
        period: addPeriods(lastWeek, -week),
        numerator,
        denominator: "1000",
      };
    }
  }
}

/** What a server answered, read whole. */
export interface Answered {
  status: number;
  body: string;
}

/** A server, and by what one may log there. */
type LoggedAt = Pick<ServerProcess, "address" | "headers">;

/** Logs a snapshot through a server; rejects where no whole answer came. */
export async function logThrough({ address, headers }: LoggedAt, write: SnapshotWrite): Promise<Answered> {
  const { key, ...snapshot } = write;
  const response = await fetch(`${address}/api/v1/snapshots`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({ snapshots: [snapshot], source: "faults" }),
  });
  return { status: response.status, body: await response.text() };
}
