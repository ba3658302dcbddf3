import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { pseudoTranslation } from "../../web/texts/pseudo-translation.ts";
import { translationScript } from "../../web/texts/translations-plugin.ts";
import { examineStation } from "./examine-station.ts";
import { launchChromium } from "./launch-chromium.ts";
import { openPageForVisits, type WatchedPage } from "./open-page.ts";
import { stations } from "./stations.ts";

/** A language that nobody speaks: "qps" is for private use. */
const language = "qps";
const catalogue = readFileSync(join(import.meta.dirname, "../../web/locales/liftledger.pot"), "utf8");
const script = translationScript(language, pseudoTranslation(catalogue));

let browser: Browser;
/** Pages that no station is looked at on; as many are opened as stations are looked at at once. */
const free: WatchedPage[] = [];
beforeAll(async () => {
  // Of its own: what is said to a Chromium that others share goes through one more process.
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function openInMadeUpLanguage(): Promise<WatchedPage> {
  const watched = await openPageForVisits(browser, inject("server"), { scheme: "light", width: 1440 });
  await watched.page.addInitScript(`${script}
    document.addEventListener("DOMContentLoaded", () => { document.documentElement.lang = "${language}"; });`);
  return watched;
}

describe("every page, and everything that opens on one", () => {
  it.concurrent.each(stations)(
    "$name: axe finds nothing, nothing is untranslated, goes sideways or fails",
    async (station) => {
      const watched = free.pop() ?? (await openInMadeUpLanguage());
      try {
        await examineStation(watched, inject("server"), station);
      } finally {
        free.push(watched);
      }
    },
    60_000,
  );
});
