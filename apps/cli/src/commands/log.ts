import type { LoggedSnapshots } from "@liftledger/contracts/series";
import { Command } from "commander";
import { v7 as uuid } from "uuid";
import { withCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { seriesIdOf } from "../series-id-of.ts";

interface LogOptions extends LedgerOptions {
  source: string;
  json?: true;
}

/** `liftledger log SERIES PERIOD NUMERATOR [DENOMINATOR]`: one snapshot from the shell. */
export function logCommand(): Command {
  const command = new Command("log")
    .description("log one period of one series; the same values again change nothing")
    .argument("<series>", 'its id, or its KPI and scope: "conversion-rate/Shop"')
    .argument("<period>", "an ISO week such as 2026-W05, or a month such as 2026-03")
    .argument("<numerator>", "what the KPI counts above the line")
    .argument("[denominator]", "what it counts below; left out for a total")
    .option("--source <text>", "where the numbers come from", "command line")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runLog);
}

async function runLog(
  series: string,
  period: string,
  numerator: string,
  denominator: string | undefined,
  options: LogOptions,
): Promise<void> {
  const logged = await withCalls(options, async (calls) => {
    const seriesId = await seriesIdOf(calls, series);
    const snapshot = { seriesId, period, numerator, ...(denominator === undefined ? {} : { denominator }) };
    const body = { snapshots: [snapshot], source: options.source };
    return calls.call("logSnapshots", { body, idempotencyKey: uuid() });
  });
  process.stdout.write(`${options.json === true ? JSON.stringify(logged, null, 2) : textOf(logged)}\n`);
}

function textOf({ rows }: LoggedSnapshots): string {
  return rows
    .map(({ period, revision, result, before }) => {
      if (result === "new") return `Logged ${period}.`;
      if (result === "same") return `${period} stands as it was: the values are the same.`;
      return `Corrected ${period}, revision ${revision}; it was ${before?.numerator} / ${before?.denominator}.`;
    })
    .join("\n");
}
