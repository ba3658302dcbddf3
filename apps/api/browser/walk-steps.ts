import type { Locator, Page } from "playwright-core";
import { lastDay, addPeriods } from "@liftledger/kpis/period";
import { monthOf } from "@liftledger/kpis/iso-date";
import { startedOn, startWeek, valuedOn } from "../src/testing/walk.ts";
import { seen } from "./seen.ts";

/** One KPI a file feeds, as a person maps it: the sum of columns, by the sum of others or by the period. */
export interface MappedKpi {
  name: string;
  numerator: readonly string[];
  /** Left out for a total. */
  denominator?: readonly string[];
}

/** A file as a person imports it. */
export interface FileToImport {
  name: string;
  text: string;
  scope: string;
  kpis: readonly MappedKpi[];
}

export async function chooseFile(page: Page, { name, text }: FileToImport): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("File to import").setInputFiles(file);
  await seen(page.getByRole("heading", { name: "How to read it" }));
}

/** Says when, for whom and what is counted, whatever the page has guessed. */
export async function mapFile(page: Page, { scope, kpis }: FileToImport): Promise<void> {
  await page.getByLabel("Date", { exact: true }).selectOption("date");
  await page.getByLabel("Written as").selectOption("yyyy-MM-dd");
  await page.getByLabel("Counted by").selectOption("week");
  await page.getByLabel("A series for each").selectOption("");
  await page.getByLabel("Name of the series").fill(scope);
  await leaveOneKpi(page);
  for (const [index, kpi] of kpis.entries()) {
    if (index > 0) await page.getByRole("button", { name: "Another KPI from this file" }).click();
    await mapKpi(page, index, kpi);
  }
}

/** Asks what the import would change; waits for the answer. */
export async function preview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Preview what would change" }).click();
  await seen(page.getByRole("region", { name: "Totals of each series" }));
}

/** The guess may name several KPIs; one is kept to be overwritten. */
async function leaveOneKpi(page: Page): Promise<void> {
  const fields = page.getByRole("group", { name: "Numerator" });
  for (let left = await fields.count(); left > 1; left--)
    await page.getByRole("button", { name: "Leave this KPI out" }).first().click();
}

async function mapKpi(page: Page, index: number, kpi: MappedKpi): Promise<void> {
  await choose(page, page.getByRole("combobox", { name: "KPI", exact: true }).nth(index), kpi.name);
  const numerator = page.getByRole("group", { name: "Numerator" }).nth(index);
  const denominator = page.getByRole("group", { name: "Denominator" }).nth(index);
  await addUp(page, numerator, kpi.numerator);
  if (kpi.denominator !== undefined) await addUp(page, denominator, kpi.denominator);
}

async function addUp(page: Page, side: Locator, columns: readonly string[]): Promise<void> {
  await side.getByRole("combobox").first().selectOption("sum");
  const field = side.getByRole("combobox", { name: "Columns to add up" });
  // Backspace in the empty field takes away the last column that was guessed.
  for (let press = 0; press < 8; press++) await field.press("Backspace");
  for (const column of columns) await choose(page, field, column);
  await field.press("Escape");
}

/** Types a name into a searchable list, goes down to it and takes it, all by keys. */
async function choose(page: Page, field: Locator, name: string): Promise<void> {
  if ((await field.inputValue()) === name) return;
  await field.fill(name);
  const wanted = page.getByRole("listbox").getByRole("option", { name }).first();
  await seen(wanted);
  while ((await wanted.getAttribute("data-combobox-selected")) === null) await field.press("ArrowDown");
  await field.press("Enter");
}

/** What the preview says of the periods: "416" of "periods would be new". */
export async function fact(page: Page, words: string): Promise<string | null> {
  return page.getByText(words, { exact: true }).locator("xpath=preceding-sibling::*").textContent();
}

export interface StatedInitiative {
  name: string;
  kpi: string;
}

/** Says the outcome in one sentence and who answers for it. Does not send it. */
export async function sayOutcome(page: Page, wanted: StatedInitiative): Promise<void> {
  await seen(page.getByRole("heading", { level: 1, name: "State the outcome" }));
  await choose(page, page.getByRole("combobox", { name: "KPI", exact: true }), wanted.kpi);
  await page.getByLabel("Percent").fill("5");
  await page.getByLabel("By when").fill("2018-11-18");
  await page.getByLabel("Name", { exact: true }).fill(wanted.name);
  await page.getByLabel("Most like").selectOption("bidding-and-spend");
  await page.getByLabel("Accountable owner").fill("Ada Vance");
  await page.getByLabel("Team").fill("Media");
  await page.getByLabel("Phase").selectOption("pilots");
  await page.getByLabel("Started on").fill(startedOn);
}

