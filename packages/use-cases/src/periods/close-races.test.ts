import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { insertCostLines } from "@liftledger/database/cost-lines";
import { openDatabase } from "@liftledger/database/open-database";
import { listPeriodFigures } from "@liftledger/database/periods";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { changeOnce } from "../idempotency.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import type { LoggingTask } from "../testing/log-until-refused.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { lateCost, later, logPeriod } from "../testing/open-summer.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { closePeriod } from "./close-period.ts";
import { reopenPeriod } from "./reopen-period.ts";

describeOnEveryDatabase("a close racing with a write of its month", (open, kind) => {
  it("is not known of by a write that began before it and was committed after it", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const other = openDatabase(ctx.db.location);
    const begun = Promise.withResolvers<void>();
    const closing = Promise.withResolvers<void>();
    // It adds a cost in April, which is open, and is about to be committed when May is closed.
    const late = changeOnce({ ...ctx, db: other }, async (tx, audit, { organisationId, now }) => {
      const by = { recordedAt: now, recordedBy: "person-1", costLineId: "late", initiativeId };
      const cost = { ...by, ...lateCost, month: "2026-04", amountMinor: 100_000n };
      await insertCostLines(tx, organisationId, [cost]);
      audit({ action: "addCostLines", noun: "cost-line", id: "late", before: null, after: by });
      begun.resolve();
      await closing.promise;
      return { recordedAt: now };
    });
    await begun.promise;
    const close = closePeriod(later(ctx, 1), { month: "2026-05" });
    // On SQLite the close waits for the other; on PostgreSQL it overtakes it, which then begins again.
    if (kind === "postgres") await close;
    closing.resolve();
    const [{ recordedAt }, { closedAt }] = await Promise.all([late, close]);
    await other.close();
    expect(recordedAt > (closedAt ?? "")).toBe(kind === "postgres");
    const clocks = { initiativeId, until: "2026-05-31" };
    const { figures } = await evaluateInitiative(ctx, { ...clocks, asOf: closedAt ?? "" });
    const kept = await listPeriodFigures(ctx.db.read, ctx.organisationId, ["2026-05"]);
    const closed = kept.find(({ subject }) => subject === initiativeId);
    expect([figures.cost.value, figures.netRoi.value]).toEqual([closed?.cost, closed?.netRoi]);
    const { cost } = (await evaluateInitiative(ctx, clocks)).figures;
    expect(Number(cost.value) - Number(figures.cost.value)).toBe(kind === "postgres" ? 1000 : 0);
  });

  it("has the write in its figures, or the write is refused: never both, on two connections", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const other = openDatabase(ctx.db.location);
    try {
      for (let round = 1; round <= 8; round++) {
        // The write bears the later instant in one half of the rounds, the earlier in the other.
        const write = { ...later(ctx, 3 * round + (round % 2)), db: other };
        const close = later(ctx, 3 * round + 0.5);
        const costLines = [{ ...lateCost, month: "2026-05" }];
        const [logged, paid, closed] = await Promise.allSettled([
          logPeriod(write, seriesId, "2026-W20", String(round)),
          addCostLines({ ...write, newId: () => `race-${round}` }, { initiativeId, costLines }),
          closePeriod(close, { month: "2026-05" }),
        ]);
        expect(closed.status).toBe("fulfilled");
        const refusals = [logged, paid].flatMap((one) =>
          one.status === "rejected" ? [one.reason.kind] : [],
        );
        expect(refusals.filter((kind) => kind !== "period-closed")).toEqual([]);
        const closedAt = closed.status === "fulfilled" ? (closed.value.closedAt ?? "") : "";
        const clocks = { initiativeId, until: "2026-05-31" };
        const present = later(ctx, 3 * round + 2);
        const known = await evaluateInitiative(present, { ...clocks, asOf: closedAt });
        expect((await evaluateInitiative(present, clocks)).figures.cost.value).toBe(known.figures.cost.value);
        const { rows } = await listSnapshots(present, { seriesId, from: "2026-W20", to: "2026-W20" });
        const asClosed = await listSnapshots(present, {
          seriesId,
          from: "2026-W20",
          to: "2026-W20",
          asOf: closedAt,
        });
        expect(rows).toEqual(asClosed.rows);
        expect(rows[0]?.numerator === String(round)).toBe(logged.status === "fulfilled");
        await reopenPeriod(present, { month: "2026-05", reason: "the next round" });
      }
    } finally {
      await other.close();
    }
  });

  it("knows every number that another process was told is kept, and refuses the next", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    const { lines, ended } = logInAnotherProcess({
      location: ctx.db.location,
      seriesId,
      period: "2026-W20",
    });
    const said: string[] = [];
    let closing: ReturnType<typeof closePeriod> | undefined;
    for await (const line of lines) {
      said.push(line);
      if (line === "3") closing = closePeriod(at(ctx, new Date().toISOString()), { month: "2026-05" });
    }
    await ended;
    const { closedAt } = (await closing) ?? { closedAt: null };
    expect(said.at(-1)).toBe("period-closed");
    const range = { seriesId, from: "2026-W20", to: "2026-W20" };
    const { rows } = await listSnapshots(ctx, range);
    expect(rows[0]?.numerator).toBe(said.at(-2));
    expect((await listSnapshots(ctx, { ...range, asOf: closedAt ?? "" })).rows).toEqual(rows);
  });

  it("lets one of two closes at once win", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const other = openDatabase(ctx.db.location);
    const closes = await Promise.allSettled(
      [ctx, { ...ctx, db: other }].map((one) => closePeriod(one, { month: "2026-05" })),
    );
    await other.close();
    expect(closes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(closes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict" },
    });
  });
});

function logInAnotherProcess(task: LoggingTask) {
  const program = join(import.meta.dirname, "../testing/log-until-refused.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { lines: createInterface(child.stdout), ended: once(child, "exit") };
}
