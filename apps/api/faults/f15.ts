// F15: who may do what, asked of servers that run; and that what is taken away counts from the next request.
import { createApp } from "../src/app.ts";
import { fillMatrixLedger, type MatrixLedger } from "../src/access/matrix-ledger.ts";
import { tryOtherOrganisations, tryPrincipal, type Ask } from "../src/access/matrix.ts";
import { principalNames } from "../src/access/matrix-table.ts";
import { undeclaredRoutes, undeclaredVerbs } from "../src/access/undeclared-routes.ts";
import { openSqlite } from "../src/testing/open-sqlite.ts";
import { testSecret } from "../src/testing/sign-in.ts";
import { testDeps } from "../src/testing/test-deps.ts";
import { beginImport } from "./begun-import.ts";
import { holds, none, reportFigures, type FaultFigure } from "./figures.ts";
import { withContext, type LedgerPlace } from "./ledger-place.ts";
import { onBothDatabases } from "./on-both-databases.ts";
import { startServer, type ServerProcess } from "./running-server.ts";
import { takings, tryTaking } from "./takings.ts";

const figures: FaultFigure[] = [];
await onBothDatabases(tryAll);
figures.push(...(await tryRoutes()));
reportFigures("F15 every principal × every endpoint × own, other, missing", figures);

async function tryAll(database: string, place: LedgerPlace): Promise<void> {
  const environment = { LIFTLEDGER_SECRET: testSecret };
  const servers = [
    await startServer(place.data, { environment }),
    await startServer(place.data, { environment }),
  ] as const;
  await withContext(place.data, async (ctx) => {
    const ledger = await fillMatrixLedger(ctx);
    await tryMatrix(database, servers[0], ledger);
    const wrong: string[] = [];
    for (const [what, taking] of Object.entries(takings)) {
      const found = await tryTaking(ctx, servers, taking);
      if (found !== undefined) wrong.push(`${what}: ${found}`);
    }
    for (const line of wrong) console.log(`${database}, ${line}`);
    const count = Object.keys(takings).length;
    figures.push(
      none(
        `${database}, of ${count} rights taken away through one server, still there at the other`,
        wrong.length,
      ),
    );
  });
  for (const server of servers) await server.end("SIGTERM");
}

async function tryMatrix(database: string, server: ServerProcess, ledger: MatrixLedger): Promise<void> {
  const ask: Ask = (path, init) => fetch(`${server.address}${path}`, init);
  let [asked, stop] = [0, () => {}];
  const wrong: string[] = [];
  const add = (found: { asked: number; wrong: string[] }) => {
    asked += found.asked;
    wrong.push(...found.wrong);
  };
  for (const principal of principalNames) {
    const before = async (name: string, target: string) => {
      if (name !== "cancelImport") stop();
      else if (target === "own") stop = await beginImports(server, ledger);
    };
    add(await tryPrincipal(ask, ledger, principal, before));
  }
  add(await tryOtherOrganisations(ask, ledger));
  for (const line of wrong.slice(0, 20)) console.log(`${database}, ${line}`);
  const verbs = await undeclaredVerbs(ask, ledger.headers.admin);
  for (const line of verbs.wrong) console.log(`${database}, ${line}`);
  figures.push(
    none(
      `${database}, of ${asked} answers to ${principalNames.length} principals, not as the tables say`,
      wrong.length,
    ),
    none(
      `${database}, of ${verbs.asked} other methods on its paths, answered to an admin`,
      verbs.wrong.length,
    ),
  );
}

/** An import in the other organisation, and one of the contributor that waits for it, until they are stopped. */
async function beginImports(
  server: ServerProcess,
  { headers, own, other }: MatrixLedger,
): Promise<() => void> {
  const elsewhere = { ...headers["another organisation's admin"], "Liftledger-Organisation": "other" };
  const first = await beginImport(server, elsewhere);
  const waiting = await beginImport(server, headers.contributor);
  [other.runId, own.runId] = [first.runId, waiting.runId];
  return () => {
    first.stop();
    waiting.stop();
  };
}

/** A route beside the table must be found, in the application as it is mounted. */
async function tryRoutes(): Promise<FaultFigure[]> {
  const { db, remove } = await openSqlite();
  const deps = testDeps(db);
  const { undeclared, missing } = undeclaredRoutes(createApp(deps));
  const more = createApp(deps);
  more.get("/api/v1/secrets", (c) => c.text("told to everybody"));
  const found = undeclaredRoutes(more).undeclared;
  await deps.imports.close();
  await remove();
  return [
    none("routes that the endpoint table does not have", undeclared.length),
    none("endpoints of the table that are no route", missing.length),
    holds("one that is added beside it is found", found.length === 1, found.join(", ")),
  ];
}
