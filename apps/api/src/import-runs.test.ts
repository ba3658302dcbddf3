import { createClient, type Client } from "@liftledger/contracts/client";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { afterAll, describe, expect, it } from "vitest";
import { ImportRunner } from "./import-runner.ts";
import { serve } from "./serve.ts";
import { openApp } from "./testing/open-app.ts";
import { createDocumentedApp } from "./testing/documented-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const recipe = JSON.stringify({
  name: "Shops",
  source: "export",
  dateColumn: "Day",
  dateFormat: "yyyy-MM-dd",
  period: "month",
  numbers: { decimal: ".", thousands: "" },
  segmentColumn: "Shop",
  scope: "All shops",
  measures: [
    {
      kpi: "revenue-per-channel",
      numerator: { kind: "sum", columns: ["Revenue"] },
      denominator: { kind: "periods" },
    },
  ],
});

/** So many shops by 120 months. */
function shopFile(shops: number): File {
  const lines = ["Day,Shop,Revenue"];
  for (let month = 0; month < 120; month += 1) {
    const day = `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    for (let shop = 0; shop < shops; shop += 1)
      lines.push(`${day},Shop ${shop},${shop}.${10 + (month % 89)}`);
  }
  return new File([`${lines.join("\n")}\n`], "shops.csv");
}

async function eventsOf(events: AsyncIterable<ImportEvent>, onEvent?: (event: ImportEvent) => unknown) {
  const all: ImportEvent[] = [];
  for await (const event of events) {
    all.push(event);
    await onEvent?.(event);
  }
  return all;
}

function clientFor(app: ReturnType<typeof createDocumentedApp>, headers = {}): Client {
  return createClient({
    baseUrl: "",
    organisationId: "default",
    headers,
    fetch: async (url, init) => app.request(url, init),
  });
}

const importCount = async (client: Client) => (await client.call("listImports", { query: {} })).rows.length;
const seriesCount = async (client: Client) => (await client.call("listSeries", { query: {} })).rows.length;

describeOnEveryDatabase("runImport", (open) => {
  it("tells how far it is and last what was written, and the second time that nothing was", async () => {
    const { app } = await openApp(open);
    const client = clientFor(app);
    const body = { file: shopFile(30), recipe };
    const events = await eventsOf(await client.call("runImport", { body }));
    expect(events[0]).toMatchObject({ kind: "started" });
    expect(events.at(-1)).toMatchObject({
      kind: "imported",
      importId: expect.any(String),
      summary: { rowsRead: 3600, periods: { new: 3600, changed: 0, same: 0 } },
    });
    const progress = events.filter((event) => event.kind === "progress");
    const fractions = progress.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(progress.at(-1)?.stage).toBe("committing");
    const again = await eventsOf(await client.call("runImport", { body }));
    expect(again.at(-1)).toMatchObject({ kind: "imported", importId: null });
    expect(await importCount(client)).toBe(1);
  });

  it("is undone in the same thread, once for a key, and refused there in the words of anywhere", async () => {
    const { app } = await openApp(open);
    const client = clientFor(app);
    await eventsOf(await client.call("runImport", { body: { file: shopFile(3), recipe } }));
    const [imported] = (await client.call("listImports", { query: {} })).rows;
    const { importId = "" } = imported ?? {};
    const undo = (id: string, key: string) =>
      client.call("undoImport", {
        params: { importId: id },
        body: { reason: "Another shop's" },
        idempotencyKey: key,
      });
    const undone = await undo(importId, "one");
    expect(undone).toMatchObject({ periods: { emptied: 360 }, import: { undoneBy: "Local administrator" } });
    expect(await undo(importId, "one")).toEqual(undone);
    expect(await undo(importId, "two")).toMatchObject({ periods: { emptied: 0 } });
    await expect(undo("nothing", "three")).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it("can be cancelled while it writes: nothing is there, and the same file imports afterwards", async () => {
    const { app } = await openApp(open);
    const client = clientFor(app);
    const body = { file: shopFile(120), recipe };
    let runId = "";
    const events = await eventsOf(await client.call("runImport", { body }), async (event) => {
      if (event.kind === "started") runId = event.runId;
      if (event.kind !== "progress" || event.stage !== "writing") return;
      await client.call("cancelImport", { params: { runId } }).catch(() => {});
    });
    expect(events.at(-1)).toEqual({ kind: "cancelled" });
    expect([await importCount(client), await seriesCount(client)]).toEqual([0, 0]);
    await expect(client.call("cancelImport", { params: { runId } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const { importId } = await client.call("createImport", { body });
    expect(importId).not.toBeNull();
  });
});

describe("runImport on a server", async () => {
  const { db, remove } = await openSqlite();
  const { deps, cookie } = await openApp(async () => db);
  const server = await serve(createDocumentedApp(deps), { host: "127.0.0.1", port: 0 });
  const client = createClient({
    baseUrl: server.address,
    organisationId: "default",
    headers: { Cookie: cookie },
  });
  afterAll(async () => {
    await server.close();
    await deps.imports.close();
    await remove();
  });

  it("answers others meanwhile", async () => {
    const body = { file: shopFile(200), recipe };
    let answered = 0;
    const events = await eventsOf(await client.call("runImport", { body }), async (event) => {
      if (event.kind !== "progress") return;
      await client.call("getPortfolio", { query: {} });
      answered += 1;
    });
    expect(events.at(-1)).toMatchObject({ kind: "imported", summary: { periods: { new: 24_000 } } });
    expect(answered).toBeGreaterThan(0);
  });

  it("is cancelled when whoever asked goes away before the commit", async () => {
    const aborter = new AbortController();
    const before = await importCount(client);
    const body = {
      file: shopFile(200),
      recipe: recipe.replace("All shops", "All").replace("Shops", "Others"),
    };
    const events = await client.call("runImport", { body, signal: aborter.signal });
    const listening = eventsOf(events, (event) => {
      if (event.kind === "progress" && event.stage !== "waiting") aborter.abort();
    });
    await expect(listening).rejects.toMatchObject({ name: "AbortError" });
    // The next import waits for its turn until the first has rolled back.
    await client.call("previewImport", { body: { file: shopFile(1), recipe } });
    expect(await importCount(client)).toBe(before);
  });

  it("tells a problem as an event, since the answer has begun", async () => {
    const body = { file: shopFile(1), recipe: "{" };
    await expect(client.call("runImport", { body }).then((events) => eventsOf(events))).rejects.toMatchObject(
      {
        problem: { status: 422, detail: expect.stringContaining("no JSON") },
      },
    );
    const unknown = { file: shopFile(1), recipe: recipe.replace("Revenue", "Turnover") };
    expect((await eventsOf(await client.call("runImport", { body: unknown }))).at(-1)).toMatchObject({
      kind: "refused",
    });
  });
});

describe("ImportRunner", () => {
  it("refuses a file that takes too long or too much memory, and goes on with the next", async () => {
    const { db, remove } = await openSqlite();
    const body = { file: shopFile(300), recipe };
    for (const limits of [{ milliseconds: 200 }, { memoryMebibytes: 8 }]) {
      const { deps, cookie } = await openApp(async () => db);
      const imports = new ImportRunner(limits);
      const client = clientFor(createDocumentedApp({ ...deps, imports }), { Cookie: cookie });
      await expect(client.call("createImport", { body })).rejects.toMatchObject({
        problem: { status: 422, detail: expect.stringMatching(/takes (longer|more memory)/) },
      });
      expect(await importCount(client)).toBe(0);
      await imports.close();
    }
    await remove();
  });
});
