import type { Client } from "@liftledger/contracts/client";
import type { EndpointInput } from "@liftledger/contracts/endpoints";
import type { ImportResult } from "@liftledger/contracts/import";
import type { ImportEvent, ImportProgress } from "@liftledger/contracts/import-run";

/** An import under way: how far it is, and a way to stop it before it commits. */
export interface ImportRun {
  progress: ImportProgress | undefined;
  cancel: () => void;
}

/**
 * Imports a file and tells how far it is. Throws where the file was not imported after all: cancelled, or since the
 * preview it became one that is asked about or refused.
 */
export async function followImport(
  client: Client,
  body: EndpointInput<"runImport">["body"],
  onRun: (run: ImportRun) => void,
): Promise<ImportResult> {
  const listening = new AbortController();
  const events = await client.call("runImport", { body, signal: listening.signal });
  let cancel = () => listening.abort();
  onRun({ progress: undefined, cancel });
  for await (const event of events) {
    if (event.kind === "started") {
      const { runId } = event;
      // Where the server that was asked does not run it, whoever stops listening stops it too.
      cancel = () => {
        client.call("cancelImport", { params: { runId } }).catch(() => listening.abort());
      };
      onRun({ progress: undefined, cancel });
    } else if (event.kind === "progress") onRun({ progress: event, cancel });
    else return resultOf(event);
  }
  throw new Error(
    "The connection broke off. See below whether the import is there; the same file again adds nothing.",
  );
}

function resultOf(event: Exclude<ImportEvent, { kind: "started" | "progress" }>): ImportResult {
  if (event.kind === "imported") return { importId: event.importId, summary: event.summary };
  if (event.kind === "cancelled") {
    throw new Error("You cancelled it before anything was written. The same file can be imported again.");
  }
  const [first] = event.kind === "refused" ? event.problems : event.questions;
  const message = first === undefined ? undefined : "message" in first ? first.message : first.text;
  throw new Error(`${message ?? "The file reads otherwise than before."} Show the preview again.`);
}
