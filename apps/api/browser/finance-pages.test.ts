import { addPeriods, firstDay, listPeriods, periodOf } from "@liftledger/kpis/period";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openPage, type WatchedPage } from "./open-page.ts";
import { seen } from "./seen.ts";
import { clientOn, joinFinance, type Server } from "./start-server.ts";

const desk = { scheme: "light", width: 1440 } as const;
const last = addPeriods(periodOf(new Date().toISOString().slice(0, 10), "week"), -3);
const start = addPeriods(last, -9);

/** Thirty weeks before a start and ten since, on a benefit of which somebody proposed the worth. */
async function makeBenefit(server: Server) {
  const client = clientOn(server, "default");
  const { seriesId } = await client.call("createSeries", {
    body: { kpiKey: "conversion-rate", scope: "Finance walk" },
  });
  const snapshots = listPeriods(addPeriods(start, -30), last).map((period, week) => ({
    seriesId,
    period,
    numerator: String((week < 30 ? 20 : 26) + (week % 4)),
    denominator: "400",
  }));
  const north = await client.call("createSeries", {
    body: { kpiKey: "conversion-rate", scope: "Finance north" },
  });
  const beside = snapshots.map(({ period }, week) => ({
    seriesId: north.seriesId,
    period,
    numerator: String(30 + (week % 4) + (week % 3)),
    denominator: "400",
  }));
  const logged = { snapshots: [...snapshots, ...beside], source: "shop system" };
  await client.call("logSnapshots", { body: logged });
  const { initiativeId } = await client.call("createInitiative", {
    body: {
      name: "Walked copilot",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
      owner: "Ada",
      team: "Tests",
      useCasePattern: "other",
      phase: "pilots",
      startedOn: firstDay(start),
      status: "active",
    },
  });
  const assumptions = { unitValue: "50", attribution: "0.8", confidence: "1" };
  const claimed = { params: { initiativeId }, body: { seriesId, assumptions } };
  const { benefitId } = await client.call("addBenefit", claimed);
  return { initiativeId, benefitId };
}

let browser: Browser;
let opened: WatchedPage[] = [];
let author: Page;
let approver: Page;
let made: Awaited<ReturnType<typeof makeBenefit>>;

beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  const server = inject("server");
  made = await makeBenefit(server);
  opened = [
    await openPage(browser, server, desk),
    await openPage(browser, await joinFinance(server, "Walk Approver"), desk),
  ];
  [author, approver] = opened.map(({ page }) => page) as [Page, Page];
});
afterAll(async () => {
  for (const { close } of opened) await close();
  await browser.close();
});

