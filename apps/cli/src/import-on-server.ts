import { openAsBlob } from "node:fs";
import { ApiProblem, type Client } from "@liftledger/contracts/client";
import type { ImportPreview } from "@liftledger/contracts/import";
import type { FileSource, ImportRequest } from "@liftledger/use-cases/imports/file-source";
import type { ImportOutcome } from "@liftledger/use-cases/imports/import-file";
import { ImportCancelled, type ImportWatch } from "@liftledger/use-cases/imports/import-progress";
import { CommandError, exitCodes } from "./exit-codes.ts";

/** A file on this machine's disk. */
export interface PathSource extends FileSource {
  readonly path: string;
}

/** What is imported: the files, and how they are read. */
export interface GivenFile extends ImportRequest {
  readonly file: PathSource;
  readonly lookup: PathSource | undefined;
}

/** What a file would do on a server; nothing is written. */
export async function previewOnServer(
  client: Pick<Client, "call">,
  given: GivenFile,
): Promise<ImportPreview> {
  return client.call("previewImport", { body: await bodyOf(given) });
}

/**
 * Imports a file on a server and hands on how far it says it is. A signal asks the server to stop: throws
 * `ImportCancelled` where it says that it did, and answers what became of the import where that was sooner. Throws
 * `CommandError` where the server broke off before it said either.
 */
export async function importOnServer(
  client: Pick<Client, "call">,
  given: GivenFile,
  { signal, onProgress }: ImportWatch,
): Promise<ImportOutcome> {
  // A run has its id once the file is there. To end the call sooner would leave open whether the server had it whole.
  let runId: string | undefined;
  const cancel = () => {
    if (runId === undefined) return;
    // Where nothing is left to cancel, or the server is gone, the events say what became of it.
    client.call("cancelImport", { params: { runId } }).catch(() => {});
  };
  const events = await client.call("runImport", { body: await bodyOf(given) });
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    for await (const event of events) {
      if (event.kind === "cancelled") throw new ImportCancelled();
      if (event.kind === "progress") onProgress?.(event);
      else if (event.kind === "started") {
        runId = event.runId;
        if (signal?.aborted === true) cancel();
      } else return event;
    }
  } catch (error) {
    if (error instanceof ApiProblem || error instanceof ImportCancelled) throw error;
    throw brokenOff(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
  throw brokenOff();
}

async function bodyOf({ file, lookup, recipe, currency }: GivenFile) {
  return {
    file: await sentFile(file),
    recipe,
    ...(lookup === undefined ? {} : { lookup: await sentFile(lookup) }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Read from the disk as it is sent, so that a large file never lies in memory. */
async function sentFile({ name, path }: PathSource): Promise<File> {
  return new File([await openAsBlob(path)], name);
}

function brokenOff(cause?: unknown): CommandError {
  const message =
    "The server broke off before it said what became of the import. Send the file again once it answers: what is there already is not written twice.";
  return new CommandError(exitCodes.unreachable, message, { cause });
}
