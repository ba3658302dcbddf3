import { setTimeout as pause } from "node:timers/promises";
import type { Browser, ConsoleMessage, Page, Request } from "playwright-core";
import { huntRaces } from "./hunt-races.ts";
import { pretendedHeader } from "./pretended-answers.ts";
import type { Server } from "./start-server.ts";

export type Scheme = "light" | "dark";

/** How a person looks at a page: in which colours, on how wide a screen. */
export interface View {
  scheme: Scheme;
  width: number;
}

/** The four views every page is held to. */
export const views: readonly View[] = [
  { scheme: "light", width: 1440 },
  { scheme: "dark", width: 1440 },
  { scheme: "dark", width: 390 },
  { scheme: "light", width: 390 },
];

/** A page that remembers what went wrong on it and what it asked for. */
export interface WatchedPage {
  page: Page;
  /** Errors and warnings of the console, requests that failed, and requests to another host. */
  faults: string[];
  /** Addresses of what was loaded, in order. */
  requests: string[];
  /** Resolves once nothing is asked for any more: an answer may lead to the next question. */
  isQuiet(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an empty page in a browser profile of its own: nothing stored but the session of the admin, English (UK), UTC,
 * nothing moves.
 */
export async function openPage(browser: Browser, server: Server, view: View): Promise<WatchedPage> {
  const { address } = server;
  const context = await browser.newContext({
    baseURL: address,
    colorScheme: view.scheme,
    viewport: { width: view.width, height: heightOf(view.width) },
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  await context.addCookies(cookiesOf(server));
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await huntRaces(page);
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (isFault(message)) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  const underWay = new Set<Request>();
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("request", (request) => {
    underWay.add(request);
    requests.push(request.url());
    if (!isOwn(request.url(), address)) faults.push(`another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    const isMeant = response.headers()[pretendedHeader] !== undefined;
    if (response.status() >= 400 && !isMeant) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    underWay.delete(request);
    const why = request.failure()?.errorText ?? "";
    // A page that is left stops asking for what it no longer needs.
    if (why !== "net::ERR_ABORTED") faults.push(`${why}: ${request.url()}`);
  });
  return { page, faults, requests, isQuiet: () => untilQuiet(page, underWay), close: () => context.close() };
}

async function untilQuiet(page: Page, underWay: ReadonlySet<Request>): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = underWay.size === 0 ? quiet + 1 : 0) {
    await pause(25);
    // A busy page asks its next question only once it has drawn what it was answered. One that is left is asked again.
    await page.evaluate(untilIdle).catch(() => undefined);
  }
}

const untilIdle = "new Promise((done) => requestIdleCallback(() => done(), { timeout: 1000 }))";

/** An answer of failure is told of by the answer itself, with whether it was meant. */
function isFault(message: ConsoleMessage): boolean {
  const isTold = message.text().startsWith("Failed to load resource: the server responded with a status of");
  return (message.type() === "error" || message.type() === "warning") && !isTold;
}

/** The session of somebody on a server, as a browser keeps it. */
export function cookiesOf({ address: url, cookie }: Server) {
  const pairs = cookie === "" ? [] : cookie.split("; ").map((pair) => pair.split(/=(.*)/s));
  return pairs.map(([name = "", value = ""]) => ({ name, value, url, httpOnly: true }));
}

/**
 * Opens a page for many visits: each begins with nothing stored, as in a profile of its own, but the browser need
 * not read the scripts anew.
 */
export async function openPageForVisits(browser: Browser, server: Server, view: View): Promise<WatchedPage> {
  const watched = await openPage(browser, server, view);
  await watched.page.addInitScript(`if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
    localStorage.clear();
    sessionStorage.clear();
  }`);
  return watched;
}

/** Shows an open page in another view, as turning the phone or the lights would. */
export async function changeView(page: Page, { scheme, width }: View): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: heightOf(width) });
}

function heightOf(width: number): number {
  return width < 700 ? 844 : 900;
}

function isOwn(url: string, address: string): boolean {
  return url.startsWith(`${address}/`) || url.startsWith("data:") || url.startsWith("blob:");
}