/** The part of an initiative's page where it is set up, in view: it loads when one comes near it. */
export async function goToSetUp(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Set up", exact: true }).scrollIntoViewIfNeeded();
}

/** Claims the benefit on the series of a scope with everything finance must say. */
export async function claimBenefit(page: Page, series: string): Promise<void> {
  const step = page.getByRole("region", { name: "Set up: benefit" });
  await choose(page, step.getByRole("combobox", { name: "The number it moves" }), series);
  await step.getByLabel("Contribution margin").fill("40");
  await step.getByLabel("Our share").fill("100");
  await step.getByLabel("Confidence").fill("100");
  await step.getByLabel("Cashed").fill("100");
  await step.getByLabel("Approved by").fill("Finn Okoro");
  await step.getByRole("button", { name: "Claim the benefit" }).click();
}

const baselineStep = (page: Page) => page.getByRole("region", { name: "Set up: baseline" });

/** Drafts the baseline from the start the page proposes and uses it, for somebody else to freeze. */
export async function draftBaseline(page: Page): Promise<void> {
  const step = baselineStep(page);
  await step.getByRole("button", { name: "Draft a baseline" }).click();
  await step.getByRole("button", { name: "Use it, not frozen yet" }).click();
  await seen(step.getByText("drafted, not frozen yet", { exact: true }));
  await seen(step.getByText(/^Not frozen yet: .*You drafted it, so somebody else freezes it: .* may\.$/));
}

/** Freezes the draft that an initiative's page shows to a colleague of its author; then shows it to the author. */
export async function freezeBaseline(page: Page, colleague: Page): Promise<void> {
  await colleague.goto(page.url());
  await goToSetUp(colleague);
  const step = baselineStep(colleague);
  await step.getByRole("button", { name: "Freeze it" }).click();
  await seen(step.getByText(/Frozen .* digest [0-9a-f]{12}/));
  await showFrozen(page);
}

/** Freezes the draft of a series from the list of what waits for a colleague of its author; then shows it to the author. */
export async function approveBaseline(page: Page, colleague: Page, series: string): Promise<void> {
  await colleague.getByRole("link", { name: /^Approvals/ }).click();
  await colleague.getByText("For me to decide", { exact: true }).click();
  await colleague.getByRole("button", { name: `Freeze it: Baseline of ${series}` }).click();
  await seen(colleague.getByRole("status").getByText(`Approved: Baseline of ${series}`));
  await showFrozen(page);
}

async function showFrozen(page: Page): Promise<void> {
  await page.reload();
  await goToSetUp(page);
  await seen(baselineStep(page).getByText(/Frozen .* digest [0-9a-f]{12}/));
}

/** Asks for the baseline to be unfrozen without a reason, which is refused, then with one. */
export async function unfreezeBaseline(page: Page, reason: string): Promise<void> {
  const step = baselineStep(page);
  await step.getByRole("button", { name: /^Unfreeze the baseline of/ }).click();
  await step.getByRole("button", { name: "Unfreeze the baseline", exact: true }).click();
  await seen(step.getByText("Say why, in a few words"));
  await step.getByLabel(/^Why is the baseline of/).fill(reason);
}

/** 20,000 for each month from the start to the valuation date. */
export async function addYearOfCosts(page: Page): Promise<void> {
  const step = page.getByRole("region", { name: "Set up: costs" });
  await step.getByLabel("From").selectOption(monthOf(startedOn));
  await step.getByLabel("To and with").selectOption(monthOf(lastDay(addPeriods(startWeek, 51))));
  await step.getByLabel("Amount each month").fill("20000");
  await step.getByRole("button", { name: /^Add \d+ cost lines$/ }).click();
  await seen(step.getByRole("region", { name: "Cost lines" }));
}

/** What the card of a figure says below its number: "likely −12% to 34%". */
export async function figureDetail(page: Page, label: string): Promise<string | null> {
  return page.getByText(label, { exact: true }).locator("xpath=following-sibling::*[last()]").textContent();
}

/** Opens the explanation of a number and goes down to a number that was measured. */
export async function openFirstMeasured(dialog: Locator): Promise<void> {
  const closed = dialog.getByRole("button", { expanded: false });
  const leaves = closed.filter({ hasText: /measured, week/ });
  await seen(closed.first());
  while ((await leaves.count()) === 0)
    await closed
      .filter({ hasText: /from \d+ measured/ })
      .first()
      .click();
  await leaves.first().click();
}

/** Sets the date that counts, as one does in the field above the page, and waits for the answer. */
export async function valueOn(page: Page, date: string = valuedOn): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.url().includes(`until=${date}`)),
    page.getByLabel("Valued on").fill(date),
  ]);
}
