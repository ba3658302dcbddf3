import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openPage, type WatchedPage } from "./open-page.ts";
import { seen } from "./seen.ts";
import { clientOn } from "./start-server.ts";

const server = inject("server");
const client = clientOn(server, "default");
let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  watched = await openPage(browser, server, { scheme: "light", width: 1440 });
});
afterAll(async () => {
  await watched.close();
  await browser.close();
});

it("records what a gate asks for, loses nothing typed, and puts two people's changes together", async () => {
  const { page } = watched;
  const { initiativeId } = await client.call("createInitiative", {
    body: {
      name: "Handed over",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
      owner: "Ada",
      team: "Tests",
      useCasePattern: "other",
      phase: "foundation",
      startedOn: "2026-01-05",
      status: "active",
    },
  });
  const params = { initiativeId };
  const body = SetProductionFacts.parse(examples.setProductionFacts.body);
  const stored = () => client.call("getProductionFacts", { params, query: {} });

  // The gate leads to the fact that it misses.
  await page.goto(`/default/initiatives/${initiativeId}/gate`);
  await page.getByRole("link", { name: "See what is recorded of it: Is it answered where the data" }).click();
  await seen(page.getByRole("heading", { name: "What it needs in production is not recorded yet" }));
  await page.getByRole("button", { name: "Record what it needs" }).click();
  const residency = page.getByLabel("Where its data are kept and processed");
  await expect
    .poll(() => residency.evaluate((field) => field === field.ownerDocument.activeElement))
    .toBe(true);
  await residency.fill("In Ireland");
  await page.getByLabel("Who takes it over in production").fill("Linus");

  // What is typed survives a reload, and somebody else who was first.
  await page.reload();
  expect(await residency.inputValue()).toBe("In Ireland");
  await client.call("setProductionFacts", { params, body });
  await page.getByRole("button", { name: "Save what it needs" }).click();
  await seen(page.getByText(/saved version 1 since you began/));
  await seen(
    page.getByText(
      "You changed these too, and yours would take its place: Who takes it over in production; Where its data are kept and processed.",
    ),
  );
  expect((await stored()).version).toBe(1);
  await page.getByRole("button", { name: "Take up what stands now, and keep what I typed" }).click();
  expect(await page.getByLabel("Of how many who will use it").inputValue()).toBe("12");
  await page.getByRole("button", { name: "Save what it needs" }).click();
  // As many were recorded before: that it was saved is seen by its version.
  await expect.poll(async () => (await stored()).version).toBe(2);
  await seen(page.getByRole("heading", { name: "11 of 12 things that it needs in production are recorded" }));
  expect(await stored()).toMatchObject({
    residency: "In Ireland",
    handOverOwner: "Linus",
    trained: body.trained,
    securityReview: body.securityReview,
  });
  const versions = page.getByRole("region", { name: "Versions" });
  await seen(versions.getByText("Who takes it over in production", { exact: true }));
  await seen(versions.getByText("Where its data are kept and processed", { exact: true }));

  // An earlier version is read as it was known then, and cannot be changed there.
  await page.getByRole("link", { name: "Version 1" }).click();
  await seen(page.getByText(String(body.residency), { exact: true }));
  expect(await page.getByRole("button", { name: "Change what is recorded" }).count()).toBe(0);
}, 120_000);
