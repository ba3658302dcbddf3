import { text } from "node:stream/consumers";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openPage, type WatchedPage } from "./open-page.ts";
import { gone, seen } from "./seen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

async function open(): Promise<WatchedPage> {
  const watched = await openPage(browser, inject("server"), { scheme: "light", width: 1440 });
  onTestFinished(() => watched.close());
  return watched;
}

const patient = { timeout: 15_000 };
const table = (page: Page) => page.getByRole("region", { name: "Table of initiatives" });
const namesIn = (page: Page) => table(page).locator("tbody a").allTextContents();
const groupsIn = (page: Page) => table(page).locator("th[scope=rowgroup]").allTextContents();

describe("who answers for growth", () => {
  it("comes from the headline to the initiative that needs a decision, and what is asked, in three clicks", async () => {
    const { page, faults } = await open();
    let clicks = 0;
    const click = async (name: string | RegExp, role: "button" | "link") => {
      clicks += 1;
      await page.getByRole(role, { name }).first().click();
    };
    await page.goto("/demo/portfolio");
    await seen(page.getByRole("heading", { level: 1, name: /^The portfolio has returned/ }));
    await click("Board view", "link");
    await seen(page.getByText("Stop it, or change what it does"));
    await click("Persona research synthesiser", "link");
    await seen(page.getByRole("heading", { level: 2, name: "Losing money" }));
    await seen(page.getByText("Decision asked:"));
    await click(/^saves €\S+, Cost of stopping, a month\. Explain$/, "button");
    await seen(page.getByRole("dialog", { name: "Explain: Cost of stopping, a month" }));
    expect(clicks).toBeLessThanOrEqual(3);
    expect(faults).toEqual([]);
  });

  it("opens a count to those it counts, with the verdict of each, and goes from one to its page", async () => {
    const { page, faults } = await open();
    await page.goto("/demo/board");
    await page
      .getByText(/initiatives judged;/)
      .getByRole("button")
      .nth(1)
      .click();
    const dialog = page.getByRole("dialog", { name: "Explain: Initiatives" });
    await seen(dialog.getByRole("heading", { name: "Explain: Initiatives" }));
    const all = dialog.getByRole("button", { name: / parts, show all$/ });
    await all.click();
    const one = dialog.getByRole("button", { name: /^Lead-routing classifier/ });
    await one.click();
    await seen(dialog.getByText(/^its verdict, “.+”$/));
    await dialog.getByRole("link", { name: "Open the initiative" }).click();
    await seen(page.getByRole("heading", { level: 1, name: "Lead-routing classifier" }));
    await gone(dialog);
    expect(faults).toEqual([]);
  });

  it("finds what was filtered, sorted and grouped again by its address, and takes just that away as a file", async () => {
    const { page, faults } = await open();
    await page.goto("/demo/portfolio");
    await page.getByLabel("Group by").selectOption("phase");
    await table(page).getByRole("button", { name: "ROI" }).click();
    await page.getByLabel("Filter by name, team or owner").fill("e-commerce");
    await expect
      .poll(() => groupsIn(page))
      .toEqual(["Foundation 2 initiatives", "Pilots 1 initiative, 1 needs a decision", "Scale 1 initiative"]);
    await page.waitForURL(/group=phase.*q=e-commerce|q=e-commerce.*group=phase/);
    const shown = await namesIn(page);
    await page.reload();
    await expect.poll(() => namesIn(page), patient).toEqual(shown);
    expect(await page.getByLabel("Filter by name, team or owner").inputValue()).toBe("e-commerce");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export" }).click(),
    ]);
    const lines = (await text(await file.createReadStream())).trim().split("\r\n");
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(shown);
    expect(faults).toEqual([]);
  });

  it("saves a view that the portfolio opens with, changes its name, and removes it", async () => {
    const { page, faults } = await open();
    const views = page.getByRole("button", { name: /^Views?(:|$)/ });
    const dialog = page.getByRole("dialog", { name: "Saved views" });
    await page.goto("/demo/portfolio?group=team&show=needs-decision");
    await views.click();
    await dialog.getByLabel("Save what is shown now as").fill("Monday: by team");
    // A draft survives a reload.
    await page.reload();
    await views.click();
    expect(await dialog.getByLabel("Save what is shown now as").inputValue()).toBe("Monday: by team");
    await dialog.getByLabel("This page opens with it, for me").check();
    await dialog.getByRole("button", { name: "Save the view" }).click();
    await seen(dialog.getByText("opens first"));
    await page.keyboard.press("Escape");
    await seen(page.getByRole("button", { name: "View: Monday: by team" }));

    await page.getByRole("link", { name: "Board view" }).click();
    await seen(page.getByRole("heading", { name: /^\d+ initiatives need a decision$/ }));
    await page.getByRole("link", { name: "Portfolio", exact: true }).click();
    await page.waitForURL(/group=team/);
    await expect.poll(async () => (await namesIn(page)).length, patient).toBe(5);

    await views.click();
    await dialog.getByRole("button", { name: "Change Monday: by team" }).click();
    await dialog.getByLabel("Name").fill("By team");
    await dialog.getByRole("button", { name: "Save the changes" }).click();
    await dialog.getByRole("button", { name: "Remove By team" }).click();
    await seen(dialog.getByText("You have saved no view of this page yet."));
    await dialog.getByRole("button", { name: "Show everything" }).click();
    await expect.poll(async () => (await namesIn(page)).length, patient).toBe(15);
    expect(new URL(page.url()).search).toBe("");
    expect(faults).toEqual([]);
  });

  it("hears on what a figure stands by focus, and puts that away with Escape", async () => {
    const { page } = await open();
    await page.goto("/demo/portfolio");
    const number = page.getByRole("button", { name: /Return on investment \(net\)\. Explain/ });
    await number.focus();
    const tip = page.getByRole("tooltip");
    expect(await tip.textContent()).toMatch(
      /^Net of cost, since the first spend, up to .* Likely .* to .*\./,
    );
    expect(await number.getAttribute("aria-describedby")).toBe(await tip.getAttribute("id"));
    await page.keyboard.press("Escape");
    await gone(tip);
  });
});
