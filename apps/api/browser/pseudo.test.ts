import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { pseudoTranslation } from "../../web/texts/pseudo-translation.ts";
import { translationScript } from "../../web/texts/translations-plugin.ts";
import { openPage } from "./open-page.ts";
import { settle } from "./photograph.ts";
import type { Station } from "./station.ts";
import { stations } from "./stations.ts";
import { gatherTold, plainWords, tooWide } from "./untranslated.ts";

/** A language that nobody speaks: "qps" is for private use. */
const language = "qps";
const catalogue = readFileSync(join(import.meta.dirname, "../../web/locales/liftledger.pot"), "utf8");
const script = translationScript(language, pseudoTranslation(catalogue));
const server = inject("server");

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

/** Opens a page in the made-up language; the stations' own words are English, so what is ready shows by its heading. */
async function open(path: Station["path"]) {
  const { page, faults, close } = await openPage(browser, server, { scheme: "light", width: 1440 });
  onTestFinished(close);
  await page.addInitScript(script);
  const told = gatherTold(page);
  await page.goto(typeof path === "string" ? path : await path(server));
  await page.evaluate(`document.documentElement.lang = "${language}"`);
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  return { page, faults, told };
}

async function missedOn(page: Page, told: ReturnType<typeof gatherTold>): Promise<string[]> {
  const words = await plainWords(page);
  const isTold = await told();
  return words.filter((one) => !isTold(one));
}

/** Every page once: by how its path is found, or its path without what is asked of it. */
const pages = new Map(
  stations
    .map(({ name, path }) => [typeof path === "string" ? path.split("?")[0] : path, { name, path }] as const)
    .toReversed(),
);

describe("a page in another language", () => {
  it.each([...pages.values()])(
    "$name shows no English but what it was told, and fits 320 px",
    async ({ path }) => {
      const { page, faults, told } = await open(path);
      const wide = await missedOn(page, told);
      await page.setViewportSize({ width: 320, height: 844 });
      await settleAsFar(page);
      const narrow = await missedOn(page, told);
      expect({ wide, narrow, outside: await tooWide(page), faults }).toEqual({
        wide: [],
        narrow: [],
        outside: [],
        faults: [],
      });
    },
  );

  it("opens what lies over it in that language, too", async () => {
    const { page, faults, told } = await open("/demo/portfolio");
    for (const keys of ["Shift+?", "Control+K"]) {
      await page.keyboard.press(keys);
      await page.locator("[role=dialog]").waitFor();
      await settle(page, "overlay");
      expect({ keys, missed: await missedOn(page, told) }).toEqual({ keys, missed: [] });
      await page.keyboard.press("Escape");
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
    }
    await page.locator(".figure-button").first().click();
    await page.locator("[role=dialog]").waitFor();
    await settle(page, "overlay");
    expect(await missedOn(page, told), "Explain").toEqual([]);
    expect(faults).toEqual([]);
  });
});

/** What lies below the fold is drawn when it is seen: two frames are enough for what is to be read here. */
async function settleAsFar(page: Page): Promise<void> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  await page.waitForLoadState("networkidle");
}
