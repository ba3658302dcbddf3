import type { accessPaths } from "@liftledger/contracts/access-paths";
import type { SessionState } from "@liftledger/contracts/access";
import { listTeams as listKeptTeams } from "@liftledger/database/teams";
import { hasAdmin } from "@liftledger/database/members";
import { acceptInvitation } from "@liftledger/use-cases/access/accept-invitation";
import { enterByIdentity } from "@liftledger/use-cases/access/enter-by-identity";
import { refuseWeakPassword } from "@liftledger/use-cases/access/password-rules";
import { readAccessLink } from "@liftledger/use-cases/access/read-access-link";
import { recordAccessEvent } from "@liftledger/use-cases/access/record-access-event";
import { resetPassword } from "@liftledger/use-cases/access/reset-password";
import { listSessions, revokeOtherSessions, revokeSession } from "@liftledger/use-cases/access/sessions";
import { countSignInTry, forgetSignInTries } from "@liftledger/use-cases/access/sign-in-tries";
import { setUp } from "@liftledger/use-cases/access/set-up";
import type { Context } from "@liftledger/use-cases/context";
import { defaultOrganisationId } from "@liftledger/use-cases/local/local-actor";
import { changePerson } from "@liftledger/use-cases/people/change-person";
import { erasePerson } from "@liftledger/use-cases/people/erase-person";
import { invitePerson } from "@liftledger/use-cases/people/invite-person";
import { listPeople } from "@liftledger/use-cases/people/list-people";
import { makeAccessLink } from "@liftledger/use-cases/people/make-access-link";
import { removePerson } from "@liftledger/use-cases/people/remove-person";
import { removeSecondFactor } from "@liftledger/use-cases/people/remove-second-factor";
import { ProblemError } from "@liftledger/use-cases/problem";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { listServiceKeys } from "@liftledger/use-cases/service-keys/list-service-keys";
import { revokeServiceKey } from "@liftledger/use-cases/service-keys/revoke-service-key";
import { createTeam } from "@liftledger/use-cases/teams/create-team";
import { listTeams } from "@liftledger/use-cases/teams/list-teams";
import { renameTeam } from "@liftledger/use-cases/teams/rename-team";
import type { Handler } from "../handlers.ts";
import { accountHandlers } from "./account-handlers.ts";
import { vouchedSignInPath } from "./create-auth.ts";
import { askAuth, withoutSession, type Exchange } from "./exchange.ts";
import { sendReading } from "./reading-cookies.ts";
import type { SingleSignOn } from "./single-sign-on.ts";

const done = { done: true } as const;
const wrongPassword = "This e-mail address and password do not go together.";

