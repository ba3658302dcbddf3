import { Command } from "commander";
import { v7 as uuid } from "uuid";
import type { RetractedSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withCalls, type LedgerCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { seriesIdOf } from "../series-id-of.ts";

interface RetractOptions extends LedgerOptions {
  reason: string;
  restore?: true;
  revision?: string;
  json?: true;
}

/** `liftledger retract SERIES PERIOD --reason TEXT`: takes one logged number back from the shell. */
export function retractCommand(): Command {
  const command = new Command("retract")
    .description("take back what was logged for one period of one series; nothing is erased")
    .argument("<series>", 'its id, or its KPI and scope: "conversion-rate/Shop"')
    .argument("<period>", "an ISO week such as 2026-W05, or a month such as 2026-03")
    .requiredOption("--reason <text>", "why it is taken back")
    .option("--restore", "let what stood before it count again")
    .option("--revision <number>", "refuse unless this is the latest revision")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runRetract);
}

async function runRetract(series: string, period: string, options: RetractOptions): Promise<void> {
  const { reason, restore = false } = options;
  const retracted = await withCalls(options, async (calls) => {
    const seriesId = await seriesIdOf(calls, series);
    const given = options.revision === undefined ? undefined : Number(options.revision);
    const revision = given ?? (await latestRevision(calls, seriesId, period));
    const body = { snapshots: [{ seriesId, period, revision }], restore, reason };
    return calls.call("retractSnapshots", { body, idempotencyKey: uuid() });
  });
  const text = options.json === true ? JSON.stringify(retracted, null, 2) : textOf(retracted);
  process.stdout.write(`${text}\n`);
}

async function latestRevision(calls: LedgerCalls, seriesId: string, period: string): Promise<number> {
  const params = { seriesId, period };
  const { rows } = await calls.call("listSnapshotRevisions", {
    params,
    query: { sort: "-revision", limit: 1 },
  });
  const [last] = rows;
  if (last !== undefined) return last.revision;
  throw new CommandError(exitCodes.refused, `Nothing was logged for ${period}.`);
}

function textOf({ rows }: RetractedSnapshots): string {
  return rows
    .map(({ period, revision, now }) => {
      const stands =
        now === null ? "it has no value now" : `${now.numerator} / ${now.denominator} counts again`;
      return `Took back ${period}, revision ${revision}: ${stands}.`;
    })
    .join("\n");
}
