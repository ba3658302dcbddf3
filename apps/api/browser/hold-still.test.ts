import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openPage, openPageForVisits } from "./open-page.ts";
import { settle } from "./photograph.ts";
import { gone, seen } from "./seen.ts";
import { clientOn } from "./start-server.ts";
import { judgedInitiative } from "./station.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

/** The sum of all that moved by itself, as Lighthouse counts it, and what moved most. */
interface Shifts {
  sum: number;
  moved: string[];
}

// The answers come one after another, so that whatever pushes others down has the time to be seen doing it.
const apart = 30;

describe("while it loads", () => {
  it.for([1350, 412])("no page moves what is read at %i px", async (width) => {
    const watched = await openPageForVisits(browser, inject("server"), { scheme: "light", width });
    onTestFinished(() => watched.close());
    const { page } = watched;
    await page.addInitScript(watchShifts);
    let asked = 0;
    await page.route("**/api/v1/**", async (route) => {
      asked += 1;
      await pause(apart * asked);
      await route.continue();
    });
    for (const name of [
      "portfolio",
      "board",
      "log",
      "kpis",
      await anInitiative(),
      "governance",
      "cases",
      "periods",
    ]) {
      asked = 0;
      await page.goto(`/demo/${name}`);
      await seen(page.locator("main h1"));
      await gone(page.locator("main [aria-busy=true]"));
      await watched.isQuiet();
      // Charts wait until they come into view.
      await settle(page, "page", { waiting: true });
      const { sum, moved } = (await page.evaluate("shifts")) as Shifts;
      expect(asked, `answers that ${name} waited for`).toBeGreaterThan(2);
      expect(sum, `${name}: ${moved.join(", ")}`).toBeLessThanOrEqual(0.05);
    }
  });

  it("is told of what moves, or the tests above could not fail", async () => {
    const watched = await openPage(browser, inject("server"), { scheme: "light", width: 1350 });
    onTestFinished(() => watched.close());
    const { page } = watched;
    await page.addInitScript(watchShifts);
    await page.goto("/demo/kpis");
    await page.locator("main table").first().waitFor();
    await settle(page);
    await page.evaluate(
      `document.querySelector("main").insertAdjacentHTML("afterbegin", "<p>Late<br>and<br>long</p>")`,
    );
    await settle(page);
    const { sum } = (await page.evaluate("shifts")) as Shifts;
    expect(sum).toBeGreaterThan(0.02);
  });
});

async function anInitiative(): Promise<string> {
  const { rows } = await clientOn(inject("server"), "demo").call("listInitiatives", { query: {} });
  const judged = rows.find(({ name }) => name === judgedInitiative);
  return `initiatives/${judged?.initiativeId ?? ""}`;
}

const watchShifts = `globalThis.shifts = { sum: 0, moved: [] };
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (hadRecentInput) continue;
    shifts.sum += value;
    for (const { node, previousRect, currentRect } of sources) {
      const text = (node?.textContent ?? "").slice(0, 60);
      shifts.moved.push([value.toFixed(3), text, previousRect.top, "to", currentRect.top].join(" "));
    }
  }
}).observe({ type: "layout-shift", buffered: true });`;
