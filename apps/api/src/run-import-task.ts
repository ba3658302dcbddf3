import { createReadStream } from "node:fs";
import type { Context } from "@liftledger/use-cases/context";
import { readCaseSheet, type CaseSheetFile } from "@liftledger/use-cases/business-cases/read-case-sheet";
import { createImport } from "@liftledger/use-cases/imports/create-import";
import type { FileSource, ImportRequest } from "@liftledger/use-cases/imports/file-source";
import { importFile } from "@liftledger/use-cases/imports/import-file";
import type { ImportWatch } from "@liftledger/use-cases/imports/import-progress";
import { inspectFile, type FileToInspect } from "@liftledger/use-cases/imports/inspect-file";
import { previewImport } from "@liftledger/use-cases/imports/preview-import";
import { undoImport } from "@liftledger/use-cases/imports/undo/undo-import";
import type { UndoRequest } from "@liftledger/use-cases/imports/undo/undone";
import type {
  ImportTaskInput,
  ImportTaskName,
  ImportTaskOutput,
  ImportTaskRequest,
  ImportTasks,
  StoredFile,
} from "./import-task.ts";

const fileTasks: Omit<ImportTasks, "undoImport"> = {
  inspectFile,
  readCaseSheet,
  previewImport,
  createImport,
  importFile,
};

/** Runs one task in this thread, on files that lie on the disk where it reads any. */
export async function runImportTask<Name extends ImportTaskName>(
  task: Name,
  ctx: Context,
  request: ImportTaskInput<Name>,
  watch: ImportWatch = {},
): Promise<ImportTaskOutput<Name>> {
  return (await outputOf(task, ctx, request, watch)) as ImportTaskOutput<Name>;
}

function outputOf(
  task: ImportTaskName,
  ctx: Context,
  request: ImportTaskInput<ImportTaskName>,
  watch: ImportWatch,
): Promise<unknown> {
  if (task === "undoImport") return undoImport(ctx, request as UndoRequest);
  return fileTasks[task](ctx, importRequest(request as ImportTaskRequest), watch);
}

function importRequest({
  file,
  lookup,
  ...rest
}: ImportTaskRequest): ImportRequest & FileToInspect & CaseSheetFile {
  return { ...rest, file: sourceOf(file), lookup: lookup && sourceOf(lookup) };
}

/** A file on the disk is read anew each time. */
function sourceOf({ name, path, bytes }: StoredFile): FileSource {
  return { name, bytes, open: () => createReadStream(path) };
}
