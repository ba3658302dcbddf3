import { createReadStream } from "node:fs";
import type { Context } from "@liftledger/use-cases/context";
import { createImport } from "@liftledger/use-cases/imports/create-import";
import type { FileSource, ImportRequest } from "@liftledger/use-cases/imports/file-source";
import { importFile } from "@liftledger/use-cases/imports/import-file";
import type { ImportWatch } from "@liftledger/use-cases/imports/import-progress";
import { inspectFile, type FileToInspect } from "@liftledger/use-cases/imports/inspect-file";
import { previewImport } from "@liftledger/use-cases/imports/preview-import";
import type {
  ImportTaskName,
  ImportTaskOutput,
  ImportTaskRequest,
  ImportTasks,
  StoredFile,
} from "./import-task.ts";

const tasks: ImportTasks = { inspectFile, previewImport, createImport, importFile };

/** Runs one task on files that lie on the disk, in this thread. */
export async function runImportTask<Name extends ImportTaskName>(
  task: Name,
  ctx: Context,
  request: ImportTaskRequest,
  watch: ImportWatch = {},
): Promise<ImportTaskOutput<Name>> {
  return (await tasks[task](ctx, importRequest(request), watch)) as ImportTaskOutput<Name>;
}

function importRequest({
  file,
  lookup,
  recipe,
  currency,
  encoding,
}: ImportTaskRequest): ImportRequest & FileToInspect {
  return { file: sourceOf(file), lookup: lookup && sourceOf(lookup), recipe, currency, encoding };
}

/** A file on the disk is read anew each time. */
function sourceOf({ name, path, bytes }: StoredFile): FileSource {
  return { name, bytes, open: () => createReadStream(path) };
}
