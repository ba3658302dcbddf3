import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findContrastViolations, findViolations, type Where } from "./find-violations.ts";
import { inMadeUpLanguage } from "./in-made-up-language.ts";
import { changeView, type View, type WatchedPage } from "./open-page.ts";
import { settle } from "./photograph.ts";
import { sayAsMadeUp, sayInEnglish } from "./said-in-english.ts";
import type { Server } from "./start-server.ts";
import { goTo, waits, type Station } from "./station.ts";
import { sortableDays } from "./sortable-days.ts";
import { gatherTold, plainWords, tooWide } from "./untranslated.ts";

const smallest: View = { scheme: "light", width: 320 };

/**
 * Holds a station to all there is to hold one to, on one visit, in a page that speaks the made-up language:
 * - read as it is, wide and at 320 px, it shows no English but what it was told, and fits; its days are in the
 *   reader's manner, and the API leaves it to the page to say them so;
 * - said in English, axe finds nothing in light and dark, wide and narrow, and nothing goes sideways at 320 px;
 * - there is no error, no failing request and no other host.
 * Structure is looked at once wide and once narrow; in the colours of the other views only contrast can differ.
 */
export async function examineStation(watched: WatchedPage, server: Server, station: Station): Promise<void> {
  const { page, faults, isQuiet } = watched;
  // What lies under an overlay is a station of its own.
  const where: Where = station.isOverlay === true ? "overlay" : "page";
  const isStill = () => settle(page, where, { waiting: waits(station) });
  const told = gatherTold(page);
  const untranslated = async () => {
    if (!waits(station)) await isQuiet();
    const words = await plainWords(page);
    const isTold = await told.known();
    return words.filter((one) => !isTold(one));
  };
  const found: Record<string, string[]> = {};
  faults.splice(0);
  const [first, ...others] = looksAt(station);
  await changeView(page, first.view);
  await goTo(inMadeUpLanguage(page, told.add), server, station);
  await isStill();
  found[`English at ${first.view.width} px`] = await untranslated();
  found["days as they sort"] = await sortableDays(page);
  found["days that the API wrote out"] = await told.writtenDays();
  for (const { view, find } of [first, ...others]) {
    if (view !== first.view) {
      await changeView(page, view);
      await isStill();
    }
    if (await sayInEnglish(page)) await isStill();
    found[`axe in ${view.scheme} at ${view.width} px`] = await find(page, where);
  }
  await changeView(page, smallest);
  found["goes sideways at 320 px"] = await sidewaysOverflow(page);
  await sayAsMadeUp(page);
  await isStill();
  found["English at 320 px"] = await untranslated();
  found["wider than 320 px in longer words"] = await tooWide(page);
  told.stop();
  found["faults"] = faults;
  expect(Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0))).toEqual({});
}

interface Look {
  view: View;
  find: typeof findContrastViolations;
}

/** The views of a station, and what is asked of each: of the first and of the other width everything. */
function looksAt({ only }: Station): [Look, ...Look[]] {
  const wide: [Look, Look] = [
    { view: { scheme: "light", width: 1440 }, find: findViolations },
    { view: { scheme: "dark", width: 1440 }, find: findContrastViolations },
  ];
  const narrow: [Look, Look] = [
    { view: { scheme: "dark", width: 390 }, find: findViolations },
    { view: { scheme: "light", width: 390 }, find: findContrastViolations },
  ];
  // Only narrow screens have some; the others are reached on a wide one and then made narrow.
  return only === "narrow" ? narrow : [...wide, ...narrow];
}

/** How far it goes to the right of the screen, if it does: a chart takes its new width a moment after its place has. */
async function sidewaysOverflow(page: Page): Promise<string[]> {
  const overflow = `Math.max(...[document.documentElement, ...document.querySelectorAll("[role=dialog]")]
    .map((element) => element.scrollWidth - element.clientWidth))`;
  let pixels = 0;
  for (const end = Date.now() + 5_000; Date.now() < end; await pause(50)) {
    pixels = (await page.evaluate(overflow)) as number;
    if (pixels === 0) return [];
  }
  return [`${pixels} px`];
}
