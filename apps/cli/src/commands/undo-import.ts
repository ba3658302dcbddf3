import type { UndoneImport } from "@liftledger/contracts/import";
import { Command } from "commander";
import { v7 as uuid } from "uuid";
import { counted } from "../counted.ts";
import { withCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";

interface UndoOptions extends LedgerOptions {
  reason: string;
  json?: true;
}

/** `liftledger undo-import IMPORT --reason TEXT`: what an import wrote goes back to what stood before. */
export function undoImportCommand(): Command {
  const command = new Command("undo-import")
    .description("undo an import: what was changed since stays, and is named")
    .argument("<import>", "its id, as `export` and the import page tell it")
    .requiredOption("--reason <text>", "why it is undone")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runUndo);
}

async function runUndo(importId: string, options: UndoOptions): Promise<void> {
  const { reason } = options;
  const undone = await withCalls(options, (calls) =>
    calls.call("undoImport", { params: { importId }, body: { reason }, idempotencyKey: uuid() }),
  );
  process.stdout.write(`${options.json === true ? JSON.stringify(undone, null, 2) : textOf(undone)}\n`);
}

function textOf({ import: of, periods, records, stayed, stayedCount }: UndoneImport): string {
  const { emptied, restored, beside } = periods;
  const lines = [
    `Undid the import of ${of.fileName}, by ${of.undoneBy}: ${counted(emptied, "period has", "periods have")} no value now, ${restored} the one from before; taken back: ${counted(beside, "number", "numbers")} beside, ${counted(records, "thing", "things")}.`,
    ...stayed.map(({ what, why }) => `  stays: ${what}: ${why}`),
  ];
  const more = stayedCount - stayed.length;
  return [...lines, ...(more > 0 ? [`  and ${more} more stay`] : [])].join("\n");
}
