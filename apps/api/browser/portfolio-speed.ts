import type { Portfolio } from "@liftledger/contracts/portfolio";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./launch-chromium.ts";
import { openPage } from "./open-page.ts";
import { clientOn, startServer, type Server } from "./start-server.ts";

// How quickly the portfolio of 1,000 initiatives answers a person, in Chromium: `npm run bench -- portfolio-page`.
// The page must have been built. Each line says the 75th percentile and its ratio to the goal: under 1 it is kept.

const initiatives = 1000;
const slow = { factor: 4, goal: 400 };
const usual = { factor: 1, goal: 200 };

/** The demo's answer with its rows again and again, each under a name of its own: it is the page that is measured. */
async function manyInitiatives(on: Server): Promise<Portfolio> {
  const portfolio = await clientOn(on, "demo").call("getPortfolio", { query: {} });
  const { length } = portfolio.rows;
  const rows = Array.from({ length: initiatives }, (_, place) => {
    const row = portfolio.rows[place % length];
    if (row === undefined) throw new Error("the demo has no initiatives");
    const copy = Math.floor(place / length);
    return { ...row, initiativeId: `${row.initiativeId}-${copy}`, name: `${row.name} ${copy}` };
  });
  const deciding = new Set(portfolio.needsDecision);
  const needsDecision = rows
    .filter((_, place) => deciding.has(portfolio.rows[place % length]?.initiativeId ?? ""))
    .map(({ initiativeId }) => initiativeId);
  const counts = { ...portfolio.counts, initiatives, needsDecision: needsDecision.length };
  return { ...portfolio, rows, needsDecision, counts };
}

interface Measured {
  /** Milliseconds from each press of a key or button until the next picture. */
  interactions: number[];
  longestTask: number;
}

async function measure(
  chromium: Browser,
  on: Server,
  portfolio: Portfolio,
  factor: number,
): Promise<Measured> {
  const { page, close } = await openPage(chromium, on, { scheme: "light", width: 1440 });
  await page.route("**/api/v1/portfolio*", (route) => route.fulfill({ json: portfolio }));
  await page.addInitScript(observe);
  await page.goto("/demo/portfolio");
  await page.getByRole("region", { name: "Table of initiatives" }).locator("tbody tr").nth(20).waitFor();
  await page.locator("canvas").first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: factor });
  await page.evaluate("window.measured = { interactions: {}, longestTask: 0 }");
  for (let round = 0; round < 3; round += 1) await useThePage(page);
  const { interactions, longestTask } = (await page.evaluate("window.measured")) as {
    interactions: Record<string, number>;
    longestTask: number;
  };
  await close();
  return { interactions: Object.values(interactions), longestTask };
}

/** Sorts, filters, groups, looks at a number and back, and scrolls through the table. */
async function useThePage(page: Page): Promise<void> {
  const table = page.getByRole("region", { name: "Table of initiatives" });
  for (const column of ["ROI", "Cost", "Initiative", "Status"]) {
    await table.getByRole("button", { name: column, exact: true }).click();
    await settled(page);
  }
  await page.getByLabel("Filter by name, team or owner").pressSequentially("copilot", { delay: 60 });
  await settled(page);
  for (let press = 0; press < 7; press += 1) await page.keyboard.press("Backspace", { delay: 60 });
  await settled(page);
  for (const show of [/^Needs a decision \d/, /^Too early \d/, /^All \d/]) {
    await page.getByRole("button", { name: show }).click();
    await settled(page);
  }
  await page.getByLabel("Group by").selectOption("team");
  await settled(page);
  await page.getByLabel("Group by").selectOption("");
  await page.mouse.wheel(0, 6000);
  await settled(page);
  await page.mouse.wheel(0, -6000);
  await settled(page);
}

const settled = (page: Page) => page.waitForTimeout(250);

/** By the browser's own clocks: an interaction lasts until the picture after it; a task is what blocks the page. */
const observe = `
  window.measured = { interactions: {}, longestTask: 0 };
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0)
        window.measured.interactions[interactionId] = Math.max(window.measured.interactions[interactionId] ?? 0, duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.measured.longestTask = Math.max(window.measured.longestTask, duration);
  }).observe({ type: "longtask" });
`;

function report({ factor, goal }: typeof usual, { interactions, longestTask }: Measured): boolean {
  const sorted = interactions.toSorted((a, b) => a - b);
  const p75 = sorted[Math.floor(sorted.length * 0.75)] ?? Number.NaN;
  const speed = factor === 1 ? "usual speed" : `${factor} times slower`;
  process.stdout.write(
    `${initiatives} initiatives, ${speed}: ${sorted.length} interactions of 16 ms and more, p75 ${p75} ms, longest ${sorted.at(-1)} ms, ` +
      `longest task ${Math.round(longestTask)} ms; ${(p75 / goal).toFixed(2)} of the goal of ${goal} ms\n`,
  );
  return p75 <= goal;
}

const [server, browser] = await Promise.all([startServer(), launchChromium()]);
let kept = true;
try {
  const portfolio = await manyInitiatives(server);
  for (const speed of [usual, slow])
    kept = report(speed, await measure(browser, server, portfolio, speed.factor)) && kept;
} finally {
  await browser.close();
  await server.stop();
}
process.exit(kept ? 0 : 1);
