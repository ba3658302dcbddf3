import type { ImportResult } from "@liftledger/contracts/import";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import type { ImportRequest } from "./file-source.ts";
import type { ImportWatch } from "./import-progress.ts";
import { importFile, type ImportOutcome } from "./import-file.ts";
import { refusedFile } from "./refused-file.ts";

/**
 * `importFile` for a caller that wants the import or an error: throws "question-open" where a person must
 * decide something first, "file-refused" where the file cannot be trusted as a whole, "too-large" where it unpacks to too much.
 */
export async function createImport(
  ctx: Context,
  request: ImportRequest,
  watch: ImportWatch = {},
): Promise<ImportResult> {
  const outcome = await importFile(ctx, request, watch);
  if (outcome.kind === "imported") return { importId: outcome.importId, summary: outcome.summary };
  throw problemOf(outcome);
}

function problemOf(outcome: Exclude<ImportOutcome, { kind: "imported" }>): ProblemError {
  if (outcome.kind === "refused") return refusedFile(outcome.problems);
  const details = outcome.questions.map(({ id, text, choices }) => ({
    field: id,
    message: `${text} Choose: ${choices.map((choice) => choice.value).join(", ")}.`,
  }));
  const first = outcome.questions[0]?.text ?? "The file can be read in more than one way.";
  return new ProblemError("question-open", first, details);
}
