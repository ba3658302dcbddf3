import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import { judgedInitiative, type Station } from "../station.ts";

const initiativePage = {
  async path(server: Server) {
    const client = clientOn(server, "demo");
    const { rows } = await client.call("listInitiatives", { query: {} });
    const found = rows.find(({ name }) => name === judgedInitiative);
    return `/demo/initiatives/${found?.initiativeId ?? judgedInitiative}`;
  },
  ready: (page: Page) => page.getByRole("heading", { name: "Set up", exact: true }),
};
const baselinePage = {
  async path(server: Server) {
    const client = clientOn(server, "demo");
    const { rows } = await client.call("listInitiatives", { query: {} });
    const initiativeId = rows.find(({ name }) => name === judgedInitiative)?.initiativeId ?? judgedInitiative;
    const benefits = await client.call("listBenefits", { params: { initiativeId }, query: {} });
    return `/demo/initiatives/${initiativeId}/benefits/${benefits.rows[0]?.benefitId}/baseline`;
  },
  ready: (page: Page) => page.getByRole("button", { name: "Save as a draft" }),
};

/** An initiative of the demo that has been judged, and its baseline. */
export const initiativeStations: readonly Station[] = [
  { name: "initiative", ...initiativePage, open: goToSetUp },
  {
    name: "initiative-opened",
    ...initiativePage,
    async open(page) {
      await goToSetUp(page);
      const tables = page.getByRole("button", { name: /^Table: / });
      while ((await tables.count()) > 0) await tables.first().click();
      await page
        .getByRole("button", { name: /^Change the assumptions of / })
        .first()
        .click();
      await page.getByRole("button", { name: "Draft another baseline" }).first().click();
      await page
        .getByRole("button", { name: /^Unfreeze the baseline of / })
        .first()
        .click();
      await seen(page.getByText(/ are closed, and this would change their figures: /));
      await page.getByRole("button", { name: "Change what tells it" }).click();
      await page.getByRole("button", { name: "Add costs" }).click();
      await seen(page.getByLabel("Amount each month"));
    },
  },
  {
    name: "note-point",
    ...initiativePage,
    async open(page) {
      await choosePoint(page);
    },
  },
  {
    name: "note-at-point",
    ...initiativePage,
    async open(page) {
      await choosePoint(page);
      await page.getByRole("button", { name: /^Note what happened here: / }).click();
      const dialog = page.getByRole("dialog", { name: "Note what happened here" });
      await seen(dialog.getByLabel("On", { exact: true }));
    },
    isOverlay: true,
  },
  {
    name: "baseline",
    ...baselinePage,
    async open(page) {
      await page.getByLabel("Left out").selectOption({ index: 2 });
      await seen(page.getByRole("button", { name: /^Take .* in again$/ }));
      await seen(page.getByText(/left out because what they showed|left out because what it showed/).first());
      await page.getByRole("heading", { name: "In use and drafted" }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "baseline-controls",
    ...baselinePage,
    async open(page) {
      await page.getByRole("combobox", { name: "Compared with" }).click();
      await seen(page.getByText("Cannot be compared with"));
    },
  },
  {
    name: "new-benefit",
    ...initiativePage,
    async open(page) {
      await goToSetUp(page);
      await page.getByRole("button", { name: "Claim another benefit" }).click();
      await page.getByRole("button", { name: "It is not measured yet" }).click();
      await seen(page.getByRole("dialog", { name: "Add a KPI to log" }));
    },
    isOverlay: true,
  },
];

/** Down to where an initiative is set up, which loads when one comes near it. */
export async function goToSetUp(page: Page): Promise<void> {
  // A chart is drawn when it comes into view: past it, as a reader comes by, and not over it.
  await page.getByRole("heading", { name: /^What it moved/ }).scrollIntoViewIfNeeded();
  await seen(page.locator("canvas").nth(2));
  const used = page.locator("#who-uses-it");
  await used.scrollIntoViewIfNeeded();
  await seen(used.locator("button").first());
  await used.evaluate((card) => card.scrollIntoView({ block: "end" }));
  // Where no series tells it there is nothing to draw.
  if ((await used.locator(".figure-button").count()) > 0) await seen(used.locator("canvas"));
  await page.getByRole("heading", { name: "Set up", exact: true }).scrollIntoViewIfNeeded();
  await seen(page.getByRole("region", { name: "Set up: costs" }));
}

/** Chooses the tenth week of the KPI's chart by keyboard. */
async function choosePoint(page: Page): Promise<void> {
  await goToSetUp(page);
  await page
    .getByRole("button", { name: /^Note what happened at a point: / })
    .last()
    .click();
  await page.keyboard.press("Home");
  for (let step = 0; step < 9; step++) await page.keyboard.press("ArrowRight");
  await seen(page.getByRole("button", { name: /^Note what happened here: / }));
}
