import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { generatedFile, hasRobynFile, robynFile } from "../src/testing/weekly-file.ts";
import { openPage, type WatchedPage } from "./open-page.ts";
import { gone, seen } from "./seen.ts";
import { joinFinance } from "./start-server.ts";
import * as steps from "./walk-steps.ts";

const generated = (): steps.FileToImport => ({
  ...generatedFile(),
  scope: "All channels",
  kpis: [
    { name: "Revenue per channel", numerator: ["revenue"] },
    { name: "Return on ad spend", numerator: ["revenue"], denominator: ["spend"] },
  ],
});

const robyn = (): steps.FileToImport => ({
  ...robynFile(),
  scope: "Robyn, all media",
  kpis: [
    { name: "Revenue per channel", numerator: ["revenue"] },
    {
      name: "Return on ad spend",
      numerator: ["revenue"],
      denominator: ["tv_s", "ooh_s", "print_s", "facebook_s", "search_s"],
    },
  ],
});

walk("a generated file", generated);
describe.skipIf(!hasRobynFile)("with ../shared beside the repository", () => {
  walk("robyn_weekly", robyn);
});

/** The walk of `src/walk.test.ts` as a person takes it, by the page, in the company's own organisation. */
function walk(name: string, fileOf: () => steps.FileToImport): void {
  describe(`the way from ${name} to a verdict, by the page`, () => {
    const file = fileOf();
    const copilot = `Media mix copilot (${file.scope})`;
    const bids = `Bid copilot (${file.scope})`;
    let browser: Browser;
    let watched: WatchedPage;
    let other: WatchedPage;
    let page: Page;

    beforeAll(async () => {
      browser = await chromium.connect(inject("browserEndpoint"));
      watched = await openPage(browser, inject("server"), { scheme: "light", width: 1440 });
      page = watched.page;
      const colleague = await joinFinance(inject("server"), `Grace of ${file.scope}`);
      other = await openPage(browser, colleague, { scheme: "light", width: 1440 });
    });
    afterAll(async () => {
      await other.close();
      await watched.close();
      await browser.close();
    });

    it("shows what an import of 208 weeks of two KPIs would change, then writes it", async () => {
      await page.goto("/default/import");
      await steps.chooseFile(page, file);
      await steps.mapFile(page, file);
      await steps.preview(page);
      expect(await steps.fact(page, "periods would be new")).toBe("416");
      expect(await steps.fact(page, "periods the same")).toBe("0");
      expect(await steps.fact(page, "rows left out")).toBe("0");
      await page.getByRole("button", { name: "Import 416 new periods" }).click();
      await seen(page.getByRole("heading", { name: `${file.name} is imported` }));
    });

    it("remembers the mapping, and the same file again changes nothing", async () => {
      await page.getByRole("button", { name: "Import another file" }).click();
      await steps.chooseFile(page, file);
      await seen(page.getByLabel("Use a remembered mapping"));
      await steps.preview(page);
      expect(await steps.fact(page, "periods would be new")).toBe("0");
      expect(await steps.fact(page, "periods the same")).toBe("416");
      await seen(page.getByRole("heading", { name: "The file says nothing new" }));
      expect(await page.getByRole("button", { name: "Nothing to import" }).isDisabled()).toBe(true);
    });

    it("refuses a direction that contradicts the KPI, with the reason, and takes the right one", async () => {
      await page.getByRole("link", { name: "New initiative" }).click();
      await steps.sayOutcome(page, { name: copilot, kpi: "Revenue per channel" });
      await page.getByLabel("Direction").selectOption("decrease");
      await seen(page.getByRole("alert").getByText("Revenue per channel is better when higher"));
      await page.getByRole("button", { name: "Create the initiative" }).click();
      expect(new URL(page.url()).pathname).toBe("/default/new");
      await page.getByLabel("Direction").selectOption("increase");
      await seen(page.getByText("“Increase revenue per channel by 5 percent by 18 November 2018.”"));
      await page.getByRole("button", { name: "Create the initiative" }).click();
      await seen(page.getByRole("heading", { level: 1, name: copilot }));
    });

    it("sets up the benefit, a baseline frozen on the 104 weeks before, and a year of costs", async () => {
      await steps.goToSetUp(page);
      await steps.claimBenefit(page, `Revenue per channel, ${file.scope}`);
      await steps.draftBaseline(page);
      await steps.freezeBaseline(page, other.page);
      await seen(page.getByText(/^104 weeks before week 47, 2017 .*with the season\.$/));
      await steps.addYearOfCosts(page);
    });

    it("calls no gain where nothing happened: the likely range contains zero", async () => {
      await steps.valueOn(page);
      const verdict = page.getByRole("heading", { level: 2, name: /^(Losing money|Below benchmark|Watch)$/ });
      await seen(verdict);
      expect(await steps.figureDetail(page, "Value turned into money")).toMatch(/^likely −€\S+ to €\S+$/);
    });

    it("explains the return down to a line of the file, and gives the focus back to the number", async () => {
      const number = page.getByRole("button", { name: /Return on investment \(net\)\. Explain/ });
      await number.click();
      const dialog = page.getByRole("dialog", { name: "Explain: Return on investment (net)" });
      await steps.openFirstMeasured(dialog);
      const place = dialog.getByText(new RegExp(`^lines? \\d+.* of ${file.name.replace(".", "\\.")}$`));
      await seen(place);
      await page.keyboard.press("Escape");
      await gone(dialog);
      await seen(page.locator(":focus[aria-label*='Return on investment (net)']"));
    });

    it("does not judge a return on ad spend whose spend fell out of range", async () => {
      await page.getByRole("link", { name: "New initiative" }).click();
      await steps.sayOutcome(page, { name: bids, kpi: "Return on ad spend" });
      await page.getByRole("button", { name: "Create the initiative" }).click();
      await seen(page.getByRole("heading", { level: 1, name: bids }));
      await steps.goToSetUp(page);
      await steps.claimBenefit(page, `Return on ad spend, ${file.scope}`);
      await steps.draftBaseline(page);
      await steps.approveBaseline(page, other.page, `Return on ad spend, ${file.scope}`);
      await steps.addYearOfCosts(page);
      const verdict = "Not judged: volume left the baseline's range";
      await seen(page.getByRole("heading", { level: 2, name: verdict }));
    });

    it("shows both in the portfolio, one of them judged", async () => {
      await page.getByRole("link", { name: "Portfolio" }).first().click();
      const table = page.getByRole("region", { name: "Table of initiatives" });
      await seen(table.getByRole("link", { name: copilot }));
      await seen(
        table
          .getByRole("row", { name: new RegExp(`^Bid copilot \\(${file.scope}`) })
          .getByText("Not judged:"),
      );
    });

    it("takes a baseline back to a draft when it is told why, which a colleague freezes again", async () => {
      await page.getByRole("link", { name: copilot }).first().click();
      await seen(page.getByRole("heading", { level: 1, name: copilot }));
      await steps.goToSetUp(page);
      await steps.unfreezeBaseline(page, "Its first year was imported twice");
      await page.getByRole("button", { name: "Unfreeze the baseline", exact: true }).click();
      await seen(page.getByText(/^Drafted .*, when the one before it was unfrozen\.$/));
      await page.getByRole("button", { name: "The baseline before it" }).click();
      await seen(page.getByText(/unfrozen .*: Its first year was imported twice$/));
      await steps.freezeBaseline(page, other.page);
      await page.getByRole("link", { name: "Portfolio" }).first().click();
    });

    it("takes a benefit back when it is told why, and lets it be claimed again", async () => {
      await page.getByRole("link", { name: bids }).click();
      await seen(page.getByRole("heading", { level: 1, name: bids }));
      await steps.goToSetUp(page);
      await page.getByRole("button", { name: /^Withdraw Return on ad spend/ }).click();
      await page.getByRole("button", { name: "Withdraw this benefit" }).click();
      await seen(page.getByText("Say why, in a few words"));
      await page.getByLabel(/^Why is Return on ad spend/).fill("Its spend fell out of range");
      await page.getByRole("button", { name: "Withdraw this benefit" }).click();
      await seen(page.getByRole("button", { name: "Claim the benefit" }));
    });

    it("meets no error, no failing request and no other host on the way", () => {
      expect(watched.faults).toEqual([]);
      expect(other.faults).toEqual([]);
    });
  });
}
