import { text } from "node:stream/consumers";
import { SetCaseSettings } from "@liftledger/contracts/business-case";
import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { NewCasePlan } from "@liftledger/contracts/case-plan";
import { problemKinds, problemType } from "@liftledger/contracts/errors";
import { caseSimulation } from "@liftledger/roi/business-case/case-simulation";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { demoCase } from "./demo-case.ts";
import { openPage, type WatchedPage } from "./open-page.ts";
import { gone, seen } from "./seen.ts";
import { clientOn } from "./start-server.ts";

const server = inject("server");
const client = clientOn(server, "default");
let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  watched = await openPage(browser, server, { scheme: "light", width: 1440 });
  await client.call("createInitiative", {
    body: {
      name: "Planned copilot",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
      owner: "Ada",
      team: "Tests",
      useCasePattern: "other",
      phase: "pilots",
      startedOn: "2026-01-05",
      status: "candidate",
    },
  });
});
afterAll(async () => {
  await watched.close();
  await browser.close();
});

/** All of it without a mouse: a field takes what is typed, a button Enter. */
const type = async (field: Locator, text: string) => field.fill(text);
const press = async (control: Locator) => control.press("Enter");
const lineButton = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name} `) });

/** A heading and three months, as a spreadsheet copies them. */
const pasteRow = `(() => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", "Deals\\t40\\t45\\t50\\n");
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
})()`;

it("writes a business case from a template by keys, loses nothing to a reload, a failure or a colleague, and asks for approval", async () => {
  const { page } = watched;
  await page.goto("/default/cases");
  await press(page.getByRole("link", { name: "Write a business case" }));
  await page.getByRole("heading", { level: 1, name: "Write a business case" }).waitFor();
  await page.getByLabel("Initiative").pressSequentially("Planned");
  await type(page.getByLabel("Name", { exact: true }), "Scored leads");
  await page.getByLabel("An empty plan").focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowDown");
  await type(page.getByLabel(/^Discount rate/), "10");
  await type(page.getByLabel("Whose rate it is"), "The treasury");
  await page.getByLabel("Whose rate it is").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Scored leads" }).waitFor();

  // The benefit: its volume as a row of a spreadsheet, everything else as one value.
  await press(lineButton(page, "More deals closed"));
  const value = (field: string) => page.getByLabel(`${field}, More deals closed`, { exact: true });
  await value("Volume").focus();
  await page.evaluate(pasteRow);
  const volumes = page.getByRole("region", { name: "Volume, More deals closed, over time" }).locator("input");
  expect(await volumes.nth(2).inputValue()).toBe("50");
  await type(value("Worth of one"), "1,250.50");
  await press(page.getByRole("button", { name: /^Say that it is wholly used/ }));
  await page.getByLabel("What More deals closed rests on").selectOption("measured");
  await type(page.getByLabel("Source of More deals closed"), "The sales system");

  await page.reload();
  await press(lineButton(page, "More deals closed"));
  expect(await volumes.nth(1).inputValue()).toBe("45");
  expect(await page.getByLabel("Source of More deals closed").inputValue()).toBe("The sales system");
  await page.getByText("Not saved yet: kept in this browser.").waitFor();

  // A failure of the server; then somebody else who saved first.
  const { status, title } = problemKinds.internal;
  const body = JSON.stringify({
    type: problemType("internal"),
    title,
    status,
    detail: "The request failed.",
  });
  await page.route("**/api/v1/cases/*/versions/*", (route) =>
    route.request().method() === "PUT"
      ? route.fulfill({ status, contentType: "application/problem+json", body })
      : route.continue(),
  );
  const save = page.getByRole("button", { name: "Save the plan" });
  await press(save);
  await page.getByRole("alert").getByText("The request failed.").waitFor();
  expect(await value("Worth of one").inputValue()).toBe("1,250.50");
  await page.unroute("**/api/v1/cases/*/versions/*");
  const caseId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const params = { caseId, number: 1 };
  const kept = await client.call("getCaseVersion", { params });
  const plan = { ...kept.plan, horizon: 24 };
  await client.call("changeCaseVersion", { params, body: { version: kept.version, plan } });
  await press(save);
  await page.getByRole("alert").getByText("Case, horizon: 36 months → 24 months").waitFor();
  await press(page.getByRole("button", { name: "Put my changes on top of theirs" }));
  expect(await page.getByLabel("For how many").inputValue()).toBe("24");
  expect(await volumes.nth(2).inputValue()).toBe("50");

  const person = (name: string) => page.getByRole("combobox", { name, exact: true });
  // Two costs are kept; each says where it comes from, and who stands for it.
  const costs = [
    "Security and compliance reviews",
    "Usage and tokens",
    "People who build",
    "Training",
    "Changing how",
    "Checking and mending",
  ];
  for (const name of costs) {
    await press(page.getByRole("button", { name: new RegExp(`^${name}`) }));
    await press(page.getByRole("button", { name: "Take this line away" }).last());
  }
  for (const name of ["Connecting it with the data and systems that are there", "Licences"]) {
    await press(lineButton(page, name));
    await type(page.getByLabel(`Amount, ${name}`, { exact: true }), "9,000");
    await page.getByLabel(`What ${name} rests on`).selectOption("measured");
    await type(page.getByLabel(`Source of ${name}`), "Offer 4711");
    await type(person(`Who stands for ${name}`), "Ada Vance");
  }
  await type(person("Who stands for More deals closed"), "Ada Vance");
  await type(person("Who stands for Difference it makes, More deals closed"), "Ada Vance");
  for (const field of await person("Who stands for it").all()) await type(field, "Ada Vance");
  await press(page.getByRole("button", { name: "Add a difference to Optimistic" }));
  const sideBySide = page.getByRole("region", { name: "Scenarios side by side" });
  // A difference without a number has no value, and none stands there either, not even while one is typed.
  await gone(sideBySide);
  await type(page.getByLabel("Difference it makes of More deals closed in Optimistic"), "120");
  await page.getByText("Nothing is missing: approval can be asked for.").waitFor();
  // The figures follow a moment after the last key, and the first that stand there are those of what was typed.
  const figures = sideBySide.getByRole("row").nth(1);
  await expect.poll(async () => new Set(await figures.getByRole("cell").allInnerTexts()).size).toBe(3);
  const live = await figures.getByRole("cell").allInnerTexts();

  await press(page.getByRole("button", { name: "Ask for approval" }));
  await page.getByText(/^It waits for/).waitFor();
  await page.getByText("40 from Start, 45 from").waitFor();
  // What stood beside the fields is what the server reckons.
  const { scenarios } = await client.call("evaluateCaseVersion", { params, query: {} });
  const worth = scenarios.map(({ totals: { cash } }) =>
    cash.kind === "whole" ? Math.round(Number(cash.adjusted.netPresentValue)) : null,
  );
  expect(live.map((text) => Number(text.replace("−", "-").replaceAll(/[^\d-]/g, "")))).toEqual(worth);
});

it("begins a business case from the documented sheet, and says of a bad one which cells cannot be read", async () => {
  const { page } = watched;
  const choose = async (rows: string) =>
    page.setInputFiles("input[type=file]", {
      name: "plan.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows),
    });
  // What was made to fail before is told already.
  watched.faults.splice(0);
  await page.goto("/default/cases/new");
  await page.getByLabel("Initiative").selectOption({ label: "Planned copilot" });
  await type(page.getByLabel("Name", { exact: true }), "From a sheet");
  await page.getByLabel("A spreadsheet").check();
  await type(page.getByLabel(/^Discount rate/), "10");
  await type(page.getByLabel("Whose rate it is"), "The treasury");
  await press(page.getByRole("button", { name: "Begin the plan" }));
  await page.getByText("Choose a file that can be read").waitFor();
  const example = page.waitForEvent("download");
  await page.getByRole("link", { name: "this example" }).click();
  const sheet = await text(await (await example).createReadStream());
  await choose(sheet.replace("62400,62400,62400", "62400,many,62400"));
  await page.getByText("row 3, Year 2").waitFor();
  await choose(sheet);
  await page.getByText("2 benefits, 2 costs and 2 scenarios").waitFor();
  await press(page.getByRole("button", { name: "Begin the plan" }));
  await page.getByRole("heading", { level: 1, name: "From a sheet" }).waitFor();
  await seen(lineButton(page, "Fewer agency hours"));
  // The refused file and nothing else.
  expect(watched.faults.splice(0).filter((fault) => !/read-sheet|422/.test(fault))).toEqual([]);
});

it("asks of a case that spends little for value, cost and three scenarios alone", async () => {
  const { page } = watched;
  // Other cases of this file spend more than this.
  const rules = { version: 0, onePageBelow: "500", source: "Board paper 2026-07", approvedBy: "Grace Okoro" };
  await client.call("setCaseSettings", { body: SetCaseSettings.parse(rules) });
  const { rows } = await client.call("listInitiatives", { query: {} });
  const initiativeId = rows.find(({ name }) => name === "Planned copilot")?.initiativeId ?? "";
  const discountRate = { annual: "0.1", prices: "nominal", source: "The treasury", setBy: null };
  const frame = { currency: "EUR", start: "2027-01", period: "year", horizon: 1, discountRate };
  const scenarios = (["conservative", "optimistic"] as const).map((kind) => ({
    name: kind,
    kind,
    changes: [],
  }));
  const run = { kind: "recurring", from: 1 };
  const costs = [{ id: "seats", name: "Seats", owner: null, category: "licences", run, amount: [] }];
  const [benefit] = examplePlan.benefits;
  const value = { ...benefit?.value, kind: "money", gross: [{ from: 0, value: "900" }] };
  const { lift: _l, volume: _v, unitValue: _u, ...money } = value;
  const benefits = [{ ...benefit, run, owner: null, risk: null, assumptions: [], value: money }];
  const plan = NewCasePlan.parse({ ...frame, costs, benefits, scenarios });
  const { caseId } = await client.call("createCase", { body: { initiativeId, name: "A few seats", plan } });
  await page.goto(`/default/cases/${caseId}`);
  const amount = page.getByLabel("Amount, Seats", { exact: true });
  await type(amount, "900");
  // At 900 it is asked for who stands for it and where it comes from; at 300 no more.
  await seen(page.getByRole("combobox", { name: "Who stands for it" }).first());
  await type(amount, "300");
  await gone(page.getByRole("combobox", { name: "Who stands for it" }).first());
  await seen(page.getByText("It spends little: value, cost and three scenarios are enough."));
  await press(page.getByRole("button", { name: "Add a difference to optimistic" }));
  await type(page.getByLabel(/ in optimistic$/).last(), "120");
  await press(page.getByRole("button", { name: "Add a difference to conservative" }));
  await type(page.getByLabel(/ in conservative$/).last(), "80");
  await seen(page.getByText("Nothing is missing: approval can be asked for."));
  await press(page.getByRole("button", { name: "Ask for approval" }));
  await seen(page.getByText(/^It waits for/));
  const { terms } = await client.call("getCaseVersion", { params: { caseId, number: 1 } });
  expect(terms).toMatchObject({ isOnePage: true, spend: { amount: "300.00", currency: "EUR" } });
});

it("opens every step between plan and actual, and every number of a line, by keys down to its rows, and hands the focus back", async () => {
  const { page } = watched;
  const { rows } = await clientOn(server, "demo").call("listCases", { query: {} });
  const found = rows.find(({ name }) => name.startsWith("Personalised checkout"));
  await page.goto(`/demo/cases/${found?.caseId}?tab=actual`);
  const drawer = page.getByRole("dialog", { name: /^Explain: / });
  const opens = async (button: Locator) => {
    await button.focus();
    await page.keyboard.press("Enter");
    await seen(drawer.getByText("Who and when"));
    await page.keyboard.press("Escape");
    await gone(drawer);
    await expect.poll(() => button.evaluate((element) => element.matches(":focus"))).toBe(true);
  };
  for (const name of [
    "From what was planned to what came, step by step",
    "What came with what is still planned",
  ]) {
    const bars = page.getByRole("list", { name });
    await bars.waitFor();
    const steps = bars.getByRole("button");
    const count = await steps.count();
    expect(count).toBe(await bars.getByRole("listitem").count());
    for (let place = 0; place < count; place++) await opens(steps.nth(place));
  }
  const lines = page.getByRole("region", { name: "Plan and actual by line" }).getByRole("button");
  expect(await lines.count()).toBeGreaterThan(3);
  await opens(lines.nth(1));
  // Down to a row: the entry of the ledger, or the week that was logged.
  await lines.nth(1).press("Enter");
  const inputs = drawer.getByRole("button", { expanded: false });
  await inputs.first().press("Enter");
  await seen(drawer.getByText(/measured|assumption/).first());
  await page.keyboard.press("Escape");
  await gone(drawer);
});

it("shows what the package draws, of the plan that was saved, by the seed that the page names", async () => {
  const demo = clientOn(server, "demo");
  const caseId = await demoCase(demo);
  const { latestNumber } = await demo.call("getCase", { params: { caseId } });
  const { plan } = await demo.call("getCaseVersion", { params: { caseId, number: latestNumber } });
  const { page } = watched;
  await page.goto(`/demo/cases/${caseId}?tab=results`);
  const table = page.getByRole("region", { name: "What the runs come to" });
  // It is drawn when it comes into view.
  await page.getByRole("heading", { name: "What comes and goes" }).scrollIntoViewIfNeeded();
  await seen(table);
  const words = await page.getByText(/runs of .* with the seed/).innerText();
  const [, runs = "", seed = ""] = /^([\d,]+) runs of Base with the seed (\d+),/.exec(words) ?? [];
  const ownerless = <Line extends { assumptions: readonly object[] }>(lines: readonly Line[]) =>
    lines.map((line) => {
      const assumptions = line.assumptions.map((one: Line["assumptions"][number]) => ({
        ...one,
        ownerId: null,
      }));
      return { ...line, ownerId: null, assumptions };
    });
  const asSaved = { ...plan, benefits: ownerless(plan.benefits), costs: ownerless(plan.costs) };
  const drawn = caseSimulation(asSaved, { seed: Number(seed), runs: Number(runs.replaceAll(",", "")) });
  if (drawn.kind !== "simulation" || drawn.roi.kind !== "value")
    throw new Error("the plan was not simulated");
  const compact = {
    notation: "compact",
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
  } as const;
  const money = new Intl.NumberFormat("en-GB", { style: "currency", currency: plan.currency, ...compact });
  const percent = new Intl.NumberFormat("en-GB", { style: "percent" });
  for (const [name, found, format] of [
    ["Worth today", drawn.netPresentValue, money],
    ["Net benefit", drawn.netBenefit, money],
    ["Net return", drawn.roi, percent],
  ] as const) {
    const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    const cells = await row.getByRole("cell").allInnerTexts();
    const expected = [found.p10, found.p50, found.p90].map((one) => format.format(one).replace("-", "−"));
    expect(cells.slice(0, 3).map((text) => text.trim())).toEqual(expected);
  }
});

/** The tables of the demo's cases that are saved as files, by where they stand; the first tells that the page is there. */
const savedTables: Record<string, readonly string[]> = {
  "/demo/cases": ["Business cases"],
  "/demo/case-rules": ["Versions"],
  "Personalised checkout?tab=results": [
    "Figures by scenario",
    "Cash flows by period",
    "What each line would have to be",
    "It … money in",
  ],
  "Personalised checkout?tab=actual": ["Plan and actual by line", "Month by month"],
  "Personalised checkout?tab=plan": ["The plan"],
  "Chat assistant?tab=approval": ["What it comes to"],
};

it.each(Object.entries(savedTables))(
  "saves every table of %s as a file with all its rows",
  async (place, tables) => {
    const { page } = watched;
    const demo = clientOn(server, "demo");
    const [name = "", search = ""] = place.split("?");
    const { rows } = await demo.call("listCases", { query: {} });
    const caseId = rows.find((row) => row.name.startsWith(name))?.caseId;
    await page.goto(place.startsWith("/") ? place : `/demo/cases/${caseId}?${search}`);
    for (const table of tables) {
      const words = table.split("…").map((part) => part.trim());
      const button = page.getByRole("button", {
        name: new RegExp(`^Save as CSV: .*${words.join(".*")}`),
      });
      // What is far below loads when one comes near it.
      for (let tries = 0; tries < 40 && (await button.count()) === 0; tries += 1)
        await page.mouse.wheel(0, 600);
      await seen(button.first());
      const coming = page.waitForEvent("download");
      await button.first().click();
      const [head = "", ...lines] = (await text(await (await coming).createReadStream()))
        .trim()
        .split("\r\n");
      expect({ table, names: head.split(",").length > 2, rows: lines.length > 0 }).toEqual({
        table,
        names: true,
        rows: true,
      });
    }
    expect(await page.getByRole("button", { name: "Save as CSV", exact: true }).count()).toBe(0);
    expect(watched.faults.splice(0)).toEqual([]);
  },
);
