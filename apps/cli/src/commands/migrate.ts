import { migrateToLatest, schemaState } from "@liftledger/database/migrate";
import { Command } from "commander";
import { withUnmigratedData } from "../open-ledger.ts";

/** `liftledger migrate`: brings the data to the schema of this version, as a start of the server would. */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description("bring the data to the schema of this version: all of it, or nothing")
    .option("--data <folder>", "the data folder")
    .option("--json", "print the result as JSON")
    .action(async ({ data, json }: { data?: string; json?: true }) => {
      const result = await withUnmigratedData({ data }, async (db) => {
        const before = await migrateToLatest(db);
        return { before, after: (await schemaState(db)).version };
      });
      const { before, after } = result;
      const text =
        before === after ? `The data are at ${after}.` : `Migrated from ${before ?? "nothing"} to ${after}.`;
      process.stdout.write(`${json === true ? JSON.stringify(result, null, 2) : text}\n`);
    });
}
