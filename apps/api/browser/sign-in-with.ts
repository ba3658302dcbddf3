import { randomUUID } from "node:crypto";
import type { MemberRole } from "@liftledger/contracts/access";
import type { BrowserContext } from "playwright-core";
import { cookiesOf } from "./open-page.ts";
import { joinAs, type Server } from "./start-server.ts";

const names = { viewer: "Vera Lind", contributor: "Conrad Bauer", finance: "Fiona Reid" };
const joined = new Map<string, Promise<Server>>();
/** The browsers in which somebody else than the admin is signed in. */
const borrowed = new WeakSet<BrowserContext>();

/** Has a person of a role look at the pages of a browser; without one the admin again, where it was somebody else. */
export async function signInWith(
  context: BrowserContext,
  server: Server,
  role: Exclude<MemberRole, "admin"> | undefined,
): Promise<void> {
  if (role === undefined && !borrowed.has(context)) return;
  await context.addCookies(cookiesOf(role === undefined ? server : await personWith(server, role)));
  if (role === undefined) borrowed.delete(context);
  else borrowed.add(context);
}

/** One person a role, made when first asked for; other test files may have made theirs on the same server. */
function personWith(server: Server, role: Exclude<MemberRole, "admin">): Promise<Server> {
  const key = `${server.address} ${role}`;
  const known = joined.get(key);
  if (known !== undefined) return known;
  const person = joinAs(server, { name: names[role], email: `${randomUUID()}@vance.example`, role });
  joined.set(key, person);
  return person;
}
