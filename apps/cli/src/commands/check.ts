import { refuseNewer, schemaState } from "@liftledger/database/migrate";
import { checkLedger, type LedgerCheck } from "@liftledger/use-cases/maintenance/check-ledger";
import { Command } from "commander";
import { counted } from "../counted.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withUnmigratedData } from "../open-ledger.ts";
import { textTable } from "../text-table.ts";

/** `liftledger check`: whether the data are whole, and what each KPI adds up to. */
export function checkCommand(): Command {
  return new Command("check")
    .description("look for damage: file, references, revisions, KPI totals, frozen baselines")
    .option("--data <folder>", "the data folder")
    .option("--json", "print the result as JSON")
    .action(async ({ data, json }: { data?: string; json?: true }) => {
      const found = await withUnmigratedData({ data }, async (db) => {
        await refuseNewer(db);
        const { pending } = await schemaState(db);
        if (pending.length > 0) {
          throw new CommandError(
            exitCodes.badConfiguration,
            `The data lack ${pending.join(", ")}: migrate them first.`,
          );
        }
        return checkLedger(db);
      });
      process.stdout.write(`${json === true ? JSON.stringify(found, null, 2) : textOf(found)}\n`);
      if (found.faults.length > 0) process.exitCode = exitCodes.faultsFound;
    });
}

function textOf({ faults, totals }: LedgerCheck): string {
  const rows = totals.map(
    ({ organisationId, kpiKey, series, periods, revisions, numerator, denominator }) => [
      organisationId,
      kpiKey,
      ...[series, periods, revisions].map(String),
      numerator,
      denominator,
    ],
  );
  const head = ["Organisation", "KPI", "Series", "Periods", "Revisions", "Numerator", "Denominator"];
  const verdict =
    faults.length === 0 ? "Nothing is wrong." : `${counted(faults.length, "thing is", "things are")} wrong:`;
  const lines = faults.map(({ place, message }) => `  ${place}: ${message}`);
  return [textTable(head, rows, [2, 3, 4, 5, 6]), [verdict, ...lines].join("\n")].join("\n\n");
}
