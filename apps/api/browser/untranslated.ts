import { thresholds } from "@liftledger/roi/governance/thresholds";
import type { Page, Response } from "playwright-core";
import { ownName, places } from "../../web/src/features/account/places.ts";

/** What a page was told: answers of the API so far, and what was typed into it. */
interface Told {
  add(words: string): void;
  /** Whether words are among it. */
  known(): Promise<(words: string) => boolean>;
  /** Days that the API wrote out in the manner of one place: how they are read is for the page, and its reader, to say. */
  writtenDays(): Promise<string[]>;
  stop(): void;
}

/**
 * Gathers what a page is told and no translation changes: data and recorded words of the API, a thing of them in the
 * plural, what is typed, and what the browser writes itself, such as the name of a month or of a currency.
 */
export function gatherTold(page: Page): Told {
  // The limits of the engine are recorded words too: the page of benchmarks reads them from it, not from the API.
  const answers: (string | Promise<string>)[] = [JSON.stringify(thresholds)];
  const hear = (response: Response) => {
    if (!new URL(response.url()).pathname.startsWith("/api/")) return;
    answers.push(response.text().catch(() => ""));
  };
  page.on("response", hear);
  return {
    add: (words) => answers.push(words),
    async known() {
      const told = spelled((await Promise.all(answers)).join("\n"));
      const isTold = (words: string) => told.includes(words) || told.includes(words.replace(/s$/, ""));
      // "approval and hour": two units of a KPI, named together by the engine. Names are listed by the browser.
      return (words) =>
        ofBrowser.test(words) ||
        words
          .split(monthsWithin)
          .flatMap((part) => spelled(part.trim()).split(/ (?:and|or) /))
          .every(isTold);
    },
    async writtenDays() {
      const said = (await Promise.all(answers)).join("\n").matchAll(writtenDay);
      return [...new Set([...said].map(([around]) => around))];
    },
    stop: () => page.off("response", hear),
  };
}

/** The API's own names, "add-benefit" and "addBenefit", are shown as words. */
function spelled(text: string): string {
  return text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_.]/g, " ")
    .toLowerCase();
}

const months = Array.from({ length: 12 }, (_, month) =>
  (["long", "short"] as const).map((style) =>
    new Intl.DateTimeFormat("en-GB", { month: style, timeZone: "UTC" }).format(Date.UTC(2026, month)),
  ),
).flat();
/** "…is due on 25 November 2026", "November 25, 2026". */
const writtenDay = new RegExp(
  `.{0,40}\\b(?:\\d{1,2} (?:${months.join("|")})|(?:${months.join("|")}) \\d{1,2},) \\d{4}\\b`,
  "g",
);
/** "the cost of August to October", where the sentence that was told has the months as 2026-08 to 2026-10. */
const monthsWithin = new RegExp(`\\b(?:${months.join("|")})\\b`);
// The third of January 2000 was a Monday.
const weekdays = Array.from({ length: 7 }, (_, day) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2000, 0, 3 + day)),
);
const agoWords = [
  "(day|week|month)s? ago",
  "today",
  "yesterday",
  "tomorrow",
  "(last|this|next) (week|month)",
];
/** Where a time zone lies: "Pacific/Auckland". */
const regions = Intl.supportedValuesOf("timeZone").map((zone) => zone.replace(/\/.*/, ""));
/** The name of the demo's currency. */
const currency = new Intl.DisplayNames("en-GB", { type: "currency" }).of("EUR") ?? "EUR";
/** Languages and places by their own names, which no translation changes. */
const ownNames = ["en", ...places].flatMap((place) => ownName(place).match(/[a-z][a-z’'-]*/gi) ?? []);
/** What the engine says of its steps, where a page has it reckon: recorded words, as the API's are. */
const engineWords = ["before rounding"];
const ofBrowser = new RegExp(
  `^(${[...months, ...weekdays, ...agoWords, ...engineWords, ...new Set(regions), ...ownNames, currency, "and", "or", "hrs", "mins", "liftledger"].join("|")}| )+$`,
  "i",
);

/**
 * What a page shows, or tells to a screen reader, in plain letters: in the made-up language each run of such letters
 * is data, or a text that no translation reached.
 */
export async function plainWords(page: Page): Promise<string[]> {
  const told = (await page.evaluate(everyText)) as string[];
  return [
    ...new Set(told.flatMap((text) => text.match(/[a-z][a-z’'-]*(?: [a-z][a-z’'-]*)*/gi) ?? [])),
  ].filter((words) => words.length > 2);
}

const everyText = `(() => {
  const texts = [document.title];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest(".visually-hidden, pre, code") === null;
  for (const element of document.querySelectorAll("body *")) {
    if (!seen(element)) continue;
    for (const name of ["aria-label", "title", "placeholder", "data-label", "aria-description"])
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
  }
  return texts;
})()`;

/** What is wider than the screen and in no region that scrolls by itself. */
export async function tooWide(page: Page): Promise<string[]> {
  return (await page.evaluate(everyTooWide)) as string[];
}

const everyTooWide = `(() => {
  const edge = document.documentElement.clientWidth + 1;
  const scrolls = (element) => element !== null && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  return document.documentElement.scrollWidth < edge ? [] : [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > edge && !scrolls(element.parentElement))
    .map((element) => element.className + ": " + element.textContent.slice(0, 60));
})()`;
