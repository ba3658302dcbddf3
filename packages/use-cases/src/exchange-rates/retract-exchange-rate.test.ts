import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { closePeriod } from "../periods/close-period.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { addExchangeRates } from "./add-exchange-rates.ts";
import { listExchangeRates } from "./list-exchange-rates.ts";
import { retractExchangeRate } from "./retract-exchange-rate.ts";

const rate = (date: string, value: string) => ({ from: "USD", date, rate: value, source: "central bank" });
const slip = { from: "USD", reason: "a slip of the comma" };

/** The minutes after the ledger's noon. */
const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

/** An initiative with costs of 100 dollars in May; a rate of April, and one of May of which the second is wrong. */
async function openDollars(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const { initiativeId } = await makeInitiative(ctx);
  await addExchangeRates(ctx, { rates: [rate("2026-04-30", "0.9"), rate("2026-05-29", "0.92")] });
  const dollars = { category: "licences", currency: "USD", kind: "actual", source: "invoice 7" } as const;
  await addCostLines(ctx, { initiativeId, costLines: [{ ...dollars, month: "2026-05", amount: "100" }] });
  await addExchangeRates(minutes(ctx, 1), { rates: [rate("2026-05-29", "9.2")] });
  const costOf = async (asOf?: string) =>
    (await evaluateInitiative(minutes(ctx, 9), { initiativeId, until: "2026-05-31", asOf })).figures.cost
      .value;
  return { ctx, initiativeId, costOf };
}

describeOnEveryDatabase("retractExchangeRate", (open) => {
  it("lets the one before count again, revision by revision, then an earlier day's, and what was known stays", async () => {
    const { ctx, costOf } = await openDollars(open);
    const ofAll = async () =>
      (await getPortfolio(minutes(ctx, 9), { until: "2026-05-31" })).rows[0]?.cost.value;
    expect([await costOf(), await ofAll()]).toEqual(["920", "920"]);
    const may = { ...slip, date: "2026-05-29" };
    const first = await retractExchangeRate(minutes(ctx, 2), { ...may, revision: 2 });
    expect(first).toMatchObject({
      retracted: { rate: "9.2", retracted: { retractedBy: "Local administrator", reason: slip.reason } },
      countsNow: { rate: "0.92", revision: 1 },
    });
    expect([await costOf(), await ofAll()]).toEqual(["92", "92"]);
    const second = await retractExchangeRate(minutes(ctx, 3), { ...may, revision: 1 });
    expect(second.countsNow).toMatchObject({ date: "2026-04-30", rate: "0.9" });
    expect(await costOf()).toBe("90");
    expect(await costOf(secondAfter(ctx))).toBe("92");
    expect(await costOf(secondAfter(minutes(ctx, 1)))).toBe("920");
    const listed = await listExchangeRates(ctx, { retracted: "true", limit: 9 });
    expect(listed.rows.map((row) => [row.date, row.rate, row.revision])).toEqual([
      ["2026-05-29", "9.2", 2],
      ["2026-05-29", "0.92", 1],
    ]);
    const right = await addExchangeRates(minutes(ctx, 4), { rates: [rate("2026-05-29", "0.93")] });
    expect(right.rows).toMatchObject([{ rate: "0.93", revision: 3 }]);
    expect(await costOf()).toBe("93");
  });

  it("refuses where a cost would have no rate left, a closed month another cost, and an older revision", async () => {
    const { ctx, costOf } = await openDollars(open);
    const may = { ...slip, date: "2026-05-29" };
    await expect(retractExchangeRate(ctx, { ...may, revision: 1 })).rejects.toMatchObject({
      name: "LostUpdateError",
      foundVersion: 2,
    });
    await expect(retractExchangeRate(ctx, { ...may, date: "2026-05-28", revision: 1 })).rejects.toMatchObject(
      {
        name: "NotFoundError",
      },
    );
    await closePeriod(minutes(ctx, 2), { month: "2026-05" });
    await expect(retractExchangeRate(minutes(ctx, 3), { ...may, revision: 2 })).rejects.toMatchObject({
      kind: "period-closed",
      details: [{ field: "date", seen: "2026-05" }],
    });
    expect(await costOf()).toBe("920");
    // Nothing is converted by it: that of May counts for the costs of May.
    await retractExchangeRate(minutes(ctx, 4), { ...slip, date: "2026-04-30", revision: 1 });
  });

  it("refuses to leave a cost without any rate", async () => {
    const { ctx } = await openDollars(open);
    const may = { ...slip, date: "2026-05-29" };
    await retractExchangeRate(minutes(ctx, 2), { ...slip, date: "2026-04-30", revision: 1 });
    await retractExchangeRate(minutes(ctx, 3), { ...may, revision: 2 });
    await expect(retractExchangeRate(minutes(ctx, 4), { ...may, revision: 1 })).rejects.toMatchObject({
      kind: "in-use",
      message: expect.stringContaining("Costs of 2026-05 are in USD"),
    });
  });
});
