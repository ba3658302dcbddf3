import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { examineStation } from "./examine-station.ts";
import { launchChromium } from "./launch-chromium.ts";
import { openInMadeUpLanguage } from "./open-in-made-up-language.ts";
import type { WatchedPage } from "./open-page.ts";
import { stations } from "./stations.ts";

let browser: Browser;
/** Pages that no station is looked at on; as many are opened as stations are looked at at once. */
const free: WatchedPage[] = [];
beforeAll(async () => {
  // Of its own: what is said to a Chromium that others share goes through one more process.
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe("every page, and everything that opens on one", () => {
  // In the own organisation of the server that all tests share there is something: `delete-demo.test.ts` has an empty one.
  it.concurrent.each(stations.filter(({ isOfNothing }) => isOfNothing !== true))(
    "$name: axe finds nothing, nothing is untranslated, goes sideways or fails",
    async (station) => {
      const watched = free.pop() ?? (await openInMadeUpLanguage(browser, inject("server")));
      try {
        await examineStation(watched, inject("server"), station);
      } finally {
        free.push(watched);
      }
    },
    60_000,
  );
});
