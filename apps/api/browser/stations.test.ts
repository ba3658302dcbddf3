import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findContrastViolations, findViolations, type Where } from "./find-violations.ts";
import { changeView, openPage, type View } from "./open-page.ts";
import { settle } from "./photograph.ts";
import { goTo, stations, type Station } from "./stations.ts";

const desk: View = { scheme: "light", width: 1440 };
const phone: View = { scheme: "dark", width: 390 };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

describe("every page and everything that opens on one", () => {
  it.each(stations)("$name: axe finds nothing, nothing goes sideways, nothing fails", async (station) => {
    // Only narrow screens have some; the others are reached on a wide one and then made narrow.
    const first = station.only === "narrow" ? phone : desk;
    const watched = await openPage(browser, inject("address"), first);
    const { page } = watched;
    try {
      await goTo(page, station);
      await settle(page);
      expect(await findViolations(page)).toEqual([]);
      for (const view of otherViews(station)) {
        await changeView(page, view);
        await settle(page);
        const find = view === phone ? findViolations : findContrastViolations;
        expect(await find(page, whereIn(station)), `${view.scheme} at ${view.width} px`).toEqual([]);
      }
      await changeView(page, { scheme: "light", width: 320 });
      expect(await sidewaysOverflow(page), "pixels to the right of a 320 px screen").toBe(0);
      expect(watched.faults).toEqual([]);
    } finally {
      await watched.close();
    }
  });
});

/** Structure is held to everything wide and narrow; the colours of the other two views to contrast. */
function otherViews({ only }: Station): View[] {
  const contrast: View = { scheme: "light", width: 390 };
  return only === "narrow" ? [contrast] : [{ scheme: "dark", width: 1440 }, contrast, phone];
}

/** What lies under an overlay is a station of its own; looking once through both is enough. */
function whereIn({ isOverlay }: Station): Where {
  return isOverlay === true ? "overlay" : "page";
}

async function sidewaysOverflow(page: Page): Promise<number> {
  const overflow = `[document.documentElement, ...document.querySelectorAll("[role=dialog]")]
    .map((element) => element.scrollWidth - element.clientWidth)`;
  return Math.max(...((await page.evaluate(overflow)) as number[]));
}
