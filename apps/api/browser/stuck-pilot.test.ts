import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { addDays } from "@liftledger/kpis/iso-date";
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

it("leads a stuck pilot from its finding over the roadmap to nothing that holds it up", async () => {
  const { page, faults } = watched;
  const { until: today } = await client.call("getGovernance", { query: {} });
  // Four months in Pilots: longer than the shortest, no longer than the longest.
  const { initiativeId } = await client.call("createInitiative", {
    body: {
      name: "Stuck copilot",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: addDays(today, 200) },
      owner: "Ada",
      team: "Tests",
      useCasePattern: "other",
      phase: "pilots",
      startedOn: addDays(today, -122),
      status: "active",
    },
  });

  // What is stuck is told among all, and leads to what was found.
  await page.goto("/default/governance");
  await page.getByRole("link", { name: "Stuck copilot" }).press("Enter");
  await seen(page.getByRole("heading", { level: 1, name: "Stuck in 1 way: Pilot-to-production chasm" }));
  await seen(page.getByText(/nobody is named to take it over in production/));

  // What usually helps becomes a task, once.
  await page.getByRole("button", { name: "Make a task of it: Governance" }).press("Enter");
  const planned = page.getByRole("link", { name: /^Name one accountable person/ });
  await seen(planned);
  expect(await page.getByRole("button", { name: "Make a task of it: Governance" }).count()).toBe(0);
  await planned.press("Enter");
  await seen(page.getByRole("heading", { level: 1, name: /^0 of 1 done; the last task is due on/ }));
  // Whoever leads the initiative leads it, and what shows it is the very sign it is against.
  await seen(page.getByText(/^Ada · /));
  await seen(page.getByText("Shown by: Somebody is named who takes it over in production."));

  // A day later by the arrow keys.
  const bar = page.getByRole("button", { name: /^Move Name one accountable person/ });
  await bar.press("ArrowRight");
  await seen(page.getByText(/Enter keeps it/));
  const moved = (await bar.getAttribute("aria-label")) ?? "";
  await bar.press("Enter");
  const startsOn = async () =>
    (await client.call("getRoadmap", { params: { initiativeId }, query: {} })).tasks[0]?.startsOn;
  await expect.poll(startsOn).toBe(addDays(today, 1));
  // The page knows the new version too: it is closed from that one.
  await seen(page.getByRole("button", { name: moved, exact: true }));

  // The mouse does the same: half the scale of the bar's own fourteen days is a week and more. It is taken back by a key.
  await page.getByRole("button", { name: /^Take the move back/ }).press("Enter");
  await expect.poll(startsOn).toBe(today);
  await page.getByRole("button", { name: moved, exact: true }).waitFor({ state: "detached" });
  // What is asked for after the move may still bring or take a line above the bar.
  await watched.isQuiet();
  const box = await bar.boundingBox();
  if (box === null) throw new Error("the bar is nowhere");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 2, y, { steps: 4 });
  await seen(page.getByText(/Enter keeps it/));
  await page.mouse.up();
  await expect.poll(startsOn).toBe(addDays(today, 7));
  await seen(page.getByText("It was moved."));

  // It is done in the world, and then in the ledger: closed with what shows it.
  await client.call("setProductionFacts", {
    params: { initiativeId },
    body: SetProductionFacts.parse({
      ...(examples.setProductionFacts.body as object),
      handOverOwner: "Tom Reed",
      securityReview: null,
      version: 0,
    }),
  });
  await page.reload();
  await seen(page.getByText(/^What it was made of is found no more: Pilot-to-production chasm/));
  await page.getByRole("button", { name: /^Close: Name one accountable person/ }).press("Enter");
  await page.getByLabel("Kind of evidence 1").selectOption("A file");
  await page.getByLabel("Reference of file 1").fill("minutes-of-the-hand-over.pdf");
  await page.getByRole("button", { name: "Close the task" }).press("Enter");
  await seen(page.getByRole("heading", { level: 1, name: "1 of 1 done" }));
  await seen(page.getByText("File: minutes-of-the-hand-over.pdf"));

  // Nothing holds it up any more.
  await page.getByRole("link", { name: "Findings", exact: true }).press("Enter");
  await seen(page.getByRole("heading", { level: 1, name: "Nothing is found that holds it up" }));
  expect(faults).toEqual([]);
}, 120_000);
