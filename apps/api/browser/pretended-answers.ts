import { problemKinds, problemType } from "@liftledger/contracts/errors";
import type { Page, Route } from "playwright-core";

/** What a server in trouble does with what it is asked: it lets one wait, it fails, or it is not there. */
export interface Pretence {
  /** The paths below `/api/v1` that it concerns. */
  paths: RegExp;
  answer: "never" | "fails" | "gone";
}

/** Told to those who watch for faults: this one is meant. */
export const pretendedHeader = "x-pretended";

// One pattern for all of them, so that they can be ended together and no other route of a test with them.
const everyCall = /\/api\/v1\//;

/** Has the server seem to wait or to fail from now on, whenever one of these paths is read. */
export async function pretend(page: Page, { paths, answer }: Pretence): Promise<void> {
  await page.route(everyCall, (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace("/api/v1", "");
    if (request.method() !== "GET" || !paths.test(path)) return route.fallback();
    // As a page that is left ends its requests: a lost one that no watcher takes for a fault.
    if (answer === "gone") return route.abort("aborted");
    return answer === "fails" ? failed(route) : undefined;
  });
}

/** The server is well again. */
export function endPretence(page: Page): Promise<void> {
  return page.unroute(everyCall);
}

/** A page asks again a second after a failure, and then after two more: nobody need wait for that. */
const askAgainAtOnce = `if (globalThis.asksAgainAtOnce !== true) {
  const wait = setTimeout;
  globalThis.setTimeout = (then, time, ...given) => wait(then, time === 1000 || time === 2000 ? 0 : time, ...given);
  globalThis.asksAgainAtOnce = true;
}`;

async function failed(route: Route): Promise<void> {
  // A page that has been left meanwhile asks no more.
  await route
    .request()
    .frame()
    .evaluate(askAgainAtOnce)
    .catch(() => undefined);
  const { status, title } = problemKinds.internal;
  const detail = "The request could not be completed. The server's log says why, under this request's id.";
  await route.fulfill({
    status,
    contentType: "application/problem+json",
    headers: { [pretendedHeader]: "yes", "X-Request-Id": "01a2b3c4-5d6e-4f70-8192-a3b4c5d6e7f8" },
    body: JSON.stringify({ type: problemType("internal"), title, status, detail }),
  });
}
