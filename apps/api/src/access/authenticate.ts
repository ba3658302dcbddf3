import { endpointPaths, type EndpointName, type EndpointPath } from "@liftledger/contracts/endpoint-paths";
import { NotFoundError } from "@liftledger/database/errors";
import { findMember, hasAdmin } from "@liftledger/database/members";
import type { Database } from "@liftledger/database/open-database";
import type { ActingSession, Actor } from "@liftledger/use-cases/context";
import { demoOrganisationId } from "@liftledger/use-cases/demo/delete-demo";
import { defaultOrganisationId } from "@liftledger/use-cases/local/local-actor";
import { ProblemError } from "@liftledger/use-cases/problem";
import { actorOfServiceKey } from "@liftledger/use-cases/service-keys/actor-of-service-key";
import type { Auth, KnownSession } from "./create-auth.ts";

/** So long after a sign-in a person may approve, hand out keys and change who may do what: a working day. */
const freshMilliseconds = 12 * 60 * 60 * 1000;

/** So long after it a person may sign a business case: who signs is at the keyboard now. */
const recentMinutes = 10;

/** Who asks, and where they are at home. */
export interface Principal {
  actor: Actor;
  session?: ActingSession;
  /** What is known of the person who signed in. */
  known?: KnownSession;
  /** Null for who is a member of nothing. */
  homeOrganisationId: string | null;
  /** Whether it is a service key. */
  isKey: boolean;
}

/** What a request says of who sends it. */
export interface Credentials {
  organisationId: string;
  authorization: string | undefined;
  cookie: string | undefined;
  now: string;
}

/** What deciding depends on. */
export interface AuthenticateDeps {
  readonly db: Database;
  readonly auth: Auth;
  /** Whether only this machine's user can reach the server, who may then look at the demo before it is set up. */
  readonly showsDemoToGuests: boolean;
}

const nobody: Principal = {
  actor: { personId: "nobody", name: "Nobody", role: "anyone" },
  homeOrganisationId: null,
  isKey: false,
};
const guest: Principal = { ...nobody, actor: { personId: "guest", name: "Guest", role: "viewer" } };

/**
 * Finds who sends a request and what they may do here. It is looked up at every request, so that a role, a session or
 * a key that was taken away counts from the next one on. A credential that does not count is as good as none.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  name: EndpointName,
  credentials: Credentials,
): Promise<Principal> {
  const { scope, role, needs }: EndpointPath = endpointPaths[name];
  const { authorization, cookie, now } = credentials;
  const home = homeOf(name, credentials.organisationId);
  if (authorization !== undefined) {
    const key = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
    const asked = { key, organisationId: home, now };
    // To ask who one is needs no scope.
    const actor = await actorOfServiceKey(deps.db, asked, role === "anyone" ? "any" : scope);
    if (actor === undefined) {
      throw new ProblemError(
        "sign-in-needed",
        "This service key does not count: it is unknown, ended or too old.",
      );
    }
    return { actor, homeOrganisationId: home, isKey: true };
  }
  const known = await deps.auth.sessionOf(cookie);
  if (known === null) return stranger(deps, name, credentials.organisationId);
  const principal = await principalOf(deps.db, known, { home, isDemo: home !== credentials.organisationId });
  if (principal === undefined) {
    if (role === "anyone") return nobody;
    throw new NotFoundError("organisation", credentials.organisationId);
  }
  if (needs === "fresh-session") refuseOldSession(known, now);
  if (needs === "recent-sign-in") refuseLongAgo(known, now);
  return principal;
}

/** Who has given no credential: a guest of the demo where that is allowed, else nobody. */
async function stranger(
  { db, showsDemoToGuests }: AuthenticateDeps,
  name: EndpointName,
  organisationId: string,
): Promise<Principal> {
  const { role, needs }: EndpointPath = endpointPaths[name];
  const asksWhoTheyAre = name === "getSession";
  const isOfTheDemo = organisationId === demoOrganisationId || name === "listOrganisations";
  const mayLook = asksWhoTheyAre || (role === "viewer" && needs === undefined && isOfTheDemo);
  if (!showsDemoToGuests || !mayLook) return nobody;
  return (await hasAdmin(db.read, defaultOrganisationId)) ? nobody : guest;
}

/** The person as a member of their organisation; undefined where they are none. In a demo every team is one's own. */
async function principalOf(
  db: Database,
  known: KnownSession,
  { home, isDemo }: { home: string; isDemo: boolean },
): Promise<Principal | undefined> {
  const { personId, name, sessionId, createdAt } = known;
  const member = await findMember(db.read, home, personId);
  if (member === undefined || member.removedAt !== null || member.joinedAt === null) {
    return undefined;
  }
  const { role, teamIds } = member;
  const actor: Actor = { personId, name, role, teamIds: isDemo ? "all" : teamIds };
  return { actor, session: { sessionId, createdAt }, known, homeOrganisationId: home, isKey: false };
}

/** The demo is home to nobody: there one has the role one has in the company's own organisation. */
function homeOf(name: EndpointName, organisationId: string): string {
  const isOfTheServer = name === "createDemo" || name === "deleteDemo";
  return isOfTheServer || organisationId === demoOrganisationId ? defaultOrganisationId : organisationId;
}

function refuseOldSession({ createdAt }: KnownSession, now: string): void {
  if (Date.parse(now) - Date.parse(createdAt) <= freshMilliseconds) return;
  throw new ProblemError(
    "sign-in-again",
    "You signed in a while ago. For this, sign in again: it hands out or changes rights, or approves.",
  );
}

function refuseLongAgo({ createdAt }: KnownSession, now: string): void {
  if (Date.parse(now) - Date.parse(createdAt) <= recentMinutes * 60_000) return;
  throw new ProblemError(
    "sign-in-again",
    `A signature wants a sign-in of the last ${recentMinutes} minutes: sign in again, then sign. What you read stays as it is.`,
  );
}
