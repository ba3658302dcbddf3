import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation, type Explanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { closePeriod } from "../periods/close-period.ts";
import { listLedgerPeriods } from "../periods/list-ledger-periods.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { bookCostPool } from "./book-cost-pool.ts";
import { createCostPool } from "./create-cost-pool.ts";
import { listCostPools } from "./list-cost-pools.ts";
import { listCostShares } from "./list-cost-shares.ts";

const licence = { name: "Platform licence", category: "licences", driver: "usage", unit: "seats" } as const;
const may = { month: "2026-05", kind: "actual", source: "invoice 7", revision: 0 } as const;

/** The minutes after the ledger's noon. */
const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

async function openShared(
  open: Parameters<typeof openLedger>[0],
  wanted: Partial<typeof licence> | object = {},
) {
  const ctx = await openLedger(open);
  const { initiativeId: chat } = await makeInitiative(ctx, "Chat");
  const { initiativeId: leads } = await makeInitiative(ctx, "Leads");
  const { costPoolId } = await createCostPool(ctx, { ...licence, ...wanted });
  const divided = (one: string, other: string) => [
    { initiativeId: chat, quantity: one },
    { initiativeId: leads, quantity: other },
  ];
  return { ctx, chat, leads, costPoolId, divided };
}

const costOf = async (ctx: Context, initiativeId: string, asOf?: string) =>
  (await evaluateInitiative(ctx, { initiativeId, until: "2026-05-31", asOf })).figures.cost.value;

function nodes(tree: Explanation): Explanation[] {
  return [tree, ...tree.inputs.flatMap(nodes)];
}

