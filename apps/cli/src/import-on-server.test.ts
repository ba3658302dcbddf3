import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiProblem, type Client } from "@liftledger/contracts/client";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import { ImportCancelled } from "@liftledger/use-cases/imports/import-progress";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importOnServer, type GivenFile } from "./import-on-server.ts";

let folder: string;
let given: GivenFile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-import-"));
  const path = join(folder, "funnel.csv");
  await writeFile(path, "Day,Visits\n");
  const open = () => {
    throw new Error("the file is sent, not read here");
  };
  given = { file: { name: "funnel.csv", path, open }, lookup: undefined, recipe: "{}" };
});
afterAll(() => rm(folder, { recursive: true }));

const started: ImportEvent = { kind: "started", runId: "run-1" };
const writing: ImportEvent = {
  kind: "progress",
  stage: "writing",
  rows: 5,
  fraction: 0.5,
  secondsLeft: null,
};
const refused: ImportEvent = { kind: "refused", problems: [] };

/** A server that tells these events, and notes which runs it was asked to cancel. */
function serverTelling(events: () => AsyncGenerator<ImportEvent>) {
  const cancelled: unknown[] = [];
  const call = async (name: string, { params }: { params?: { runId: string } }) => {
    if (name === "runImport") return events();
    cancelled.push(params?.runId);
    throw new Error("it has ended meanwhile");
  };
  return { client: { call } as unknown as Client, cancelled };
}

describe("importOnServer", () => {
  it("hands on how far the server says it is, and answers what became of the file", async () => {
    const { client } = serverTelling(async function* () {
      yield* [started, writing, refused];
    });
    const seen: unknown[] = [];
    expect(await importOnServer(client, given, { onProgress: (one) => seen.push(one) })).toEqual(refused);
    expect(seen).toEqual([writing]);
  });

  it.each(["before the run has its id", "while it runs"])("asks the server to stop, %s", async (when) => {
    const controller = new AbortController();
    const { client, cancelled } = serverTelling(async function* () {
      if (when === "before the run has its id") controller.abort();
      yield started;
      controller.abort();
      yield { kind: "cancelled" };
    });
    const importing = importOnServer(client, given, { signal: controller.signal });
    await expect(importing).rejects.toBeInstanceOf(ImportCancelled);
    expect(cancelled).toEqual(["run-1"]);
  });

  it("answers what was written where it was too late to stop", async () => {
    const controller = new AbortController();
    const { client } = serverTelling(async function* () {
      yield started;
      controller.abort();
      yield refused;
    });
    expect(await importOnServer(client, given, { signal: controller.signal })).toEqual(refused);
  });

  it("claims nothing where the server broke off, with an error or without", async () => {
    const ways = [
      async function* () {
        yield started;
      },
      async function* () {
        yield started;
        throw new TypeError("terminated");
      },
    ];
    for (const way of ways) {
      const importing = importOnServer(serverTelling(way).client, given, {});
      await expect(importing).rejects.toMatchObject({
        exitCode: 69,
        message: expect.stringContaining("broke off before it said what became of the import"),
      });
    }
  });

  it("lets through what the server refuses", async () => {
    const problem = { type: "about:blank", title: "Forbidden", status: 403, detail: "No." };
    const { client } = serverTelling(async function* () {
      yield started;
      throw new ApiProblem(problem);
    });
    await expect(importOnServer(client, given, {})).rejects.toBeInstanceOf(ApiProblem);
  });
});
