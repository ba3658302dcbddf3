import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "./launch-chromium.ts";
import { openPage, views, type View } from "./open-page.ts";
import { photograph, photographWindow } from "./photograph.ts";
import { startServer } from "./start-server.ts";
import { goTo, waits, type Station } from "./station.ts";
import { stations } from "./stations.ts";

// Takes every page and everything that opens on one, in light and dark, wide and narrow, on a demo made for it:
//   npm run screenshots -- [folder] [names of what to take]
// Ends with a non-zero code when a page met an error on the way, and for a name that is not there.

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../../test-results/gallery"));
await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(3);
const unknown = wanted.filter((name) => !stations.some((station) => station.name === name));
if (unknown.length > 0) throw new Error(`there is nothing to take named ${unknown.join(", ")}`);
const chosen = stations.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const [server, browser] = await Promise.all([startServer(), launchChromium()]);
const faults: string[] = [];
try {
  // What shows an organisation without anything in it comes before whatever brings something into it.
  const [empty, filled] = [true, false].map((isEmpty) =>
    chosen.filter(({ isOfNothing = false }) => isOfNothing === isEmpty),
  );
  for (const stationsOf of [empty ?? [], filled ?? []])
    for (const view of views) for (const station of stationsOf) await take(browser, station, view);
} finally {
  await browser.close();
  await server.stop();
}
process.stdout.write(`The gallery is in ${folder}\n${faults.map((fault) => `${fault}\n`).join("")}`);
process.exit(faults.length === 0 ? 0 : 1);

async function take(chromium: Browser, station: Station, view: View): Promise<void> {
  if (station.only !== undefined && (station.only === "narrow") !== view.width < 700) return;
  const watched = await openPage(chromium, server, view);
  const name = `${station.name}-${view.scheme}-${view.width}`;
  try {
    await goTo(watched.page, server, station);
    await (station.isOverlay ? photographWindow : photograph)(watched.page, folder, name, {
      waiting: waits(station),
    });
  } catch (error) {
    faults.push(`${name}: ${String(error)}`);
  }
  faults.push(...watched.faults.map((fault) => `${name}: ${fault}`));
  await watched.close();
}
