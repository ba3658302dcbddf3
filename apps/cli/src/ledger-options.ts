import type { Command } from "commander";

/** Adds the options by which a command finds its ledger. */
export function addLedgerOptions(command: Command): Command {
  return command
    .option("--server <url>", "a running server, instead of the data folder")
    .option("--data <folder>", "the data folder")
    .option("--organisation <id>", "the organisation", "default");
}
