import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { NewCasePlan } from "@liftledger/contracts/case-plan";
import { problemKinds, problemType } from "@liftledger/contracts/errors";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { firstAdmin } from "../src/testing/set-up.ts";
import { openPage, type WatchedPage } from "./open-page.ts";
import { clientOn, joinFinance, type Server } from "./start-server.ts";

const desk = { scheme: "light", width: 1440 } as const;
const name = "Walked leads, three years";
const plan = NewCasePlan.parse(examplePlan);

async function makeCase(server: Server): Promise<string> {
  const client = clientOn(server, "default");
  const { initiativeId } = await client.call("createInitiative", {
    body: {
      name: "Walked leads",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
      owner: "Ada",
      team: "Tests",
      useCasePattern: "other",
      phase: "pilots",
      startedOn: "2026-01-05",
      status: "active",
    },
  });
  const { caseId } = await client.call("createCase", { body: { initiativeId, name, plan } });
  return caseId;
}

let browser: Browser;
let opened: WatchedPage[] = [];
let author: Page;
let finance: Page;
let caseId: string;

beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  const server = inject("server");
  caseId = await makeCase(server);
  opened = [
    await openPage(browser, server, desk),
    await openPage(browser, await joinFinance(server, "Case Approver"), desk),
  ];
  [author, finance] = opened.map(({ page }) => page) as [Page, Page];
});
afterAll(async () => {
  for (const { close } of opened) await close();
  await browser.close();
});

describe("a business case", () => {
  it("is asked for by its author, who is told before any click that somebody else decides", async () => {
    await author.goto(`/default/cases/${caseId}?tab=approval`);
    await author.getByRole("button", { name: "Ask for approval" }).click();
    await author
      .getByText(/^You wrote, asked for or signed some of it, so somebody else decides: /)
      .waitFor();
    expect(await author.getByRole("button", { name: "Sign it" }).count()).toBe(0);
  });

  it("is read by finance from what waits, told about at a line, and returned", async () => {
    await finance.goto("/default/approvals");
    await finance.getByRole("link", { name: new RegExp(`^Read it and decide: .*${name}`) }).click();
    await finance.getByRole("heading", { name: "€26,000 over 3 years" }).waitFor();
    await finance.getByRole("button", { name: "Comment on Licences" }).click();
    const comment = finance.getByRole("textbox", { name: "Comment on Licences" });
    await comment.fill("The offer names 500 a month");
    // What is typed survives a reload.
    await finance.reload();
    expect(await comment.inputValue()).toBe("The offer names 500 a month");
    await finance.getByRole("button", { name: "Add the comment" }).click();
    await finance.getByText("1 comment is not dealt with yet.").waitFor();
    await finance.getByLabel("What you say with it").fill("One line wants another look");
    await finance.getByRole("button", { name: "Return it" }).click();
    await finance
      .getByText(/^Returned by Case Approver .*“One line wants another look”/)
      .first()
      .waitFor();
  });

  it("is answered and asked for again", async () => {
    const client = clientOn(inject("server"), "default");
    const { version } = await client.call("getCaseVersion", { params: { caseId, number: 1 } });
    const costs = plan.costs.map((line) =>
      line.id === "licences" ? { ...line, amount: [{ from: 0, value: "5500" }] } : line,
    );
    const changed = { params: { caseId, number: 1 }, body: { version, plan: { ...plan, costs } } };
    await client.call("changeCaseVersion", changed);
    await author.goto(`/default/cases/${caseId}?tab=approval`);
    await author.getByRole("button", { name: "It is dealt with: The offer names 500 a month" }).click();
    await author.getByText(/^Dealt with: /).waitFor();
    await author.getByRole("button", { name: "Ask for approval" }).click();
    await author.getByText(/^You wrote, asked for or signed/).waitFor();
  });

  it("is signed after a new sign-in, with what was typed, and then shows its digest", async () => {
    await finance.goto(`/default/cases/${caseId}?tab=results`);
    await finance.getByRole("button", { name: /Net return of Base. Explain$/ }).click();
    await finance.getByText("Return on investment, net (ROI)").waitFor();
    await finance.keyboard.press("Escape");
    for (const [button, ending] of [
      ["Workbook with live formulas", /\.xlsx$/],
      ["Board page as PDF", /\.pdf$/],
    ] as const) {
      const [download] = await Promise.all([
        finance.waitForEvent("download"),
        finance.getByRole("button", { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(ending);
    }
    await finance.getByRole("tab", { name: "Approval" }).click();
    const { status, title } = problemKinds["sign-in-again"];
    const body = JSON.stringify({
      type: problemType("sign-in-again"),
      title,
      status,
      detail: "Sign in again.",
    });
    // As if the sign-in were an hour old; asked once.
    await finance.route(
      "**/approve",
      (route) => route.fulfill({ status, contentType: "application/problem+json", body }),
      { times: 1 },
    );
    await finance.getByLabel("What you say with it").fill("As discussed");
    await finance.getByRole("button", { name: "Sign it" }).click();
    const again = finance.getByRole("dialog", { name: "Sign in once more to sign" });
    await again.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
    await again.getByRole("button", { name: "Sign in", exact: true }).click();
    await finance.getByText(/^Signed by Case Approver, .*“As discussed”$/).waitFor();
    await finance.getByText(/^[0-9a-f]{64}$/).waitFor();
    const refused = /^(403: .*approve|console error: .*403)/;
    expect(opened.flatMap(({ faults }) => faults.filter((fault) => !refused.test(fault)))).toEqual([]);
  });
});
