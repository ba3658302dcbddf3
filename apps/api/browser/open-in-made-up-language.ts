import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { pseudoTranslation } from "../../web/texts/pseudo-translation.ts";
import { translationScript } from "../../web/texts/translations-plugin.ts";
import { openPageForVisits, type WatchedPage } from "./open-page.ts";
import type { Server } from "./start-server.ts";

/** A language that nobody speaks: "qps" is for private use. */
const language = "qps";
const catalogue = readFileSync(join(import.meta.dirname, "../../web/locales/liftledger.pot"), "utf8");
const script = translationScript(language, pseudoTranslation(catalogue));

/** A page on which one station after another is looked at, in the made-up language. */
export async function openInMadeUpLanguage(browser: Browser, server: Server): Promise<WatchedPage> {
  const watched = await openPageForVisits(browser, server, { scheme: "light", width: 1440 });
  await watched.page.addInitScript(`${script}
    document.addEventListener("DOMContentLoaded", () => { document.documentElement.lang = "${language}"; });`);
  return watched;
}
