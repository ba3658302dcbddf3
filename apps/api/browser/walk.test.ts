import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { generatedFile, hasRobynFile, robynFile } from "../src/testing/weekly-file.ts";
import { openPage, type WatchedPage } from "./open-page.ts";
import { photographAllViews, screenshotFolder } from "./photograph.ts";
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

walk("a generated file", generated, { withPictures: true });
describe.skipIf(!hasRobynFile)("with ../shared beside the repository", () => {
  walk("robyn_weekly", robyn, { withPictures: false });
});

/** The walk of `src/walk.test.ts` as a person takes it, by the page, in the company's own organisation. */
function walk(
  name: string,
  fileOf: () => steps.FileToImport,
  { withPictures }: { withPictures: boolean },
): void {
  describe(`the way from ${name} to a verdict, by the page`, () => {
    const file = fileOf();
    const copilot = `Media mix copilot (${file.scope})`;
    const bids = `Bid copilot (${file.scope})`;
    const station = (title: string) =>
      withPictures ? photographAllViews(page, `${screenshotFolder}/walk`, title) : Promise.resolve();
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
      expect(await steps.fact(page, "wrong rows left out")).toBe("0");
      await station("1-import-preview");
      await page.getByRole("button", { name: "Import 416 new periods" }).click();
      await page.getByRole("heading", { name: `${file.name} is imported` }).waitFor();
    });

    it("remembers the mapping, and the same file again changes nothing", async () => {
      await page.getByRole("button", { name: "Import another file" }).click();
      await steps.chooseFile(page, file);
      await page.getByLabel("Use a remembered mapping").waitFor();
      await steps.preview(page);
      expect(await steps.fact(page, "periods would be new")).toBe("0");
      expect(await steps.fact(page, "periods the same")).toBe("416");
      await page.getByRole("heading", { name: "The file says nothing new" }).waitFor();
      expect(await page.getByRole("button", { name: "Nothing to import" }).isDisabled()).toBe(true);
    });

    it("refuses a direction that contradicts the KPI, with the reason, and takes the right one", async () => {
      await page.getByRole("link", { name: "New initiative" }).click();
      await steps.sayOutcome(page, { name: copilot, kpi: "Revenue per channel" });
      await page.getByLabel("Direction").selectOption("decrease");
      await page.getByRole("alert").getByText("Revenue per channel is better when higher").waitFor();
      await station("2-new-initiative-refused");
      await page.getByRole("button", { name: "Create the initiative" }).click();
      expect(new URL(page.url()).pathname).toBe("/default/new");
      await page.getByLabel("Direction").selectOption("increase");
      await page.getByText("“Increase revenue per channel by 5 percent by 18 November 2018.”").waitFor();
      await page.getByRole("button", { name: "Create the initiative" }).click();
      await page.getByRole("heading", { level: 1, name: copilot }).waitFor();
    });

    it("sets up the benefit, a baseline frozen on the 104 weeks before, and a year of costs", async () => {
      await steps.goToSetUp(page);
      await steps.claimBenefit(page, `Revenue per channel, ${file.scope}`);
      await steps.draftBaseline(page);
      await steps.freezeBaseline(page, other.page);
      await page.getByText(/^Seasonal: 104 weeks before week 47, 2017.*with the season\.$/).waitFor();
      await steps.addYearOfCosts(page);
    });

    it("calls no gain where nothing happened: the likely range contains zero", async () => {
      await steps.valueOn(page);
      const verdict = page.getByRole("heading", { level: 2, name: /^(Losing money|Below benchmark|Watch)$/ });
      await verdict.waitFor();
      expect(await steps.figureDetail(page, "Value turned into money")).toMatch(/^likely −€\S+ to €\S+$/);
      await station("3-initiative");
    });

    it("explains the return down to a line of the file, and gives the focus back to the number", async () => {
      const number = page.getByRole("button", { name: /Return on investment \(net\)\. Explain/ });
      await number.click();
      const dialog = page.getByRole("dialog", { name: "Explain: Return on investment (net)" });
      await steps.openFirstMeasured(dialog);
      const place = dialog.getByText(new RegExp(`^lines? \\d+.* of ${file.name.replace(".", "\\.")}$`));
      await place.waitFor();
      await station("4-explain");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await page.locator(":focus[aria-label*='Return on investment (net)']").waitFor();
    });

    it("does not judge a return on ad spend whose spend fell out of range", async () => {
      await page.getByRole("link", { name: "New initiative" }).click();
      await steps.sayOutcome(page, { name: bids, kpi: "Return on ad spend" });
      await page.getByRole("button", { name: "Create the initiative" }).click();
      await page.getByRole("heading", { level: 1, name: bids }).waitFor();
      await steps.goToSetUp(page);
      await steps.claimBenefit(page, `Return on ad spend, ${file.scope}`);
      await steps.draftBaseline(page);
      await steps.approveBaseline(page, other.page, `Return on ad spend, ${file.scope}`);
      await steps.addYearOfCosts(page);
      const verdict = "Not judged: volume left the baseline's range";
      await page.getByRole("heading", { level: 2, name: verdict }).waitFor();
      await station("5-not-judged");
    });

    it("shows both in the portfolio, one of them judged", async () => {
      await page.getByRole("link", { name: "Portfolio" }).first().click();
      const table = page.getByRole("region", { name: "Table of initiatives" });
      await table.getByRole("link", { name: copilot }).waitFor();
      await table
        .getByRole("row", { name: new RegExp(`^Bid copilot \\(${file.scope}`) })
        .getByText("Not judged:")
        .waitFor();
      await station("6-portfolio");
    });

    it("takes a baseline back to a draft when it is told why, which a colleague freezes again", async () => {
      await page.getByRole("link", { name: copilot }).first().click();
      await page.getByRole("heading", { level: 1, name: copilot }).waitFor();
      await steps.goToSetUp(page);
      await steps.unfreezeBaseline(page, "Its first year was imported twice");
      await station("7-unfreeze");
      await page.getByRole("button", { name: "Unfreeze the baseline", exact: true }).click();
      await page.getByText(/^Drafted .*, when the one before it was unfrozen\.$/).waitFor();
      await page.getByRole("button", { name: "The baseline before it" }).click();
      await page.getByText(/unfrozen .*: Its first year was imported twice$/).waitFor();
      await station("8-unfrozen");
      await steps.freezeBaseline(page, other.page);
      await page.getByRole("link", { name: "Portfolio" }).first().click();
    });

    it("takes a benefit back when it is told why, and lets it be claimed again", async () => {
      await page.getByRole("link", { name: bids }).click();
      await page.getByRole("heading", { level: 1, name: bids }).waitFor();
      await steps.goToSetUp(page);
      await page.getByRole("button", { name: /^Withdraw Return on ad spend/ }).click();
      await page.getByRole("button", { name: "Withdraw this benefit" }).click();
      await page.getByText("Say why, in a few words").waitFor();
      await station("9-withdraw");
      await page.getByLabel(/^Why is Return on ad spend/).fill("Its spend fell out of range");
      await page.getByRole("button", { name: "Withdraw this benefit" }).click();
      await page.getByRole("button", { name: "Claim the benefit" }).waitFor();
    });

    it("meets no error, no failing request and no other host on the way", () => {
      expect(watched.faults).toEqual([]);
      expect(other.faults).toEqual([]);
    });
  });
}
