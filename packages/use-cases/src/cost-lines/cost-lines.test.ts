import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { addCostLines } from "./add-cost-lines.ts";
import { listCostLines } from "./list-cost-lines.ts";
import { retractCostLine } from "./retract-cost-line.ts";

const line = {
  category: "licences",
  month: "2026-05",
  amount: "1200.50",
  currency: "EUR",
  kind: "actual",
  source: "invoice 7",
} as const;

describeOnEveryDatabase("addCostLines", (open) => {
  it("keeps exact amounts, by month", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const costLines = [line, { ...line, month: "2026-04", amount: "0.01" }];
    await addCostLines(ctx, { initiativeId, costLines });
    const { rows } = await listCostLines(ctx, { initiativeId });
    expect(rows.map(({ month, amount, source }) => [month, amount, source])).toEqual([
      ["2026-04", "0.01", "invoice 7"],
      ["2026-05", "1200.50", "invoice 7"],
    ]);
  });

  it.each([
    ["currency", { currency: "USD" }, "no exchange rate from USD to EUR on or before 2026-0"],
    ["amount", { amount: "1.005" }, "1.005"],
    ["amount", { amount: "99999999999999999" }, "more than can be kept"],
    ["month", { month: "2026-07" }, "it can be planned, not actual"],
  ])("refuses a wrong %s by row, and writes no line of the request", async (field, change, message) => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const adding = addCostLines(ctx, { initiativeId, costLines: [line, { ...line, ...change }] });
    await expect(adding).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ row: 1, field: `costLines[1].${field}`, message: expect.stringContaining(message) }],
    });
    expect((await listCostLines(ctx, { initiativeId })).rows).toEqual([]);
  });

  it("takes planned costs of months to come", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const planned = { ...line, month: "2027-01", kind: "planned" } as const;
    expect((await addCostLines(ctx, { initiativeId, costLines: [planned] })).rows).toHaveLength(1);
  });
});

describeOnEveryDatabase("retractCostLine", (open) => {
  it("takes one line back and leaves the others", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const added = await addCostLines(ctx, { initiativeId, costLines: [line, { ...line, amount: "7" }] });
    const [wrong, right] = added.rows;
    await retractCostLine(ctx, { costLineId: wrong?.costLineId ?? "" });
    const { rows } = await listCostLines(ctx, { initiativeId });
    expect(rows.map(({ costLineId }) => costLineId)).toEqual([right?.costLineId]);
  });

  it("says so where there is no such line, or it was taken back before", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { rows } = await addCostLines(ctx, { initiativeId, costLines: [line] });
    const costLineId = rows[0]?.costLineId ?? "";
    await retractCostLine(ctx, { costLineId });
    await expect(retractCostLine(ctx, { costLineId })).rejects.toMatchObject({ noun: "cost line" });
  });
});
