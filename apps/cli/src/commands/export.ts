import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ApiProblem } from "@liftledger/contracts/client";
import { csvTable } from "@liftledger/files/csv-table";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withCalls, type LedgerCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { ledgerLists, type ListName } from "../ledger-lists.ts";
import { refuseThere, writeNewFile, writingTo } from "../output-file.ts";
import { textTable } from "../text-table.ts";

interface ExportOptions extends LedgerOptions {
  only?: ListName[];
  json?: true;
}

/** `liftledger export FOLDER`: every list as a CSV file. */
export function exportCommand(): Command {
  const names = Object.keys(ledgerLists);
  const command = new Command("export")
    .summary("write every list of an organisation as a CSV file that no spreadsheet runs formulas from")
    .description(
      "write every list of an organisation as a CSV file that no spreadsheet runs formulas from; who may sign in and what the server does by itself (jobs) belong to the server and are left out",
    )
    .argument("<folder>", "where to; a file that is there is not written over")
    .option("--only <lists>", `some of them, by commas: ${names.join(", ")}`, listNames)
    .option("--json", "print what was written as JSON");
  return addLedgerOptions(command).action(runExport);
}

async function runExport(folder: string, options: ExportOptions): Promise<void> {
  const names = options.only ?? (Object.keys(ledgerLists) as ListName[]);
  const files = names.map((name) => ({ name, file: join(folder, `${name}.csv`) }));
  refuseThere(files.map(({ file }) => file));
  const written = await withCalls(options, async (calls) => {
    await writingTo(folder, () => mkdir(folder, { recursive: true }));
    const done: { list: ListName; file: string; rows: number }[] = [];
    for (const { name, file } of files) {
      const rows = await rowsOf(calls, name, options.only === undefined);
      if (rows === undefined) continue;
      await writeNewFile(file, csvTable(rows));
      done.push({ list: name, file, rows: rows.length });
    }
    return done;
  });
  const rows = written.map(({ list, file, rows: count }) => [list, String(count), file]);
  const text = textTable(["List", "Rows", "File"], rows, [1]);
  process.stdout.write(`${options.json === true ? JSON.stringify(written, null, 2) : text}\n`);
}

/** The list; where all are asked for, one that is not for whoever asks is left out, and said. */
async function rowsOf(
  calls: LedgerCalls,
  name: ListName,
  isLeftOut: boolean,
): Promise<readonly object[] | undefined> {
  try {
    return await ledgerLists[name](calls);
  } catch (error) {
    if (!isLeftOut || !(error instanceof ApiProblem) || error.problem.status !== 403) throw error;
    process.stderr.write(`Left out: ${name}. ${error.message}\n`);
    return undefined;
  }
}

function listNames(value: string): ListName[] {
  const names = value.split(",").map((name) => {
    if (Object.hasOwn(ledgerLists, name)) return name as ListName;
    throw new CommandError(exitCodes.usage, `There is no list "${name}".`);
  });
  return [...new Set(names)];
}
