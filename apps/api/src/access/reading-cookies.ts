import type { Reading } from "@liftledger/contracts/reading";
import { readingOfMember } from "@liftledger/database/members";
import type { Context } from "@liftledger/use-cases/context";
import { defaultOrganisationId } from "@liftledger/use-cases/local/local-actor";
import type { Exchange } from "./exchange.ts";

/** By which the page is served in a person's language, and writes their numbers and days, before it knows who reads. */
export const languageCookie = "liftledger-language";
const localeCookie = "liftledger-locale";

const aYear = 31_536_000;

/** Has a person's browser keep how they read. */
export async function sendReading(ctx: Context, exchange: Exchange, personId: string): Promise<Reading> {
  const home = exchange.principal.homeOrganisationId ?? defaultOrganisationId;
  const reading = await readingOfMember(ctx.db.read, home, personId);
  sendReadingCookies(exchange, reading);
  return reading;
}

/** Sends what the browser does not keep so already. */
export function sendReadingCookies({ cookie = "", sendCookies }: Exchange, reading: Reading): void {
  const wanted = { [languageCookie]: reading.language, [localeCookie]: reading.locale };
  const kept = new Map(
    cookie.split("; ").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [name, value] as const;
    }),
  );
  const changed = Object.entries(wanted).filter(([name, value]) => (kept.get(name) ?? null) !== value);
  sendCookies(
    changed.map(([name, value]) =>
      value === null
        ? `${name}=; Path=/; Max-Age=0; SameSite=Lax`
        : `${name}=${value}; Path=/; Max-Age=${aYear}; SameSite=Lax`,
    ),
  );
}
