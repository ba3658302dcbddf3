import type { Period } from "@liftledger/contracts/period-close";
import { Command } from "commander";
import { v7 as uuid } from "uuid";
import { withCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";

interface ReopenOptions extends LedgerOptions {
  reason: string;
  json?: true;
}

/** `liftledger reopen MONTH --reason TEXT`: opens every closed month from one on, so that what moves them can be mended. */
export function reopenCommand(): Command {
  const command = new Command("reopen")
    .description("open every closed month from one on, with one reason; the figures of each close are kept")
    .argument("<month>", "the first, such as 2026-03")
    .requiredOption("--reason <text>", "why they are reopened")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runReopen);
}

async function runReopen(from: string, options: ReopenOptions): Promise<void> {
  const { reason } = options;
  const body = { from, reason };
  const reopened = await withCalls(options, (calls) =>
    calls.call("reopenPeriods", { body, idempotencyKey: uuid() }),
  );
  const text = options.json === true ? JSON.stringify(reopened, null, 2) : textOf(reopened.rows, from);
  process.stdout.write(`${text}\n`);
}

function textOf(rows: readonly Pick<Period, "month">[], from: string): string {
  if (rows.length === 0) return `No month from ${from} on is closed: there was nothing to reopen.`;
  return `Reopened ${rows.map(({ month }) => month).join(", ")}: close each again once it is mended.`;
}
