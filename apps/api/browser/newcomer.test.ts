import { addPeriods, firstDay, periodOf } from "@liftledger/kpis/period";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openPage, type WatchedPage } from "./open-page.ts";
import { gone, seen } from "./seen.ts";
import { startServer, type StartedServer } from "./start-server.ts";

/** What a person takes, in seconds: to read a page that is new to them, to find a control, to type a character. */
const pace = { page: 8, control: 3, character: 0.3 };
const fiveMinutes = 300;

/** Somebody at the page whose time is added up instead of waited for. */
function person() {
  let seconds = 0;
  return {
    seconds: () => seconds,
    async reads(landmark: Locator) {
      await seen(landmark);
      seconds += pace.page;
    },
    async clicks(control: Locator) {
      await control.click();
      seconds += pace.control;
    },
    async types(field: Locator, text: string) {
      await field.fill(text);
      seconds += pace.control + text.length * pace.character;
    },
    async picks(field: Locator, value: string) {
      await field.selectOption(value);
      seconds += 2 * pace.control;
    },
    /** Types into a searchable list, and takes what it finds. */
    async finds(page: Page, field: Locator, text: string) {
      await field.fill(text);
      await page.getByRole("option", { name: text }).first().click();
      seconds += 2 * pace.control + text.length * pace.character;
    },
  };
}

describe("a newcomer", () => {
  let browser: Browser;
  let server: StartedServer;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await chromium.connect(inject("browserEndpoint"));
    server = await startServer({ isSetUp: false });
    watched = await openPage(browser, server, { scheme: "light", width: 1440 });
  });
  afterAll(async () => {
    await watched.close();
    await browser.close();
    await server.stop();
  });

  it("has an initiative of their own that shows 1 of 8 weeks, within five minutes of the first start", async () => {
    const { page } = watched;
    const somebody = person();
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    const field = (name: string) => page.getByLabel(name, { exact: true });
    // The link as it was printed where the server was started.
    await page.goto(/http:\S+\/access#\S+/.exec(server.printed)?.[0] ?? "/");
    await somebody.reads(page.getByRole("heading", { name: "Make your account" }));
    await somebody.types(field("Name"), "Ada Vance");
    await somebody.types(page.getByLabel("E-mail"), "ada@vance.example");
    await somebody.types(field("Password"), "nine lamps over the harbour");
    await somebody.clicks(button("Make the account and sign in"));

    // The demo comes first, and says where one's own begins.
    await somebody.reads(page.getByRole("link", { name: "with one sentence" }));
    await somebody.clicks(page.getByRole("link", { name: "with one sentence" }));
    await somebody.reads(page.getByRole("heading", { name: /^State the outcome/ }));
    await somebody.finds(page, page.getByRole("combobox", { name: "KPI", exact: true }), "Conversion rate");
    await somebody.types(field("Percent"), "5");
    await somebody.types(field("Name"), "Checkout helper");
    await somebody.picks(field("Most like"), "personalisation");
    await somebody.types(field("Accountable owner"), "Ada Vance");
    await somebody.types(field("Team"), "Web shop");
    // Begun five weeks ago, so that its first week is ripe.
    const firstWeek = addPeriods(periodOf(new Date().toISOString().slice(0, 10), "week"), -5);
    await somebody.types(field("Started on"), firstDay(firstWeek));
    await somebody.clicks(button("Create the initiative"));

    await somebody.reads(page.getByRole("heading", { level: 1, name: "Checkout helper" }));
    await page.getByRole("heading", { name: "Set up", exact: true }).scrollIntoViewIfNeeded();
    const step = page.getByRole("region", { name: "Set up: benefit" });
    await somebody.clicks(step.getByRole("button", { name: "It is not measured yet" }));
    const dialog = page.getByRole("dialog", { name: "Add a KPI to log" });
    await somebody.types(dialog.getByLabel("Measured for"), "Web shop");
    await somebody.clicks(dialog.getByRole("button", { name: /^Add/ }));
    await gone(dialog);
    await somebody.types(step.getByLabel("Worth per conversion"), "40");
    await somebody.types(step.getByLabel("Our share"), "100");
    await somebody.types(step.getByLabel("Confidence"), "100");
    await somebody.types(step.getByLabel("Cashed"), "100");
    await somebody.clicks(step.getByRole("button", { name: "Claim the benefit" }));

    await somebody.clicks(page.getByRole("link", { name: "Log a week" }));
    await somebody.reads(button("Save week"));
    const title = page.getByRole("heading", { level: 1, name: /^Log the week of/ });
    const weekBefore = await title.innerText();
    await somebody.picks(page.getByLabel("Week", { exact: true }), firstWeek);
    await seen(title.filter({ hasNotText: weekBefore }));
    await somebody.types(page.locator("[data-cell='0-numerator']"), "120");
    await somebody.types(page.locator("[data-cell='0-denominator']"), "4000");
    await somebody.clicks(button("Save week"));
    await seen(page.getByText("Saved: 1 number logged."));

    await somebody.clicks(page.getByRole("link", { name: "Portfolio" }).first());
    await somebody.clicks(page.getByRole("link", { name: "Checkout helper" }).first());
    await somebody.reads(page.getByText(/1 of 8 weeks/).first());
    expect(somebody.seconds()).toBeLessThanOrEqual(fiveMinutes);
    expect(watched.faults).toEqual([]);
  });
});
