import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import type { Page } from "playwright-core";

// How late at most, in milliseconds, an answer of the API and a script come; how many times slower the browser reckons.
const { LIFTLEDGER_LATE_ANSWERS, LIFTLEDGER_LATE_SCRIPTS, LIFTLEDGER_SLOW_CPU, LIFTLEDGER_LATE_SEED } =
  process.env;
const lateAnswers = Number(LIFTLEDGER_LATE_ANSWERS ?? 0);
const lateScripts = Number(LIFTLEDGER_LATE_SCRIPTS ?? 0);
const slowness = Number(LIFTLEDGER_SLOW_CPU ?? 1);
const chance = seededRandom(Number(LIFTLEDGER_LATE_SEED ?? 1));

/**
 * Has a page fare as on a busy machine where the environment asks for it: what it waits for comes late, each thing by
 * another while, so that what depends on which of two comes first fails here and not once in a hundred runs.
 */
export async function huntRaces(page: Page): Promise<void> {
  if (lateAnswers > 0) await delay(page, "**/api/v1/**", lateAnswers);
  if (lateScripts > 0) await delay(page, "**/assets/*.js", lateScripts);
  if (slowness === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
}

/** Of the whole browser, so that what a test answers by itself on a page comes before it. */
async function delay(page: Page, paths: string, most: number): Promise<void> {
  await page.context().route(paths, async (route) => {
    await pause(chance.uniform() * most);
    // A page that was closed meanwhile asks for nothing.
    await route.continue().catch(() => undefined);
  });
}