describeOnEveryDatabase("bookCostPool", (open) => {
  it("divides a month by what each used, to the cent, and each shows its share among its costs", async () => {
    const { ctx, chat, leads, costPoolId, divided } = await openShared(open);
    // 100.01 over 2 and 1 seats: 66.6733… and 33.3366…; the larger remainder gets the cent.
    const booked = await bookCostPool(ctx, {
      costPoolId,
      ...may,
      amount: "100.01",
      quantities: divided("2", "1.0"),
    });
    expect(booked.shares.map(({ initiative, amount, quantity }) => [initiative, amount, quantity])).toEqual([
      ["Chat", "66.67", "2"],
      ["Leads", "33.34", "1"],
    ]);
    expect([await costOf(ctx, chat), await costOf(ctx, leads)]).toEqual(["66.67", "33.34"]);
    const { costs } = await evaluateInitiative(ctx, { initiativeId: chat, until: "2026-05-31" });
    expect(costs).toMatchObject([
      { category: "licences", actual: "66.67", shared: "66.67", planned: "0.00" },
    ]);
    const { tree } = await explainFigure(ctx, { figureId: `initiative/${chat}/cost`, until: "2026-05-31" });
    expect(evaluateExplanation(tree)).toBe("66.67");
    const share = nodes(tree).find(({ operation }) => operation === "part");
    expect(share?.inputs).toMatchObject([
      { label: "Platform licence, 2026-05", value: "100.01", source: { text: "invoice 7, revision 1" } },
      { label: "Chat, seats", value: "2", source: { kind: "assumption", text: "divided by seats used" } },
      { label: "Leads, seats", value: "1" },
    ]);
    const { rows } = await listLedgerPeriods(ctx, { limit: 2 });
    expect(rows.find(({ month }) => month === "2026-05")?.missingCosts).toEqual([]);
  });

  it("divides by a corrected driver from then on, while what was known before comes out as it was", async () => {
    const { ctx, chat, costPoolId, divided } = await openShared(open);
    await makeValuedInitiative(ctx);
    await bookCostPool(ctx, { costPoolId, ...may, amount: "90", quantities: divided("2", "1") });
    const portfolio = async () =>
      (await getPortfolio(minutes(ctx, 2), {})).rows.find((row) => row.initiativeId === chat)?.cost.value;
    expect(await portfolio()).toBe("60");
    const corrected = { costPoolId, ...may, amount: "90", quantities: divided("1", "2"), revision: 1 };
    await bookCostPool(minutes(ctx, 1), corrected);
    expect([await costOf(minutes(ctx, 2), chat), await portfolio()]).toEqual(["30", "30"]);
    expect(await costOf(minutes(ctx, 2), chat, secondAfter(ctx))).toBe("60");
    const known = await listCostShares(ctx, { initiativeId: chat, limit: 5, asOf: secondAfter(ctx) });
    expect(known.rows).toMatchObject([
      { amount: "60.00", poolAmount: "90.00", revision: 1, pool: "Platform licence" },
    ]);
    await bookCostPool(minutes(ctx, 2), { costPoolId, ...may, amount: null, quantities: [], revision: 2 });
    expect((await listCostShares(ctx, { limit: 5 })).rows).toEqual([]);
    expect(Number(await costOf(minutes(ctx, 3), chat))).toBe(0);
    expect((await listCostPools(ctx, { limit: 5 })).rows).toMatchObject([
      { name: "Platform licence", lastMonth: null },
    ]);
  });

  it("plans without charging, and pages the shares, latest month first", async () => {
    const { ctx, chat, costPoolId, divided } = await openShared(open, { driver: "equal" });
    const equal = divided("1", "1");
    await bookCostPool(ctx, { costPoolId, ...may, amount: "10.01", quantities: equal });
    const planned = { ...may, kind: "planned", month: "2026-08" } as const;
    await bookCostPool(ctx, { costPoolId, ...planned, amount: "7", quantities: equal });
    expect(await costOf(ctx, chat)).toBe("5.01");
    const first = await listCostShares(ctx, { costPoolId, limit: 3 });
    const rest = await listCostShares(ctx, { costPoolId, limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.rows, ...rest.rows].map(({ month, kind, amount }) => [month, kind, amount])).toEqual([
      ["2026-08", "planned", "3.50"],
      ["2026-08", "planned", "3.50"],
      ["2026-05", "actual", "5.00"],
      ["2026-05", "actual", "5.01"],
    ]);
  });

  it("refuses a closed month, another revision than the last, and what nobody shares", async () => {
    const { ctx, costPoolId, divided } = await openShared(open);
    const booking = { costPoolId, ...may, amount: "10", quantities: divided("1", "1") };
    await bookCostPool(ctx, booking);
    await expect(bookCostPool(ctx, booking)).rejects.toMatchObject({
      name: "LostUpdateError",
      foundVersion: 1,
    });
    const none = { ...booking, revision: 1, quantities: divided("0", "0") };
    await expect(bookCostPool(ctx, none)).rejects.toMatchObject({ details: [{ field: "quantities" }] });
    const ahead = { ...booking, month: "2026-07" };
    await expect(bookCostPool(ctx, ahead)).rejects.toMatchObject({ details: [{ field: "month" }] });
    const stranger = { ...booking, revision: 1, quantities: [{ initiativeId: "nobody", quantity: "1" }] };
    await expect(bookCostPool(ctx, stranger)).rejects.toMatchObject({
      details: [{ field: "quantities[0].initiativeId", seen: "nobody" }],
    });
    await closePeriod(ctx, { month: "2026-05" });
    await expect(bookCostPool(minutes(ctx, 1), { ...booking, revision: 1 })).rejects.toMatchObject({
      kind: "period-closed",
      details: [{ field: "month", seen: "2026-05" }],
    });
  });

  it("wants agreed shares to be the whole, is for finance, and takes a name once", async () => {
    const { ctx, costPoolId, divided } = await openShared(open, { driver: "shares", unit: "share" });
    const booking = { costPoolId, ...may, amount: "10", quantities: divided("0.5", "0.4") };
    await expect(bookCostPool(ctx, booking)).rejects.toMatchObject({
      message: "The shares are together 0.9: they divide the whole, which is 1.",
    });
    await bookCostPool(ctx, { ...booking, quantities: divided("0.6", "0.4") });
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    await expect(bookCostPool(contributor, booking)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(createCostPool(ctx, licence)).rejects.toMatchObject({ kind: "conflict" });
  });
});
