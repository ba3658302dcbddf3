import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { pseudoTranslation } from "../../web/texts/pseudo-translation.ts";
import { translationScript } from "../../web/texts/translations-plugin.ts";
import { inMadeUpLanguage } from "./in-made-up-language.ts";
import { changeView, openPageForVisits, type WatchedPage } from "./open-page.ts";
import { settle } from "./photograph.ts";
import { goTo, waits } from "./station.ts";
import { stations } from "./stations.ts";
import { gatherTold, plainWords, tooWide } from "./untranslated.ts";

/** A language that nobody speaks: "qps" is for private use. */
const language = "qps";
const catalogue = readFileSync(join(import.meta.dirname, "../../web/locales/liftledger.pot"), "utf8");
const script = translationScript(language, pseudoTranslation(catalogue));

let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  watched = await openPageForVisits(browser, inject("server"), { scheme: "light", width: 1440 });
  await watched.page.addInitScript(`${script}
    document.addEventListener("DOMContentLoaded", () => { document.documentElement.lang = "${language}"; });`);
});
afterAll(() => browser.close());

describe("in another language", () => {
  it.each(stations)("$name shows no English but what it was told, and fits 320 px", async (station) => {
    const { page, faults, isQuiet } = watched;
    faults.splice(0);
    await changeView(page, { scheme: "light", width: station.only === "narrow" ? 390 : 1440 });
    const told = gatherTold(page);
    const where = station.isOverlay === true ? "overlay" : "page";
    const missed = async () => {
      await settle(page, where, { waiting: waits(station) });
      if (!waits(station)) await isQuiet();
      const words = await plainWords(page);
      const isTold = await told.known();
      return words.filter((one) => !isTold(one));
    };
    await goTo(inMadeUpLanguage(page, told.add), inject("server"), station);
    const wide = await missed();
    await changeView(page, { scheme: "light", width: 320 });
    const narrow = await missed();
    told.stop();
    expect({ wide, narrow, outside: await tooWide(page), faults }).toEqual({
      wide: [],
      narrow: [],
      outside: [],
      faults: [],
    });
  });
});