describe("finance", () => {
  it("tries a window, leaves a week out, drafts it, and cannot freeze what is one's own", async () => {
    const { initiativeId, benefitId } = made;
    await author.goto(`/default/initiatives/${initiativeId}/benefits/${benefitId}/baseline`);
    await seen(author.getByRole("cell", { name: /^30 weeks, / }));
    await author.getByLabel("Left out").selectOption(addPeriods(start, -4));
    await seen(author.getByRole("cell", { name: /^29 weeks, / }));
    // What is chosen survives a reload, as every draft does.
    await author.reload();
    await seen(author.getByRole("cell", { name: /^29 weeks, / }));
    await author.getByRole("combobox", { name: "Compared with" }).click();
    await author.getByRole("option", { name: /^Conversion rate \(Finance north\)/ }).click();
    await seen(author.getByRole("row", { name: /^Compared with .*Finance north/ }));
    await author.keyboard.press("Escape");
    await seen(author.getByRole("heading", { name: /grade B/ }));
    await author.getByRole("button", { name: "Save as a draft" }).click();
    await seen(author.getByText(/You drafted it, so somebody else freezes it/));
    expect(await author.getByRole("button", { name: "Freeze it and use it" }).count()).toBe(0);
  });

  it("freezes what another drafted, and approves what another proposed, but not one's own", async () => {
    const { initiativeId, benefitId } = made;
    await approver.goto(`/default/initiatives/${initiativeId}/benefits/${benefitId}/baseline`);
    await approver.getByRole("button", { name: "Freeze it and use it" }).click();
    await seen(approver.getByText(/^Frozen .* by Walk Approver/));
    await seen(approver.getByText("Conversion rate (Finance north): weighed by how closely it moves"));
    const mine = /^Approve Conversion rate, Finance walk, of Walked copilot$/;
    await author.goto("/default/unit-values");
    await seen(author.getByText(/You proposed it, so somebody else must approve it/));
    expect(await author.getByRole("button", { name: mine }).count()).toBe(0);
    await approver.goto("/default/unit-values");
    await approver.getByRole("button", { name: mine }).click();
    await seen(approver.getByText("Approved by Walk Approver"));
  });

  it("notes what happened at a point of a chart, chosen by keyboard, then by pointer", async () => {
    await author.goto(`/default/initiatives/${made.initiativeId}`);
    const heading = author.getByRole("heading", { name: /^What it moved/ });
    await heading.scrollIntoViewIfNeeded();
    await author
      .getByRole("button", { name: /^Note what happened at a point: / })
      .last()
      .click();
    await author.keyboard.press("Home");
    await author.keyboard.press("ArrowRight");
    await author.getByRole("button", { name: /^Note what happened here: / }).click();
    const dialog = author.getByRole("dialog", { name: "Note what happened here" });
    const day = dialog.getByLabel("On", { exact: true });
    expect(await day.inputValue()).toBe(firstDay(addPeriods(start, -29)));
    await dialog.getByLabel("What happened").fill("A fair in town");
    await author.keyboard.press("Enter");
    await seen(author.getByRole("list").getByText("A fair in town"));
    const canvas = author.locator("canvas").last();
    await canvas.scrollIntoViewIfNeeded();
    await canvas.click({ position: { x: 400, y: 100 } });
    await seen(author.getByRole("button", { name: /^Note what happened here: / }));
  });

  it("notes on the portfolio's chart which initiative it was, and on a KPI's chart what its series shows", async () => {
    await author.goto("/demo/portfolio");
    await author.getByRole("button", { name: /^Note what happened at a point: / }).click();
    await author.getByRole("button", { name: /^Note what happened here: / }).click();
    const dialog = author.getByRole("dialog", { name: "Note what happened here" });
    await dialog.getByLabel("What happened").fill("A campaign of another team");
    await dialog.getByRole("button", { name: "Add the note" }).click();
    await seen(dialog.getByText("Choose what it is about"));
    await dialog.getByLabel("About").selectOption({ label: "Lead-routing classifier" });
    await dialog.getByRole("button", { name: "Add the note" }).click();
    await seen(author.getByText(/Lead-routing classifier · A campaign of another team$/));
    await author.goto("/default/kpis/conversion-rate");
    const heading = author.getByRole("heading", { name: /^Finance walk: / });
    await seen(heading);
    await heading.scrollIntoViewIfNeeded();
    await author.getByRole("button", { name: /^Note what happened at a point: Finance walk/ }).click();
    await author.getByRole("button", { name: /^Note what happened here: / }).click();
    await dialog.getByLabel("What happened").fill("Counted by the new tool from here on");
    await author.keyboard.press("Enter");
    await seen(author.getByRole("list").getByText("Counted by the new tool from here on"));
    await author.goto(`/default/initiatives/${made.initiativeId}`);
    await seen(author.getByText("Counted by the new tool from here on"));
  });

  it("finds in the audit log who froze it, with what was before, and verifies the chain", async () => {
    await approver.goto("/default/audit?noun=baseline");
    // Others freeze in this organisation at the same time.
    const frozen = approver.getByRole("article", { name: /^Freeze baseline/ });
    const entry = frozen.filter({ hasText: "Walk Approver" }).first();
    await seen(entry);
    await entry.getByRole("button", { name: /^What changed: / }).click();
    await seen(entry.getByRole("row", { name: "status draft frozen" }));
    await approver.getByRole("button", { name: "Verify the chain" }).click();
    await seen(approver.getByText(/^The chain is whole: /));
    const [download] = await Promise.all([
      approver.waitForEvent("download"),
      approver.getByRole("button", { name: "Export as JSON lines" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("audit-default.jsonl");
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
