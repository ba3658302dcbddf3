import { monitorEventLoopDelay } from "node:perf_hooks";
import { createAuth } from "@liftledger/api/access/create-auth";
import { couriersOf } from "@liftledger/api/couriers-of";
import { createApp } from "@liftledger/api/app";
import { ImportRunner } from "@liftledger/api/import-runner";
import { ImportRuns } from "@liftledger/api/import-runs";
import { ReckoningRunner } from "@liftledger/api/reckoning-runner";
import { serve } from "@liftledger/api/serve";
import { simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { newSecret } from "@liftledger/use-cases/access/secret";
import { openData } from "@liftledger/use-cases/local/open-data";
import { v7 as uuid } from "uuid";
import { benchmarkToday } from "./import-reading.ts";

/** What the server says of itself since it was last asked. */
export interface ServerFigures {
  /** The longest time in which the thread that answers requests did nothing else. */
  readonly longestHoldMilliseconds: number;
  /** Since it started. */
  readonly peakMebibytes: number;
}

export type MessageFromServer = { address: string } | { figures: ServerFigures };

/** A server on a ledger that is there, as `npm start` runs it, which measures itself. */
async function run(file: string): Promise<void> {
  const db = await openData({ database: { kind: "sqlite", file }, folder: null });
  const publicUrl = "http://localhost";
  const app = createApp({
    db,
    version: "benchmark",
    auth: createAuth({ db, secret: newSecret(), publicUrl }),
    singleSignOn: null,
    // Nothing is sent from a ledger that is measured.
    couriers: couriersOf({ mail: null, allowsLoopback: false }, publicUrl),
    publicUrl,
    showsDemoToGuests: false,
    proxies: 0,
    now: () => `${benchmarkToday}T08:00:00.000Z`,
    newId: () => uuid(),
    seed: simulationSeed,
    // None is due on a ledger that was just made, and none is to be measured.
    jobs: { wake: () => {}, close: async () => {} },
    imports: new ImportRunner(),
    importRuns: new ImportRuns(),
    reckonings: new ReckoningRunner(),
    pageFolder: "",
    onFailure: (error) => {
      throw error;
    },
  });
  const { address } = await serve(app, { host: "127.0.0.1", port: 0 });
  const holds = monitorEventLoopDelay({ resolution: 5 });
  holds.enable();
  process.on("message", () => {
    const peakMebibytes = process.resourceUsage().maxRSS / 1024;
    tell({ figures: { longestHoldMilliseconds: holds.max / 1e6, peakMebibytes } });
    holds.reset();
  });
  tell({ address });
}

function tell(message: MessageFromServer): void {
  process.send?.(message);
}

await run(process.argv[2] ?? "");
