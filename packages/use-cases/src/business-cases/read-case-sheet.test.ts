import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { exampleCasePlan, makeCase } from "../testing/example-case.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { evaluateCaseVersion } from "./evaluate-case-version.ts";
import { readCaseSheet } from "./read-case-sheet.ts";

/** The example case, as a finance analyst keeps it. */
const lines = [
  "Line,Kind,Class,Field,Owner,Adoption,Our share,Confidence,Turned into money,Counted by another benefit,Risk,Risk reason,Source,Evidence,Start,Year 1,Year 2,Year 3",
  "More orders,benefit,revenue margin,lift,Ada Vance,80%,60%,90%,80%,0,15%,No winter,Web shop,measured,,0.01,0.015,",
  "More orders,,,volume,Ada Vance,,,,,,,,Visits of 2025,measured,,62400,,",
  "More orders,,,worth of one,Ada Vance,,,,,,,,Controlling,measured,,50,,",
  "Licences,cost,licences,,Ada Vance,,,,,,,,Offer 4711,measured,,6000,6000,6000",
  "Connecting it,cost,integration,,Ada Vance,,,,,,,,Twenty days,measured,8000,,,",
];

describeOnEveryDatabase("a case from a sheet", (open) => {
  it("becomes a draft that comes to what the sheet's figures come to", async () => {
    const ctx = await openLedger(open);
    const file = textFile("case.csv", lines);
    const { plan, rows } = await readCaseSheet(ctx, { file, start: "2026-07" });
    expect([rows, plan.currency]).toEqual([5, "EUR"]);
    const { discountRate } = exampleCasePlan();
    const { caseId, number } = await makeCase(ctx, { ...plan, ...(discountRate && { discountRate }) });
    const [base] = (await evaluateCaseVersion(ctx, { caseId, number })).scenarios;
    // 62,400 × 1% × 50 × 0.8 × 0.6 × 0.9 × 0.8 is 10,782.72, half as much again from the second year on.
    expect(base?.totals.cash).toMatchObject({
      kind: "whole",
      unadjusted: { totalBenefits: "43130.88", totalCosts: "26000" },
      adjusted: { totalBenefits: "36661.248" },
    });
  });

  it("plans what is paid in another currency at the organisation's latest rate", async () => {
    const ctx = await openLedger(open);
    const file = textFile("case.csv", [
      "Line,Kind,Category,Currency,Year 1,Year 2",
      "Licences,cost,licences,USD,6000,6600",
    ]);
    const start = "2027-01";
    await expect(readCaseSheet(ctx, { file, start })).rejects.toMatchObject({
      kind: "file-refused",
      details: [{ field: "row 2, Budget rate" }],
    });
    const rate = { from: "USD", date: ctx.today, rate: "0.92", source: "Central bank" };
    await addExchangeRates(ctx, { rates: [rate] });
    const { plan } = await readCaseSheet(ctx, { file, start });
    expect(plan.budgetRates).toEqual([{ from: "USD", rate: "0.92", lockedOn: ctx.today }]);
    const { discountRate } = exampleCasePlan();
    const { caseId, number } = await makeCase(ctx, { ...plan, ...(discountRate && { discountRate }) });
    const [base] = (await evaluateCaseVersion(ctx, { caseId, number })).scenarios;
    // 12,600 USD at 0.92.
    expect(base?.totals.cash).toMatchObject({ unadjusted: { totalCosts: "11592" } });
  });

  it("is refused by row and column, and nothing is written", async () => {
    const ctx = await openLedger(open);
    const file = textFile("case.csv", [...lines, "Seats,cost,licences,,,,,,,,,,,,,a few,,"]);
    await expect(readCaseSheet(ctx, { file, start: "2026-07" })).rejects.toMatchObject({
      kind: "file-refused",
      details: [{ field: "row 7, Year 1" }],
    });
    await expect(readCaseSheet(ctx, { file: textFile("case.csv", lines) })).rejects.toMatchObject({
      details: [{ field: "start" }],
    });
  });
});
