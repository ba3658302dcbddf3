import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "../context.ts";
import { addExchangeRates } from "../exchange-rates/add-exchange-rates.ts";
import { reckonHere } from "../reckoning/reckon-here.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import { exampleCasePlan, makeSubmittedCase } from "../testing/example-case.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { approveCaseVersion } from "./approve-case-version.ts";
import { getCase } from "./get-case.ts";
import { getCasePortfolioPaper, getCasePortfolioWorkbook } from "./get-case-portfolio.ts";
import { retireCase } from "./retire-case.ts";

describeOnEveryDatabase("the papers of all cases", (open) => {
  let ada: Context;
  let grace: Context;
  beforeEach(async () => {
    const ledger = await openLedger(open);
    ada = await join(ledger, "Ada", "admin");
    grace = await join(ledger, "Grace", "finance");
  });

  const approved = async (plan = exampleCasePlan()): Promise<string> => {
    const { caseId, number, version } = await makeSubmittedCase(ada, plan);
    await approveCaseVersion(grace, { caseId, number, version, comment: "" });
    return caseId;
  };

  /** What is reckoned, as it is handed over. */
  const handed = async (): Promise<Parameters<Reckon>[1]> => {
    let given: unknown;
    const bytes = new Uint8Array();
    await getCasePortfolioWorkbook(ada, (async (_name, input) => {
      given = input;
      return bytes;
    }) as Reckon);
    return given as Parameters<Reckon>[1];
  };

  it("are the same files while nothing changes, and count approved cases alone", async () => {
    await approved();
    await approved();
    await makeSubmittedCase(ada);
    const paper = await getCasePortfolioPaper(ada, reckonHere);
    const workbook = await getCasePortfolioWorkbook(ada, reckonHere);
    expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.from(workbook.bytes.subarray(0, 2)).toString()).toBe("PK");
    expect(
      [paper.fileName, workbook.fileName].map((name) => /-cases-\d{4}-\d\d-\d\d\.(pdf|xlsx)$/.test(name)),
    ).toEqual([true, true]);
    expect((await getCasePortfolioPaper(ada, reckonHere)).bytes).toEqual(paper.bytes);
    expect((await getCasePortfolioWorkbook(ada, reckonHere)).bytes).toEqual(workbook.bytes);
    expect(await handed()).toMatchObject({ subtitle: "2 approved business cases", period: "year" });
  });

  it("leave out retired cases, and name those that cannot be added up until there is a rate", async () => {
    const retired = await approved();
    const { version } = await getCase(ada, { caseId: retired });
    await retireCase(ada, { caseId: retired, version, reason: "Another supplier" });
    await approved();
    await approved({ ...exampleCasePlan(), currency: "USD" });
    expect(await handed()).toMatchObject({
      subtitle:
        "1 approved business case. Left out: Scored leads (there is no exchange rate from USD to EUR)",
    });
    await addExchangeRates(grace, {
      rates: [{ from: "USD", date: "2020-01-02", rate: "0.9", source: "ECB" }],
    });
    expect(await handed()).toMatchObject({ subtitle: "2 approved business cases" });
  });

  it("are refused in words where no case is approved", async () => {
    await makeSubmittedCase(ada);
    await expect(getCasePortfolioPaper(ada, reckonHere)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("No business case is approved yet"),
    });
  });
});
