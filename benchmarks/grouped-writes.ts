import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@liftledger/database/open-database";
import { addPeriods } from "@liftledger/kpis/period";
import type { Context } from "@liftledger/use-cases/context";
import { verifyAudit } from "@liftledger/use-cases/audit/verify-audit";
import { localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { logSnapshots } from "@liftledger/use-cases/snapshots/log-snapshots";
import { v7 as uuid } from "uuid";

const clients = 50;
const writesOfEach = 20;
const rounds = 3;
const goal = 2;
const lastWeek = "2026-W20";

/**
 * Fifty clients, each logging one week after the other with an idempotency key and waiting for its answer: with
 * writes grouped as the server does it, and with a commit for each. Both run the same use-case on a file of their own,
 * take turns, and are counted afterwards.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "liftledger-benchmark-"));
  const fsync = fsyncMilliseconds(folder);
  const best = { grouped: 0, single: 0 };
  for (let round = 1; round <= rounds; round++) {
    best.single = Math.max(best.single, await writesASecond(join(folder, `single-${round}`), false));
    best.grouped = Math.max(best.grouped, await writesASecond(join(folder, `grouped-${round}`), true));
  }
  rmSync(folder, { recursive: true });
  const times = best.grouped / best.single;
  console.log(`one fsync                  ${fsync.toFixed(2).padStart(8)} ms`);
  console.log(`a commit for each change   ${best.single.toFixed(0).padStart(8)} writes/s`);
  console.log(`grouped                    ${best.grouped.toFixed(0).padStart(8)} writes/s`);
  const verdict = times >= goal ? "reached" : "missed";
  console.log(
    `times                      ${times.toFixed(2).padStart(8)} (goal ${goal.toFixed(1)} ${verdict})`,
  );
}

async function writesASecond(folder: string, isGrouped: boolean): Promise<number> {
  const db = await openData({ database: { kind: "sqlite", file: join(folder, "liftledger.db") }, folder });
  const ctx = contextOn({ ...db, groupsWrites: isGrouped });
  await ensureDefaultOrganisation(ctx, { name: "Benchmark", currency: "EUR" });
  const series = [];
  for (let client = 0; client < clients; client++) {
    series.push(await createSeries(ctx, { kpiKey: "conversion-rate", scope: `Shop ${client}` }));
  }
  const start = performance.now();
  await Promise.all(series.map(({ seriesId }) => logWeeks(ctx, seriesId)));
  const seconds = (performance.now() - start) / 1000;
  await refuseLoss(ctx);
  await db.close();
  return (clients * writesOfEach) / seconds;
}

async function logWeeks(ctx: Context, seriesId: string): Promise<void> {
  for (let week = 0; week < writesOfEach; week++) {
    const period = addPeriods(lastWeek, -week);
    const snapshots = [{ seriesId, period, numerator: String(week), denominator: "100" }];
    const idempotency = { key: uuid(), endpoint: "logSnapshots", bodyDigest: "", status: 200 };
    await logSnapshots({ ...ctx, idempotency }, { snapshots, source: "benchmark" });
  }
}

/** Everything that was answered is there, and the audit chain is whole. */
async function refuseLoss(ctx: Context): Promise<void> {
  const { count } = await ctx.db.read
    .selectFrom("snapshots")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const { kind } = await verifyAudit(ctx);
  if (count !== clients * writesOfEach || kind !== "whole") {
    throw new Error(`${count} snapshots of ${clients * writesOfEach}, and the audit chain is ${kind}.`);
  }
}

function contextOn(db: Database): Context {
  return {
    db,
    actor: localActor,
    organisationId: "default",
    requestId: "benchmark",
    now: "2026-05-20T08:00:00.000Z",
    today: "2026-05-20",
    newId: () => uuid(),
    seed: simulationSeed,
  };
}

/** The middle one of fifty, of a few kilobytes each, as a commit writes them. */
function fsyncMilliseconds(folder: string): number {
  const file = openSync(join(folder, "fsync"), "w");
  const times = Array.from({ length: 50 }, () => {
    writeSync(file, Buffer.alloc(8192));
    const start = performance.now();
    fsyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return times.toSorted((one, other) => one - other)[25] ?? Number.NaN;
}

await main();
