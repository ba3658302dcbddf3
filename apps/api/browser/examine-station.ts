import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findContrastViolations, findViolations, type Where } from "./find-violations.ts";
import { changeView, type View, type WatchedPage } from "./open-page.ts";
import { settle } from "./photograph.ts";
import type { Server } from "./start-server.ts";
import { goTo, waits, type Station } from "./station.ts";

const desk: View = { scheme: "light", width: 1440 };
const phone: View = { scheme: "dark", width: 390 };

/**
 * Holds a station to axe in light and dark, wide and narrow, to no sideways scrolling at 320 px, and to no
 * error, no failing request and no other host. Structure is looked at once wide and once narrow; in the colours
 * of the other two views only contrast can differ.
 */
export async function examineStation(watched: WatchedPage, server: Server, station: Station): Promise<void> {
  const { page, faults } = watched;
  // What lies under an overlay is a station of its own.
  const where: Where = station.isOverlay === true ? "overlay" : "page";
  faults.splice(0);
  // Only narrow screens have some; the others are reached on a wide one and then made narrow.
  await changeView(page, station.only === "narrow" ? phone : desk);
  const settled = { waiting: waits(station) };
  await goTo(page, server, station);
  await settle(page, where, settled);
  expect(await findViolations(page, where)).toEqual([]);
  for (const view of otherViews(station)) {
    await changeView(page, view);
    await settle(page, where, settled);
    const find = view === phone ? findViolations : findContrastViolations;
    expect(await find(page, where), `${view.scheme} at ${view.width} px`).toEqual([]);
  }
  await changeView(page, { scheme: "light", width: 320 });
  // A chart takes its new width a moment after its place has.
  await expect
    .poll(() => sidewaysOverflow(page), { message: "pixels to the right of a 320 px screen", timeout: 5_000 })
    .toBe(0);
  expect(faults).toEqual([]);
}

function otherViews({ only }: Station): View[] {
  const contrast: View = { scheme: "light", width: 390 };
  return only === "narrow" ? [contrast] : [{ scheme: "dark", width: 1440 }, phone, contrast];
}

async function sidewaysOverflow(page: Page): Promise<number> {
  const overflow = `[document.documentElement, ...document.querySelectorAll("[role=dialog]")]
    .map((element) => element.scrollWidth - element.clientWidth)`;
  return Math.max(...((await page.evaluate(overflow)) as number[]));
}
