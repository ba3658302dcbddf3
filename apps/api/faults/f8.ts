// F8: one idempotency key, sent 50 times at once to two servers on one ledger.
import { holds, none, reportFigures, type FaultFigure } from "./figures.ts";
import { withContext, type LedgerPlace } from "./ledger-place.ts";
import { onBothDatabases } from "./on-both-databases.ts";
import { startServer } from "./running-server.ts";
import { logThrough, planWrites } from "./snapshot-writes.ts";

const times = 50;
const rounds = 20;

const figures: FaultFigure[] = [];
await onBothDatabases(repeatAtOnce);
reportFigures(`F8  one idempotency key × ${times} at once, ${rounds} rounds, on two servers`, figures);

async function repeatAtOnce(database: string, place: LedgerPlace): Promise<void> {
  const [plan] = await withContext(place.data, (ctx) => planWrites(ctx, { clients: 1, writes: rounds }));
  // The key holds between processes as well.
  const servers = [await startServer(place.data), await startServer(place.data)] as const;
  let [unequal, refused, otherBodies] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const write = plan?.next().value;
    if (write === undefined) throw new Error("There is no plan.");
    const both = Array.from({ length: times / 2 }, () => servers).flat();
    const answers = await Promise.all(both.map((server) => logThrough(server, write)));
    refused += answers.filter(({ status }) => status !== 200).length;
    unequal += new Set(answers.map(({ body }) => body)).size - 1;
    const other = { ...write, numerator: String(Number(write.numerator) + 1) };
    otherBodies += (await logThrough(servers[0], other)).status === 422 ? 0 : 1;
  }
  for (const server of servers) await server.end("SIGTERM");
  const rows = await withContext(place.data, async ({ db }) => {
    const { count } = await db.read
      .selectFrom("snapshots")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  });
  figures.push(
    holds(`${database}, writes, one a round of ${rounds}`, rows === rounds, rows),
    none(`${database}, answers that differ from the first of their round`, unequal),
    none(`${database}, requests that were refused`, refused),
    none(`${database}, other bodies under the key that were not answered 422`, otherBodies),
  );
}
