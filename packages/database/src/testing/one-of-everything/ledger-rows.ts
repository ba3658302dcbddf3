import { insertIdempotentAnswer } from "../../idempotency-keys.ts";
import { beginJob, endJob, ensureJob } from "../../jobs.ts";
import { keepEvaluations } from "../../kept-evaluations.ts";
import { insertPeriodEvent, insertPeriodFigures } from "../../periods.ts";
import { endRetirement, insertRetirement } from "../../retirements.ts";
import type { Writer } from "../../transaction.ts";
import { at, by, recordedAt } from "./recorded.ts";

/** A closed month, a job, what is retired, and answers that are kept. */
export async function insertLedgerRows(tx: Writer, organisationId: string): Promise<void> {
  await insertKept(tx, organisationId);
  await insertClose(tx, organisationId);
  await insertJob(tx, organisationId);
  await insertRetirements(tx, organisationId);
}

async function insertKept(tx: Writer, organisationId: string): Promise<void> {
  const place = { sequence: 1, hash: "h1" };
  await keepEvaluations(tx, organisationId, [
    {
      initiativeId: "initiative-1",
      until: "2026-01-05",
      engineVersion: "1.0.0",
      ...place,
      evaluation: "{}",
    },
  ]);
  await insertIdempotentAnswer(tx, organisationId, {
    key: "key-1",
    endpoint: "logSnapshots",
    bodyDigest: "body",
    status: 200,
    response: "{}",
    ...at,
  });
}

async function insertClose(tx: Writer, organisationId: string): Promise<void> {
  const close = { month: "2025-12", position: 1 };
  await insertPeriodEvent(tx, organisationId, { ...close, kind: "closed", reason: null, ...by });
  await insertPeriodFigures(tx, organisationId, [
    {
      ...close,
      subject: "initiative-1",
      realisedValue: "10.00",
      cost: "5.00",
      netRoi: "1",
      inputDigest: "p1",
    },
  ]);
}

async function insertJob(tx: Writer, organisationId: string): Promise<void> {
  const job = { name: "evaluate-portfolio", schedule: "0 0 * * *", nextDueAt: recordedAt };
  await ensureJob(tx, organisationId, job);
  const lease = { name: job.name, holder: "process-1", now: recordedAt };
  const nextDueAt = "2026-01-06T00:00:00.000Z";
  await beginJob(tx, organisationId, { ...lease, until: "2026-01-05T09:02:00.000Z", nextDueAt });
  const ended = { ...lease, endedAt: recordedAt, nextDueAt, did: { evaluated: 1 } };
  await endJob(tx, organisationId, { ...ended, outcome: "done", error: null, attempts: 0 });
}

async function insertRetirements(tx: Writer, organisationId: string): Promise<void> {
  const retired = { retiredAt: recordedAt, retiredBy: "person-1", reason: "counted elsewhere now" };
  await insertRetirement(tx, organisationId, "series", { objectId: "series-1", ...retired });
  const restored = { objectId: "series-1", restoredAt: recordedAt, restoredBy: "person-1" };
  await endRetirement(tx, organisationId, "series", restored);
  await insertRetirement(tx, organisationId, "team", { objectId: "team-1", ...retired });
}
