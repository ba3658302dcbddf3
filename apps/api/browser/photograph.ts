import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Where } from "./find-violations.ts";
import { gone } from "./seen.ts";

/** Whether it is taken as it waits for an answer, which is not to come. */
interface Settled {
  waiting?: boolean;
}

/**
 * Takes the whole page. The window grows to the page's height, so that charts below the fold are drawn and what
 * is fixed to the window is as long as the page.
 */
export async function photograph(page: Page, folder: string, name: string, options?: Settled): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  // What comes into view may be drawn then, and be higher than what held its place: until nothing grows any more.
  if (before !== null)
    for (let height = 0, more = 4; more > 0; more--) {
      const needed = await page.locator("html").evaluate((element) => element.scrollHeight);
      if (needed === height) break;
      height = needed;
      await page.setViewportSize({ width: before.width, height });
      await settle(page, "page", options);
    }
  await settle(page, "page", options);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  if (before !== null) await page.setViewportSize(before);
}

/** Takes what the window shows, as for a dialog above a page. */
export async function photographWindow(
  page: Page,
  folder: string,
  name: string,
  options?: Settled,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await settle(page, "overlay", options);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/**
 * Until nothing is a skeleton any more, the letters are there and what came last has been painted. Under an
 * overlay lies what is drawn only when it comes into view: it is not waited for.
 */
export async function settle(
  page: Page,
  where: Where = "page",
  { waiting = false }: Settled = {},
): Promise<void> {
  const place = where === "page" ? "body" : "[role=dialog]";
  if (!waiting) await gone(page.locator(`${place} [aria-busy=true], ${place} .mantine-Skeleton-root`));
  await page.evaluate(untilStill);
}

// What goes on for ever, as a skeleton does, is not waited for.
const untilStill = `(async () => {
  const isMoving = () => document.getAnimations().some((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await document.fonts.ready;
  await frame();
  for (let frames = 0; frames < 60 && isMoving(); frames++) await frame();
  await frame();
})()`;
