import type { Client } from "@liftledger/contracts/client";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import { describe, expect, it } from "vitest";
import { followImport, type ImportRun } from "./import-run.ts";

const progress = { kind: "progress", stage: "writing", rows: 10, fraction: 0.5, secondsLeft: null } as const;
const body = { file: new File(["a"], "a.csv"), recipe: "{}" };

/** A client whose import tells the events given, and notes what else it is asked. */
function clientTelling(events: readonly ImportEvent[]) {
  const calls: string[] = [];
  const client = {
    async call(name: string) {
      calls.push(name);
      if (name !== "runImport") return { asked: true };
      return (async function* () {
        yield* events;
      })();
    },
  } as unknown as Client;
  return { client, calls };
}

describe("followImport", () => {
  it("tells how far it is, and answers what was written", async () => {
    const result = { importId: "i-1", summary: { rowsRead: 10 } } as never as { importId: string };
    const { client } = clientTelling([
      { kind: "started", runId: "r-1" },
      progress,
      { kind: "imported", ...result } as unknown as ImportEvent,
    ]);
    const seen: ImportRun[] = [];
    expect(await followImport(client, body, (run) => seen.push(run))).toEqual(result);
    expect(seen.map((run) => run.progress)).toEqual([undefined, undefined, progress]);
  });

  it("asks the server to cancel, and says that nothing was written once the server does", async () => {
    const { client, calls } = clientTelling([
      { kind: "started", runId: "r-1" },
      progress,
      { kind: "cancelled" },
    ]);
    const following = followImport(client, body, ({ progress: far, cancel }) => {
      if (far !== undefined) cancel();
    });
    await expect(following).rejects.toThrow("cancelled it before anything was written");
    expect(calls).toEqual(["runImport", "cancelImport"]);
  });

  it("does not take a connection that broke off for an end", async () => {
    const { client } = clientTelling([{ kind: "started", runId: "r-1" }, progress]);
    await expect(followImport(client, body, () => {})).rejects.toThrow("broke off");
  });
});
