import type { DatabaseLocation } from "@liftledger/database/open-database";
import type { Context } from "@liftledger/use-cases/context";
import type { CaseSheetFile, readCaseSheet } from "@liftledger/use-cases/business-cases/read-case-sheet";
import type { createImport } from "@liftledger/use-cases/imports/create-import";
import type { importFile } from "@liftledger/use-cases/imports/import-file";
import type { ImportProgress, ImportWatch } from "@liftledger/use-cases/imports/import-progress";
import type { FileToInspect, inspectFile } from "@liftledger/use-cases/imports/inspect-file";
import type { previewImport } from "@liftledger/use-cases/imports/preview-import";
import type { undoImport } from "@liftledger/use-cases/imports/undo/undo-import";
import type { UndoRequest } from "@liftledger/use-cases/imports/undo/undone";
import type { Failure } from "./errors.ts";

/** What runs tasks, wherever. */
export interface ImportTaskRunner {
  /** Rejects with what the use-case threw, with `ImportCancelled` where the signal stopped it before its commit. */
  run<Name extends ImportTaskName>(
    task: Name,
    ctx: Context,
    request: ImportTaskInput<Name>,
    watch?: ImportWatch,
  ): Promise<ImportTaskOutput<Name>>;
  /** Ends what is under way; what it had not committed is not there. */
  close(): Promise<void>;
}

/** The use-cases that read a whole file, or undo what one wrote, and so run beside the thread that answers requests. */
export interface ImportTasks {
  inspectFile: typeof inspectFile;
  readCaseSheet: typeof readCaseSheet;
  previewImport: typeof previewImport;
  createImport: typeof createImport;
  importFile: typeof importFile;
  undoImport: typeof undoImport;
}

export type ImportTaskName = keyof ImportTasks;

export type ImportTaskOutput<Name extends ImportTaskName> = Awaited<ReturnType<ImportTasks[Name]>>;

/** An undo is told which import and why; the others what to read. */
export type ImportTaskInput<Name extends ImportTaskName> = Name extends "undoImport"
  ? UndoRequest
  : ImportTaskRequest;

/** A file as it can be told to another thread. */
export interface StoredFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** What a task is asked; looking at a file needs no recipe. */
export interface ImportTaskRequest {
  readonly file: StoredFile;
  readonly lookup?: StoredFile | undefined;
  readonly recipe: string;
  readonly currency?: string | undefined;
  /** Of a file that is only looked at. */
  readonly encoding?: FileToInspect["encoding"];
  /** Of a business case: what its sheet does not say itself. */
  readonly decimal?: CaseSheetFile["decimal"];
  readonly start?: CaseSheetFile["start"];
}

/** All of a context that can be told to another thread; it opens the database by itself. */
export type ToldContext = Omit<Context, "db" | "newId">;

/** What a log needs of an error; the error itself may hold what cannot be told to another thread. */
export interface ToldError {
  readonly message: string;
  readonly name?: string;
  readonly stack?: string | undefined;
  readonly code?: string;
}

export type MessageToWorker =
  | {
      kind: "run";
      task: ImportTaskName;
      database: DatabaseLocation;
      context: ToldContext;
      request: ImportTaskInput<ImportTaskName>;
    }
  | { kind: "cancel" };

export type MessageFromWorker =
  | { kind: "progress"; progress: ImportProgress }
  | { kind: "done"; output: unknown }
  | { kind: "cancelled" }
  | { kind: "failed"; failure: Failure; cause: ToldError; isDiskFailed: boolean };
