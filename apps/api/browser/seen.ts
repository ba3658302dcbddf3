import { setTimeout as pause } from "node:timers/promises";
import type { Locator } from "playwright-core";

// Playwright's own waits look only every half second once a quarter of one has passed: when most pages are there.
const often = 50;
const patience = 15_000;

/** Waits until something can be seen. */
export async function seen(locator: Locator): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(often))
    if (await locator.isVisible()) return;
  // Says what it waited for.
  await locator.waitFor({ timeout: often });
}

/** Waits until nothing of the kind is there any more. */
export async function gone(locator: Locator): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(often))
    if ((await locator.count()) === 0) return;
  await locator.first().waitFor({ state: "detached", timeout: often });
}
