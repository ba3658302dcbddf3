import type { ProblemDetail } from "@liftledger/contracts/errors";
import { ApiProblem } from "@liftledger/contracts/client";
import {
  DamagedExportError,
  LedgerNotEmptyError,
  NewerSchemaError,
  NotFoundError,
} from "@liftledger/database/errors";
import { DataError } from "@liftledger/use-cases/local/open-data";
import { ProblemError } from "@liftledger/use-cases/problem";
import { CommanderError } from "commander";
import { CommandError, exitCodes } from "./exit-codes.ts";
import { liftledgerProgram } from "./program.ts";

/**
 * Runs the command with its arguments, prints what it has to say, and answers the exit code.
 *
 * @example
 * process.exitCode = await runLiftledger(process.argv.slice(2));
 */
export async function runLiftledger(args: readonly string[]): Promise<number> {
  process.exitCode = exitCodes.done;
  try {
    await liftledgerProgram().parseAsync(args, { from: "user" });
    return Number(process.exitCode);
  } catch (error) {
    return report(error);
  }
}

/** Prints what stopped the command, each wrong field on its own line, and answers the exit code. */
function report(error: unknown): number {
  // Commander has printed its own message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof CommandError) return say(error.message, error.exitCode);
  if (error instanceof DataError) return say(error.message, exitCodes.badConfiguration);
  if (error instanceof NewerSchemaError) return say(error.message, exitCodes.badConfiguration);
  if (error instanceof DamagedExportError) return say(error.message, exitCodes.refused);
  if (error instanceof LedgerNotEmptyError) {
    return say(`${error.message} Say --replace to put another in its place.`, exitCodes.alreadyThere);
  }
  if (error instanceof ApiProblem) return sayProblem(error);
  if (error instanceof NotFoundError) return say(error.message, exitCodes.usage);
  if (error instanceof ProblemError) {
    const details = error.details.map(detailLine);
    if (error.kind === "not-found") return say(error.message, exitCodes.usage);
    const isRefused = refusals.has(error.kind);
    return say([error.message, ...details].join("\n"), isRefused ? exitCodes.refused : exitCodes.failed);
  }
  return say(error instanceof Error ? (error.stack ?? error.message) : String(error), exitCodes.failed);
}

/** What the ledger does not take as it was said. */
const refusals = new Set<ProblemError["kind"]>([
  "invalid-request",
  "file-refused",
  "too-large",
  "conflict",
  "in-use",
  "retired",
  "period-closed",
]);

const exitCodeOfStatus: Record<number, number> = {
  401: exitCodes.notAllowed,
  403: exitCodes.notAllowed,
  404: exitCodes.usage,
  409: exitCodes.refused,
  413: exitCodes.refused,
  422: exitCodes.refused,
  423: exitCodes.refused,
};

/** What a server refused, by the same codes as on the data folder. */
function sayProblem({ problem }: ApiProblem): number {
  const details = (problem.details ?? []).map(detailLine);
  const isAboutWho = problem.status === 401 || problem.type.endsWith("/sign-in-again");
  const hint = isAboutWho ? ["Sign in: liftledger login --server <address>"] : [];
  const text = [problem.detail, ...details, ...hint].join("\n");
  return say(text, exitCodeOfStatus[problem.status] ?? exitCodes.failed);
}

/** The field, the rule, and what was there where the rule does not say it itself. */
function detailLine({ field, message, seen }: ProblemDetail): string {
  const isSaid = seen === undefined || message.includes(seen);
  return `  ${field}: ${message}${isSaid ? "" : `, not "${seen}"`}`;
}

function say(message: string, exitCode: number): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}
