import { AskFirst } from "./ask-first.ts";
import { AmbiguousColumn } from "./csv-header.ts";
import { FileRefusal } from "./file-refusal.ts";
import { columnQuestion, nestedQuestion, sheetQuestion, type ImportQuestion } from "./import-questions.ts";
import type { ImportProblem } from "./import-request.ts";
import { AmbiguousSheet } from "./workbook-rows.ts";

/** Why a file was not read: something must be answered first, or it cannot be trusted as a whole. */
export type StoppedReading =
  | { kind: "question"; questions: ImportQuestion[] }
  | { kind: "refused"; problems: ImportProblem[] };

/** What an error that ended a reading says to the person; any other error is thrown on. */
export function stoppedReading(error: unknown): StoppedReading {
  if (error instanceof FileRefusal) {
    if (error.rule === "nested-csv") return { kind: "question", questions: [nestedQuestion(error)] };
    const { place, rule, message } = error;
    return { kind: "refused", problems: [{ place, rule, message }] };
  }
  if (error instanceof AmbiguousColumn) return { kind: "question", questions: [columnQuestion(error)] };
  if (error instanceof AskFirst) return { kind: "question", questions: [error.question] };
  if (error instanceof AmbiguousSheet) return { kind: "question", questions: [sheetQuestion(error)] };
  throw error;
}
