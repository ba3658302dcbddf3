import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openPage, type WatchedPage } from "./open-page.ts";
import { clientOn, joinFinance, type Server } from "./start-server.ts";

const desk = { scheme: "light", width: 1440 } as const;
const phone = { scheme: "dark", width: 390 } as const;

/** An initiative in Foundation, of which it is recorded what lets it run in production. */
async function makeInitiative(server: Server): Promise<string> {
  const client = clientOn(server, "default");
  const { initiativeId } = await client.call("createInitiative", {
    body: {
      name: "Gated offers",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
      owner: "Ada",
      team: "Tests",
      useCasePattern: "other",
      phase: "foundation",
      startedOn: "2026-01-05",
      status: "active",
    },
  });
  const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
  await client.call("setProductionFacts", { params: { initiativeId }, body: facts });
  return initiativeId;
}

let browser: Browser;
let opened: WatchedPage[] = [];
let author: Page;
let finance: Page;
let initiativeId: string;

beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  const server = inject("server");
  initiativeId = await makeInitiative(server);
  opened = [
    await openPage(browser, server, desk),
    await openPage(browser, await joinFinance(server, "Gate Keeper"), phone),
  ];
  [author, finance] = opened.map(({ page }) => page) as [Page, Page];
});
afterAll(async () => {
  for (const { close } of opened) await close();
  await browser.close();
});

describe("a gate, from evidence to decision", () => {
  it("shows what is met and what is not, and is mended where it says", async () => {
    await author.goto(`/default/initiatives/${initiativeId}/gate`);
    await author.getByRole("heading", { name: /^Gate into Pilots: \d+ of 14 criteria are met$/ }).waitFor();
    const killRule = author.getByRole("listitem").filter({ hasText: "what would end it?" });
    await killRule.getByText("Not met").waitFor();
    await killRule.getByRole("link").click();
    await author.getByRole("button", { name: "Declare a rule" }).click();
    await author.getByLabel("What is looked at").selectOption("What was spent");
    await author.getByLabel("It ends when that is").selectOption("above the limit");
    await author.getByLabel(/^Limit, in/).fill("50000");
    // What is typed survives a reload.
    await author.reload();
    expect(await author.getByLabel(/^Limit, in/).inputValue()).toBe("50000");
    await author.getByRole("button", { name: "Declare it" }).click();
    await killRule.getByText("Met", { exact: true }).waitFor();
  });

  it("is asked for, and cannot be signed while something stands in the way", async () => {
    await author.getByRole("button", { name: "Ask for a decision" }).click();
    await author.getByLabel("Why", { exact: true }).fill("Sales waits for it");
    await author.getByRole("button", { name: "Ask for the decision" }).click();
    await author.getByText("Advance: “Sales waits for it”").waitFor();
    await author.getByText(/^You asked for, wrote or signed some of it, so somebody else signs: /).waitFor();
    // Who signs finds it among all that waits for them.
    await finance.goto("/default/approvals?mine=true");
    await finance.getByText("“Sales waits for it” · wants 1 signature").waitFor();
    await finance
      .getByRole("link", { name: "Read it and decide: Gate of Gated offers into Pilots: advance" })
      .click();
    await finance.getByText(/^It cannot be signed yet: \d+ things stand in the way$/).waitFor();
    await finance
      .getByText("Not met: Is the business case approved? No version of a business case is approved.")
      .waitFor();
    expect(await finance.getByRole("button", { name: "Sign it" }).count()).toBe(0);
  });

  it("is let pass by name, each with its reason", async () => {
    await author.getByRole("button", { name: "Change what is asked for" }).click();
    await author
      .getByRole("checkbox", { name: /^Let it pass/ })
      .first()
      .waitFor();
    const boxes = await author.getByRole("checkbox", { name: /^Let it pass/ }).all();
    for (const box of boxes) await box.check();
    for (const reason of await author.getByLabel("Why it may pass").all()) await reason.fill("Known by then");
    await author.getByRole("button", { name: "Save what is asked for" }).click();
    await author.getByText(`${boxes.length} criteria are let pass.`).waitFor();
  });

  it("is not signed on what was read before, then signed as it is", async () => {
    await finance.reload();
    const sign = finance.getByRole("button", { name: "Sign it" });
    await sign.waitFor();
    // What waits stands above all that it is decided on, with the way to where it is signed.
    await finance.getByRole("heading", { name: "It waits for a decision: Advance" }).waitFor();
    await finance.getByRole("link", { name: "Read on and sign" }).click();
    const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
    const body = { ...facts, version: 1, residency: "Kept by another data centre" };
    await clientOn(inject("server"), "default").call("setProductionFacts", {
      params: { initiativeId },
      body,
    });
    await finance.getByLabel("What you say with it").fill("Agreed in the board");
    await sign.click();
    await finance
      .getByText(/^What this review stands on has changed since you read it/)
      .first()
      .waitFor();
    await finance.getByRole("button", { name: "Read it as it is now" }).click();
    await finance.getByText("Kept by another data centre").waitFor();
    expect(await finance.getByLabel("What you say with it").inputValue()).toBe("Agreed in the board");
    await finance.getByRole("button", { name: "Sign it" }).click();
    await finance.getByRole("heading", { name: /^Gate into Scale: / }).waitFor();
    const { phase } = await clientOn(inject("server"), "default").call("getInitiative", {
      params: { initiativeId },
    });
    expect(phase).toBe("pilots");
  });

  it("asks what was learned, until somebody writes it", async () => {
    await author.goto("/default/learnings");
    await author.getByRole("link", { name: /^Gate into Pilots, .*: Advance$/ }).waitFor();
    await author.getByRole("button", { name: "Write what was learned of Gated offers" }).click();
    await author.getByLabel("What was expected").fill("5% more conversions");
    await author.getByLabel("What happened").fill("The pilot was wanted before its case was written");
    await author.getByRole("button", { name: "Save what was learned" }).click();
    await author.getByRole("button", { name: "Write what was learned of Gated offers" }).waitFor({
      state: "detached",
    });
    await author.getByText("The pilot was wanted before its case was written").waitFor();
  });

  it("can be read again as it was signed", async () => {
    await finance.getByRole("link", { name: "Decided: enters Pilots" }).click();
    await finance.getByRole("heading", { name: "Decided: enters Pilots" }).waitFor();
    await finance
      .getByText(/^Signed by Gate Keeper, .*“Agreed in the board”$/)
      .first()
      .waitFor();
    await finance.getByText("Kept by another data centre").waitFor();
    expect(await finance.getByText(/^[0-9a-f]{64}$/).count()).toBe(1);
  });

  it("is counted for the portfolio with what was let pass, and found again from there", async () => {
    await author.goto("/default/governance");
    await author.getByText(/^\d+ criteria were let pass by name:$/).waitFor();
    await author
      .getByRole("listitem")
      .filter({ hasText: /^Is the business case approved\? \d+ times?$/ })
      .waitFor();
    await author.getByRole("button", { name: "Show where that was" }).click();
    await author.getByText("Ada Vance let “Is the business case approved?” pass: “Known by then”").waitFor();
    await author.getByRole("link", { name: "Gated offers: Decided: enters Pilots" }).click();
    await author.getByRole("heading", { name: "Decided: enters Pilots" }).waitFor();
  });
});
