#!/usr/bin/env node
import { NotFoundError } from "@liftledger/database/errors";
import { DataError } from "@liftledger/use-cases/local/open-data";
import { ProblemError } from "@liftledger/use-cases/problem";
import { Command, CommanderError } from "commander";
import { auditCommand } from "./commands/audit.ts";
import { demoCommand } from "./commands/demo.ts";
import { importCommand } from "./commands/import.ts";
import { CommandError, exitCodes, exitCodesInWords } from "./exit-codes.ts";

const program = new Command("liftledger")
  .description("Which of your AI initiatives pay.")
  .exitOverride()
  .addHelpText("after", exitCodesInWords);
for (const command of [importCommand(), demoCommand(), auditCommand()]) {
  program.addCommand(command.exitOverride().addHelpText("after", exitCodesInWords));
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Prints what stopped the command, each wrong field on its own line, and answers the exit code. */
function report(error: unknown): number {
  // Commander has printed its own message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof CommandError) return say(error.message, error.exitCode);
  if (error instanceof DataError) return say(error.message, exitCodes.badConfiguration);
  if (error instanceof NotFoundError) return say(error.message, exitCodes.usage);
  if (error instanceof ProblemError) {
    const details = error.details.map(({ field, message }) => `  ${field}: ${message}`);
    const isOfTheFile = error.kind === "invalid-request" || error.kind === "file-refused";
    return say([error.message, ...details].join("\n"), isOfTheFile ? exitCodes.refused : exitCodes.failed);
  }
  return say(error instanceof Error ? (error.stack ?? error.message) : String(error), exitCodes.failed);
}

function say(message: string, exitCode: number): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}
