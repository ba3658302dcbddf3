import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import type { ImportSummary } from "@liftledger/contracts/import";
import { recordTargets } from "@liftledger/contracts/record-targets";
import { importFile, type ImportOutcome } from "@liftledger/use-cases/imports/import-file";
import { ImportCancelled, type ImportWatch } from "@liftledger/use-cases/imports/import-progress";
import { previewImport } from "@liftledger/use-cases/imports/preview-import";
import { readRecipe } from "@liftledger/use-cases/imports/read-recipe";
import { Command } from "commander";
import { counted } from "../counted.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { importOnServer, previewOnServer, type GivenFile, type PathSource } from "../import-on-server.ts";
import { problemsText, questionsText, summaryText } from "../import-report.ts";
import { readableSize, unreadable } from "../input-file.ts";
import { clientOf, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { withLedger } from "../open-ledger.ts";
import { progressOnTerminal } from "../progress-line.ts";

interface ImportOptions extends LedgerOptions {
  map: string;
  with?: string;
  currency?: string;
  answer: string[];
  preview?: true;
  json?: true;
}

type Outcome = ImportOutcome | { kind: "preview"; summary: ImportSummary };

/** `liftledger import FILE --map MAP.json`: what a file holds, and all its good rows in one transaction. */
export function importCommand(): Command {
  const command = new Command("import")
    .description(
      "import figures, initiatives, cost lines or hold-outs from a CSV file or workbook, as a recipe says: all its good rows, or none",
    )
    .argument("<file>", "the CSV file or .xlsx workbook")
    .requiredOption("--map <recipe>", "the import recipe, a JSON file")
    .option("--with <lookup>", "the second file, where the recipe joins one on an id")
    .option("--currency <code>", "the currency of new series that measure money, and of a new ledger here")
    .option("--answer <question=choice>", "answers a question; may be repeated", collect, [])
    .option("--preview", "say what would happen, write nothing")
    .option("--json", "print the result as JSON");
  return addLedgerOptions(command).action(runImport);
}

async function runImport(file: string, options: ImportOptions): Promise<void> {
  const { server, currency } = options;
  const recipe = withAnswers(await readText(options.map), options.answer);
  const lookup = options.with === undefined ? undefined : await sourceOf(options.with);
  const given: GivenFile = { file: await sourceOf(file), lookup, recipe, currency };
  const outcome = await (server === undefined
    ? importHere(given, options)
    : importThere(server, given, options));
  const text = options.json === true ? JSON.stringify(outcome, null, 2) : textOf(outcome);
  process.stdout.write(`${text}\n`);
  if (outcome.kind === "question") process.exitCode = exitCodes.questionOpen;
  if (outcome.kind === "refused") process.exitCode = exitCodes.refused;
}

function importHere(request: GivenFile, { data, organisation, preview }: ImportOptions): Promise<Outcome> {
  return withLedger({ data, currency: request.currency }, (ctx) => {
    const of = { ...ctx, organisationId: organisation };
    return watched<Outcome>((watch) =>
      preview === true ? previewImport(of, request, watch) : importFile(of, request, watch),
    );
  });
}

async function importThere(
  server: string,
  given: GivenFile,
  { organisation, preview }: ImportOptions,
): Promise<Outcome> {
  const client = await clientOf(server, organisation);
  return preview === true
    ? previewOnServer(client, given)
    : watched((watch) => importOnServer(client, given, watch));
}

/** Shows how far it is while somebody looks on; Ctrl-C cancels it until it commits. */
async function watched<Result>(work: (watch: ImportWatch) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const cancel = () => controller.abort(new ImportCancelled());
  const bar = progressOnTerminal(process.stderr, () => performance.now() / 1000);
  process.once("SIGINT", cancel);
  try {
    return await work({ signal: controller.signal, onProgress: bar.onProgress });
  } catch (error) {
    throw error instanceof ImportCancelled ? new CommandError(exitCodes.cancelled, error.message) : error;
  } finally {
    process.off("SIGINT", cancel);
    bar.clear();
  }
}

function withAnswers(recipe: string, answers: readonly string[]): string {
  if (answers.length === 0) return recipe;
  const answered = answers.reduce((before, answer) => {
    const split = answer.lastIndexOf("=");
    try {
      return answerImportQuestion(before, answer.slice(0, split), answer.slice(split + 1));
    } catch {
      throw new CommandError(exitCodes.usage, `--answer ${answer} answers none of the questions.`);
    }
  }, readRecipe(recipe));
  return JSON.stringify(answered);
}

function textOf(outcome: Outcome): string {
  if (outcome.kind === "question") return questionsText(outcome.questions);
  if (outcome.kind === "refused") return problemsText(outcome.problems);
  const summary = summaryText(outcome.summary);
  return `${summary}\n\n${closingLine(outcome)}`;
}

function closingLine(outcome: Extract<Outcome, { summary: ImportSummary }>): string {
  const { periods, records, target } = outcome.summary;
  if (outcome.kind === "preview") return "Preview: nothing was written.";
  if (outcome.importId === null) return "Nothing was written: the file changes nothing.";
  if (target !== "series") {
    const { one, many } = recordTargets[target];
    return `Written: ${counted(records.new, `new ${one}`, `new ${many}`)}, as import ${outcome.importId}.`;
  }
  return `Written: ${periods.new} new and ${periods.changed} changed periods, as import ${outcome.importId}.`;
}

async function sourceOf(path: string): Promise<PathSource> {
  const bytes = await readableSize(path);
  return { name: basename(path), path, bytes, open: () => createReadStream(path) };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  }
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
