import type { MemberRole } from "@liftledger/contracts/access";
import type { Locator, Page } from "playwright-core";
import { endPretence, pretend, type Pretence } from "./pretended-answers.ts";
import { seen } from "./seen.ts";
import { signInWith } from "./sign-in-with.ts";
import type { Server } from "./start-server.ts";

/** A page of the demo, or a page with something open on it, as a person reaches it. */
export interface Station {
  name: string;
  /** The path, or how it is found on that server. */
  path: string | ((server: Server) => Promise<string>);
  /** What is there once the page can be read. */
  ready: (page: Page) => Locator;
  /** What one does there; resolves once the result can be seen. */
  open?: (page: Page) => Promise<void>;
  /** Whether it lies over the page, so that a picture shows the window and not the whole page. */
  isOverlay?: boolean;
  /** Only on a narrow or only on a wide screen. */
  only?: "narrow" | "wide";
  /** Whoever looks has this role; the admin's without. */
  as?: Exclude<MemberRole, "admin">;
  /** Of an organisation without anything in it: on a server on which nobody has begun. */
  isOfNothing?: true;
  /** How the server seems to fare from the first request on. */
  meets?: Pretence;
}

/** Whether a page is looked at while it still waits for an answer. */
export function waits({ meets }: Station): boolean {
  return meets?.answer === "never";
}

/** An initiative of the demo that has been judged, with costs and a frozen baseline. */
export const judgedInitiative = "Paid-search bid copilot";

/** Goes to a station and does what is to be done there. */
export async function goTo(page: Page, server: Server, station: Station): Promise<void> {
  const { meets } = station;
  await endPretence(page);
  await signInWith(page.context(), server, station.as);
  if (meets !== undefined) await pretend(page, meets);
  await page.goto(await pathOf(station, server), { waitUntil: "commit" });
  await seen(station.ready(page));
  await station.open?.(page);
}

let lastFound: Promise<unknown> = Promise.resolve();

/** One after another: a path may first make what it leads to, where another has not. */
function pathOf({ path }: Station, server: Server): Promise<string> {
  if (typeof path === "string") return Promise.resolve(path);
  const found = lastFound.then(() => path(server));
  lastFound = found.catch(() => undefined);
  return found;
}
