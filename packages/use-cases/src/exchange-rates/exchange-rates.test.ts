import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation, type Explanation } from "@liftledger/roi/explanation";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { closePeriod } from "../periods/close-period.ts";
import { reopenPeriod } from "../periods/reopen-period.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { addExchangeRates } from "./add-exchange-rates.ts";
import { listExchangeRates } from "./list-exchange-rates.ts";

const rate = (date: string, value: string, from = "USD") => ({
  from,
  date,
  rate: value,
  source: "central bank",
});
const dollars = (month: string, amount: string) =>
  ({ category: "licences", month, amount, currency: "USD", kind: "actual", source: "invoice 7" }) as const;

/** The minutes after the ledger's noon. */
const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

const costOf = async (ctx: Context, initiativeId: string, asOf?: string) =>
  (await evaluateInitiative(ctx, { initiativeId, until: "2026-05-31", asOf })).figures.cost.value;

function leaves(tree: Explanation): Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap(leaves);
}

describeOnEveryDatabase("addExchangeRates", (open) => {
  it("keeps dated rates with their source, and a correction as the next revision", async () => {
    const ctx = await openLedger(open);
    const first = await addExchangeRates(ctx, {
      rates: [rate("2026-05-29", "0.9200"), rate("2026-04-30", "0.9")],
    });
    expect(first.rows.map((row) => [row.date, row.rate, row.to, row.revision])).toEqual([
      ["2026-05-29", "0.92", "EUR", 1],
      ["2026-04-30", "0.9", "EUR", 1],
    ]);
    const corrected = { rates: [rate("2026-05-29", "0.93"), rate("2026-04-30", "0.90")] };
    await addExchangeRates(minutes(ctx, 1), corrected);
    const listed = async (asOf?: string) =>
      (await listExchangeRates(ctx, { limit: 10, asOf })).rows.map((row) => [
        row.date,
        row.rate,
        row.revision,
      ]);
    expect(await listed()).toEqual([
      ["2026-05-29", "0.93", 2],
      ["2026-04-30", "0.9", 1],
    ]);
    expect((await listed(secondAfter(ctx)))[0]).toEqual(["2026-05-29", "0.92", 1]);
    const { nextCursor } = await listExchangeRates(ctx, { limit: 1 });
    const rest = await listExchangeRates(ctx, { limit: 1, cursor: nextCursor ?? "" });
    expect(rest.rows.map(({ date }) => date)).toEqual(["2026-04-30"]);
  });

  it.each([
    ["a rate of nothing", rate("2026-05-29", "0"), "rates[0].rate"],
    ["a day that lies ahead", rate("2026-07-01", "0.9"), "rates[0].date"],
    ["the currency costs are kept in", rate("2026-05-29", "1", "EUR"), "rates[0].from"],
    ["a currency that does not exist", rate("2026-05-29", "1", "XQZ"), "rates[0].from"],
  ])("refuses %s", async (_case, wrong, field) => {
    const ctx = await openLedger(open);
    await expect(addExchangeRates(ctx, { rates: [wrong] })).rejects.toMatchObject({
      details: [{ row: 0, field }],
    });
    expect((await listExchangeRates(ctx, { limit: 10 })).rows).toEqual([]);
  });

  it("refuses what would convert a cost of a closed month otherwise, and takes what would not", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    await addExchangeRates(ctx, { rates: [rate("2026-04-30", "0.9")] });
    await addCostLines(ctx, { initiativeId, costLines: [dollars("2026-05", "100")] });
    await closePeriod(minutes(ctx, 1), { month: "2026-05" });
    const late = { rates: [rate("2026-06-01", "0.95"), rate("2026-05-29", "0.92")] };
    await expect(addExchangeRates(minutes(ctx, 2), late)).rejects.toMatchObject({
      kind: "period-closed",
      details: [{ row: 1, field: "rates[1].date", seen: "2026-05" }],
    });
    await addExchangeRates(minutes(ctx, 2), {
      rates: [rate("2026-06-01", "0.95"), rate("2026-04-01", "0.8")],
    });
    await reopenPeriod(minutes(ctx, 3), { month: "2026-05", reason: "the rate was wrong" });
    await addExchangeRates(minutes(ctx, 4), late);
    expect((await listCostLines(ctx, { initiativeId })).rows.at(-1)?.converted?.rate).toBe("0.92");
  });

  it("is for finance", async () => {
    const ctx = await openLedger(open);
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    const adding = addExchangeRates(contributor, { rates: [rate("2026-05-29", "0.9")] });
    await expect(adding).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describeOnEveryDatabase("addCostLines, in another currency", (open) => {
  it("wants a rate by the end of the month, and names the one that is missing", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    await addExchangeRates(ctx, { rates: [rate("2026-06-01", "0.95")] });
    const costLines = [dollars("2026-06", "5"), dollars("2026-05", "100")];
    await expect(addCostLines(ctx, { initiativeId, costLines })).rejects.toMatchObject({
      details: [
        {
          row: 1,
          field: "costLines[1].currency",
          message: expect.stringContaining("no exchange rate from USD to EUR on or before 2026-05-31"),
        },
      ],
    });
  });

  it("is converted by the latest rate of its month, rounded to the cent, and explained down to rate and day", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const before = await costOf(ctx, initiativeId);
    await addExchangeRates(ctx, { rates: [rate("2026-04-30", "0.9"), rate("2026-05-29", "0.92155")] });
    const line = dollars("2026-05", "100.10");
    const { rows } = await addCostLines(minutes(ctx, 1), { initiativeId, costLines: [line] });
    // 100.10 × 0.92155 = 92.247155
    const converted = { amount: "92.25", currency: "EUR", rate: "0.92155", date: "2026-05-29" };
    expect(rows[0]).toMatchObject({ amount: "100.10", currency: "USD", converted });
    const now = minutes(ctx, 2);
    expect(Number(await costOf(now, initiativeId)) - Number(before)).toBeCloseTo(92.25, 9);
    const { figures } = await evaluateInitiative(now, { initiativeId, until: "2026-05-31" });
    const { figureId } = figures.cost;
    const { tree } = await explainFigure(now, { figureId, until: "2026-05-31" });
    expect(evaluateExplanation(tree)).toBe(figures.cost.value);
    expect(leaves(tree)).toContainEqual(
      expect.objectContaining({
        label: "EUR for 1 USD on 2026-05-29",
        value: "0.92155",
        source: expect.objectContaining({ text: "exchange rate of 2026-05-29, central bank", version: 1 }),
      }),
    );
  });

  it("moves with a corrected rate, while what was known before comes out as it was", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const before = Number(await costOf(ctx, initiativeId));
    await addExchangeRates(ctx, { rates: [rate("2026-05-29", "0.9")] });
    await addCostLines(ctx, { initiativeId, costLines: [dollars("2026-05", "100")] });
    const portfolio = async () => (await getPortfolio(minutes(ctx, 3), {})).figures.cost.value;
    const [known, shown] = [await costOf(ctx, initiativeId), await portfolio()];
    await addExchangeRates(minutes(ctx, 2), { rates: [rate("2026-05-29", "0.95")] });
    expect(Number(await costOf(minutes(ctx, 3), initiativeId)) - before).toBeCloseTo(95, 9);
    expect(await costOf(minutes(ctx, 3), initiativeId, secondAfter(ctx))).toBe(known);
    expect(Number(await portfolio()) - Number(shown)).toBeCloseTo(5, 9);
  });
});
