import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, inject, it } from "vitest";
import { openPage, type WatchedPage } from "./open-page.ts";
import { seen } from "./seen.ts";
import { startServer, type StartedServer } from "./start-server.ts";

let browser: Browser;
let server: StartedServer;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  server = await startServer();
  watched = await openPage(browser, server, { scheme: "light", width: 1440 });
});
afterAll(async () => {
  await watched.close();
  await browser.close();
  await server.stop();
});

it("chooses currency and time zone of an organisation, whose clock then tells the times of every page", async () => {
  const { page } = watched;
  await page.goto("/default/portfolio");
  await page.getByRole("button", { name: /^Organisation: / }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await seen(page.getByRole("heading", { level: 1, name: "Settings" }));
  await page.getByLabel("Name", { exact: true }).fill("Vance and Okoro");
  await page.getByRole("combobox", { name: "Currency" }).fill("CHF");
  await page.getByRole("option", { name: /^CHF/ }).click();
  await page.getByRole("combobox", { name: "Time zone" }).fill("Kolkata");
  await page.getByRole("option", { name: "Asia/Kolkata" }).click();
  await page.getByRole("button", { name: "Save the settings" }).click();
  await seen(page.getByText("The settings are saved."));
  await seen(page.getByRole("button", { name: "Organisation: Vance and Okoro. Switch" }));

  await page.getByRole("main").getByRole("link", { name: "Exchange rates" }).click();
  await seen(page.getByLabel("One is worth, in CHF"));
  await page.getByLabel("Currency", { exact: true }).fill("USD");
  await page.getByLabel(/^One is worth/).fill("0.8");
  await page.getByLabel("Source", { exact: true }).fill("The bank");
  await page.getByRole("button", { name: "Add the rate" }).click();
  await seen(page.getByText("The rate is added."));

  // Kolkata is half an hour off every clock of UTC, all year.
  await page.goto("/default/audit");
  const told = page.getByText(/\d{4}, \d\d:\d\d GMT\+5:30/).first();
  await seen(told);

  await page.goto("/default/settings");
  await page.getByRole("combobox", { name: "Currency" }).fill("EUR");
  await page.getByRole("option", { name: /^EUR/ }).click();
  await page.getByRole("button", { name: "Save the settings" }).click();
  await seen(page.getByText(/Money is counted in CHF here already: 1 exchange rate\./).first());
});