/** What answers the endpoints of access; a part of `handlers.ts`. */
export const accessHandlers: { readonly [Name in keyof typeof accessPaths]: Handler<Name> } = {
  getSession: (ctx, _request, exchange) => sessionState(ctx, exchange),
  async signIn(ctx, { body: { email, password } }, exchange) {
    const body = { email, password };
    const path = "/sign-in/email";
    await countSignInTry(ctx, email);
    const answer = await askAuth(exchange, { path, body, mismatch: wrongPassword, withCookie: false });
    await forgetSignInTries(ctx, email);
    if (answer["twoFactorRedirect"] === true) return { next: "second-factor" };
    await recordAccessEvent(ctx, { action: "signIn", ...personOf(answer) });
    await sendReading(ctx, exchange, personOf(answer).personId);
    return { next: "signed-in" };
  },
  async verifySecondFactor(ctx, { body: { kind, code } }, exchange) {
    const path = kind === "recovery" ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp";
    const mismatch =
      kind === "recovery"
        ? "This is none of the recovery codes that are left."
        : "This code does not match. A code counts for half a minute, and once.";
    const own = { ...exchange, cookie: withoutSession(exchange.cookie) };
    const answer = await askAuth(own, { path, body: { code }, mismatch });
    await recordAccessEvent(ctx, { action: "signIn", ...personOf(answer) });
    await sendReading(ctx, exchange, personOf(answer).personId);
    return done;
  },
  async beginSingleSignOn(ctx, _request, { singleSignOn, sendCookies, principal }) {
    const againAt = principal.known === undefined ? undefined : ctx.now;
    const { address, cookie } = await configured(singleSignOn).begin({ againAt });
    sendCookies([cookie]);
    return { address };
  },
  async finishSingleSignOn(ctx, { body: { search } }, exchange) {
    const { singleSignOn, cookie } = exchange;
    const finished = await configured(singleSignOn).finish({ search, cookie });
    exchange.sendCookies([finished.cookie]);
    const person = await enterByIdentity(ctx, finished.identity);
    const body = { personId: person.personId };
    await askAuth(exchange, { path: vouchedSignInPath, body, mismatch: "", withCookie: false });
    await recordAccessEvent(ctx, { action: "signIn", ...person });
    await sendReading(ctx, exchange, person.personId);
    return done;
  },
  async signOut(ctx, _request, exchange) {
    await askAuth(exchange, { path: "/sign-out", body: {}, mismatch: "" });
    const { personId, name } = ctx.actor;
    await recordAccessEvent(ctx, { action: "signOut", personId, name });
    return done;
  },
  readAccessLink: (ctx, { body }) => readAccessLink(ctx, body),
  async setUp(ctx, { body: { password, ...wanted } }, exchange) {
    await readLinkOf(ctx, wanted.token, "set-up");
    await refuseWeakPassword(password, [wanted.name, wanted.email]);
    const passwordHash = await exchange.auth.hashPassword(password);
    await setUp(ctx, { ...wanted, passwordHash });
    await signInWith(exchange, wanted.email, password);
    return done;
  },
  async acceptInvitation(ctx, { body: { password, ...wanted } }, exchange) {
    const link = await readLinkOf(ctx, wanted.token, "invitation");
    await refuseWeakPassword(password, [wanted.name, link.email ?? ""]);
    const passwordHash = await exchange.auth.hashPassword(password);
    const { email } = await acceptInvitation(ctx, { ...wanted, passwordHash });
    await signInWith(exchange, email, password);
    return done;
  },
  async resetPassword(ctx, { body: { password, token } }, exchange) {
    const link = await readLinkOf(ctx, token, "password-reset");
    await refuseWeakPassword(password, [link.name ?? "", link.email ?? ""]);
    const passwordHash = await exchange.auth.hashPassword(password);
    await resetPassword(ctx, { token, passwordHash });
    return done;
  },
  listSessions: (ctx, { query }) => listSessions(ctx, query),
  revokeSession: (ctx, { params }) => revokeSession(ctx, params),
  revokeOtherSessions: (ctx) => revokeOtherSessions(ctx),
  ...accountHandlers,
  listPeople: (ctx, { query }) => listPeople(ctx, query),
  async invitePerson(ctx, { body }, exchange) {
    const { person, link } = await invitePerson(ctx, body);
    return { person, invitation: { kind: "invitation", ...handedLink(exchange, link) } };
  },
  changePerson: (ctx, { params, body }) => changePerson(ctx, { ...params, ...body }),
  removePerson: (ctx, { params }) => removePerson(ctx, params),
  erasePerson: (ctx, { params }) => erasePerson(ctx, params),
  async makeAccessLink(ctx, { params }, exchange) {
    const { kind, ...link } = await makeAccessLink(ctx, params);
    return { kind, ...handedLink(exchange, link) };
  },
  removeSecondFactor: (ctx, { params }) => removeSecondFactor(ctx, params),
  listTeams: (ctx, { query }) => listTeams(ctx, query),
  createTeam: (ctx, { body }) => createTeam(ctx, body),
  renameTeam: (ctx, { params, body }) => renameTeam(ctx, { ...params, ...body }),
  listServiceKeys: (ctx, { query }) => listServiceKeys(ctx, query),
  createServiceKey: (ctx, { body }) => createServiceKey(ctx, body),
  revokeServiceKey: (ctx, { params }) => revokeServiceKey(ctx, params),
};

function configured(singleSignOn: SingleSignOn | null): SingleSignOn {
  if (singleSignOn !== null) return singleSignOn;
  throw new ProblemError("conflict", "No sign-in server of the company is configured here.");
}

async function sessionState(ctx: Context, exchange: Exchange): Promise<SessionState> {
  const { principal, singleSignOn } = exchange;
  const { actor, known, isKey } = principal;
  if (isKey) return { kind: "service-key", name: actor.name };
  if (known === undefined) {
    if (actor.role === "viewer") return { kind: "guest" };
    const isSetUp = await hasAdmin(ctx.db.read, defaultOrganisationId);
    return { kind: "nobody", isSetUp, singleSignOn: singleSignOn?.name ?? null };
  }
  const teams = await listKeptTeams(ctx.db.read, principal.homeOrganisationId ?? defaultOrganisationId);
  const { role, teamIds } = actor;
  if (role === "anyone") throw new Error("who signed in has a role");
  return {
    kind: "signed-in",
    personId: actor.personId,
    name: known.name,
    email: known.email,
    role,
    teams: teams.filter((team) => teamIds === "all" || teamIds?.includes(team.teamId) === true),
    twoFactor: known.twoFactor,
    reading: await sendReading(ctx, exchange, actor.personId),
    signedInAt: known.createdAt,
    singleSignOn: singleSignOn?.name ?? null,
  };
}

/** The link is looked at before a password is judged and hashed, so that nobody without one makes the server work. */
async function readLinkOf(ctx: Context, token: string, kind: string) {
  const link = await readAccessLink(ctx, { token });
  if (link.kind !== kind) throw new ProblemError("link-over", "This link is for something else.");
  return link;
}

async function signInWith(exchange: Exchange, email: string, password: string): Promise<void> {
  const body = { email, password };
  await askAuth(exchange, { path: "/sign-in/email", body, mismatch: wrongPassword, withCookie: false });
}

function personOf(answer: Record<string, unknown>): { personId: string; name: string } {
  const user = answer["user"] as { id: string; name: string };
  return { personId: user.id, name: user.name };
}

/** The token stands behind the "#", which no browser sends to any server, nor in a Referer. */
function handedLink({ publicUrl }: Exchange, { token, expiresAt }: { token: string; expiresAt: string }) {
  return { link: `${publicUrl}/access#${token}`, expiresAt };
}
