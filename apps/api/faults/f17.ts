// F17: people who approve and withdraw the same things at once, on two connections, on either database.
import { migrateToLatest } from "@liftledger/database/migrate";
import { openDatabase } from "@liftledger/database/open-database";
import { createPostgresDatabase } from "@liftledger/database/testing/postgres-database";
import startPostgres from "@liftledger/database/testing/postgres-server";
import { freshSqliteFile } from "@liftledger/database/testing/sqlite-file";
import { join } from "@liftledger/use-cases/testing/join";
import { openLedger } from "@liftledger/use-cases/testing/open-ledger";
import {
  raceBaselines,
  raceBenchmarks,
  raceCases,
  type Race,
} from "@liftledger/use-cases/testing/race-approvals";
import { holds, none, reportFigures, type FaultFigure } from "./figures.ts";

const people = ["Ada", "Grace", "Finn", "Ines", "Theo"];
const timesEach = 100;

function figuresOf(what: string, race: Race): FaultFigure[] {
  const answers = Object.entries(race.answers).map(([answer, count]) => `${answer}: ${count}`);
  return [
    { what: `${what}: answers`, measured: answers.join(", ") },
    holds(`${what}: one final state`, race.finalStates === 1),
    none(`${what}: approved by their author`, race.ownApprovals),
    none(`${what}: entries of the chain out of order or missing`, race.brokenLinks),
    holds(`${what}: chain whole`, race.isChainWhole),
  ];
}

let server = "";
const stop = await startPostgres({ provide: (_, url) => (server = String(url)) });
const figures: FaultFigure[] = [];
try {
  for (const place of [await freshSqliteFile(), await createPostgresDatabase(server)]) {
    const [here, elsewhere] = [openDatabase(place.location), openDatabase(place.location)];
    await migrateToLatest(here);
    const ledger = await openLedger(async () => here);
    const contexts = [];
    for (const [number, name] of people.entries()) {
      contexts.push({ ...(await join(ledger, name, "finance")), db: number < 3 ? here : elsewhere });
    }
    figures.push(...figuresOf(`${here.kind}, baseline`, await raceBaselines(contexts, timesEach)));
    figures.push(...figuresOf(`${here.kind}, business case`, await raceCases(contexts, timesEach)));
    figures.push(...figuresOf(`${here.kind}, benchmarks`, await raceBenchmarks(contexts, timesEach)));
    await here.close();
    await elsewhere.close();
    await place.remove();
  }
} finally {
  await stop();
}
const requests = people.length * timesEach;
reportFigures(
  `F17 ${requests} racing approvals and withdrawals of each, by ${people.length} people`,
  figures,
);
