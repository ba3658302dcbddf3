import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { makeSubmittedCase } from "../testing/example-case.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { reckonHere } from "../reckoning/reckon-here.ts";
import { getCasePaper, getCaseWorkbook } from "./get-case-paper.ts";

describeOnEveryDatabase("the papers of a business case", (open) => {
  it("are the same files for the same version, named after the case", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeSubmittedCase(ctx);
    const place = { caseId, number };
    const [workbook, pdf] = [
      await getCaseWorkbook(ctx, place, reckonHere),
      await getCasePaper(ctx, place, reckonHere),
    ];
    expect([workbook.fileName, pdf.fileName]).toEqual(["Scored-leads-v1.xlsx", "Scored-leads-v1.pdf"]);
    expect(Buffer.from(workbook.bytes.subarray(0, 2)).toString()).toBe("PK");
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect((await getCaseWorkbook(ctx, place, reckonHere)).bytes).toEqual(workbook.bytes);
    expect((await getCasePaper(ctx, place, reckonHere)).bytes).toEqual(pdf.bytes);
  });

  it("are refused of a version that is not there", async () => {
    const ctx = await openLedger(open);
    const { caseId } = await makeSubmittedCase(ctx);
    await expect(getCaseWorkbook(ctx, { caseId, number: 9 }, reckonHere)).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});
