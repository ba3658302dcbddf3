import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { checkLedger } from "@liftledger/use-cases/maintenance/check-ledger";
import type { Context } from "@liftledger/use-cases/context";
import type { SnapshotWrite } from "./snapshot-writes.ts";

/** The client's own ledger: a file beside the server's, in which a line stands only after an answer was read whole. */
export class Acknowledged {
  readonly #file: string;
  readonly #descriptor: number;
  count = 0;

  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, "a");
  }

  add(write: SnapshotWrite): void {
    writeSync(this.#descriptor, `${JSON.stringify(write)}\n`);
    this.count += 1;
  }

  /** Closes the file and reads it again. */
  end(): SnapshotWrite[] {
    closeSync(this.#descriptor);
    const lines = readFileSync(this.#file, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line) as SnapshotWrite);
  }
}

/** What became of the acknowledged writes. */
export interface Survey {
  lost: number;
  twice: number;
  /** In the ledger without an acknowledgement. */
  unacknowledged: number;
  /** What `liftledger check` found: file, references, revisions, audit chain, totals. */
  faults: string[];
}

/** Compares a ledger with what its clients were told, after the last server on it has ended. */
export async function surveyLedger(ctx: Context, acknowledged: readonly SnapshotWrite[]): Promise<Survey> {
  const { faults, totals } = await checkLedger(ctx.db);
  const rows = await ctx.db.read
    .selectFrom("snapshots")
    .select(["series_id", "period", "numerator", "denominator"])
    .where("organisation_id", "=", ctx.organisationId)
    .execute();
  const kept = Map.groupBy(rows, (row) => nameOf({ ...row, seriesId: row.series_id }));
  const names = acknowledged.map(nameOf);
  const expected = acknowledged.reduce((sum, { numerator }) => sum + BigInt(numerator), 0n);
  const [total] = totals;
  if ((total?.numerator ?? "0") !== String(expected)) {
    const message = `the totals are ${total?.numerator}, the acknowledged writes add up to ${expected}`;
    faults.push({ place: "totals", message });
  }
  const isKnown = new Set(names);
  return {
    lost: names.filter((name) => !kept.has(name)).length,
    twice: names.length - isKnown.size + names.filter((name) => (kept.get(name)?.length ?? 0) > 1).length,
    unacknowledged: [...kept.keys()].filter((name) => !isKnown.has(name)).length,
    faults: faults.map(({ place, message }) => `${place}: ${message}`),
  };
}

function nameOf(row: { seriesId: string; period: string; numerator: string; denominator: string }): string {
  return [row.seriesId, row.period, row.numerator, row.denominator].join(" ");
}
