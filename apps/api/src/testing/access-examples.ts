import type { accessPaths } from "@liftledger/contracts/access-paths";
import type { accessExampleIds } from "@liftledger/contracts/access-examples";
import { accessExamples } from "@liftledger/contracts/access-examples";
import { setPasswordHash } from "@liftledger/database/accounts";
import { inTransaction } from "@liftledger/database/transaction";
import { makeSetUpLink } from "@liftledger/use-cases/access/make-set-up-link";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { invitePerson } from "@liftledger/use-cases/people/invite-person";
import { makeAccessLink } from "@liftledger/use-cases/people/make-access-link";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { createTeam } from "@liftledger/use-cases/teams/create-team";
import type { Hono } from "hono";
import type { Deps } from "../app.ts";
import { createDocumentedApp } from "./documented-app.ts";
import { fakePerson } from "./fake-person.ts";
import { openSqlite } from "./open-sqlite.ts";
import { signedIn } from "./sign-in.ts";
import type { SignInServer } from "./sign-in-server.ts";
import { testContext, testDeps } from "./test-deps.ts";
import { totp } from "./totp.ts";

type Ids = Partial<Record<keyof typeof accessExampleIds, string>>;

/** What an example needs before it can run: who sends it, where, and what its ids stand for. */
export interface PreparedExample {
  ids: Ids;
  cookie?: string;
  app?: Hono;
}

const { password } = accessExamples.startTwoFactor.body as { password: string };

/** Makes what each example of access is about, anew for each, since most of them use it up. */
export function accessPreparations(app: Hono, deps: Deps, signInServer: SignInServer) {
  const ctx = testContext(deps);
  let people = 0;
  const invited = async () => {
    const email = `person-${++people}@example.test`;
    const wanted = { name: "Ben", email, role: "viewer" as const, teamIds: [] };
    const { person, link } = await invitePerson(ctx, wanted);
    return { personId: person.personId, token: link.token };
  };
  /** Somebody with a password, signed in without it. */
  const member = async () => {
    const personId = `member-${++people}`;
    const cookie = await signedIn(deps.db, { personId, role: "admin" });
    const hash = await deps.auth.hashPassword(password);
    await inTransaction(deps.db, (tx) => setPasswordHash(tx, personId, hash, deps.now()));
    return { personId, cookie };
  };
  const withAuthenticator = async () => {
    const { personId, cookie } = await member();
    const person = fakePerson(app, cookie);
    const { secret } = (await person.post("/account/two-factor", { password })).body;
    await person.post("/account/two-factor/confirmation", { code: totp(secret) });
    return { personId, person, secret };
  };
  const ofPerson = async (): Promise<PreparedExample> => ({ ids: { personId: (await invited()).personId } });
  const ofMember = async (): Promise<PreparedExample> => ({ ids: {}, cookie: (await member()).cookie });
  const ofTeam = async () => {
    const team = await createTeam(ctx, { name: `Team ${++people}` });
    return { ids: { teamId: team.teamId } };
  };
  const preparations: Partial<Record<keyof typeof accessPaths, () => Promise<PreparedExample>>> = {
    async signIn() {
      const other = await freshApp();
      const person = fakePerson(other.app);
      await person.post("/access-links/set-up", { ...accessExamples.setUp.body, token: other.token });
      return { ids: {}, app: other.app, cookie: "none=1" };
    },
    async verifySecondFactor() {
      const { personId, secret } = await withAuthenticator();
      const phone = fakePerson(app, "none=1");
      await phone.post("/session", { email: `${personId}@example.test`, password });
      // The one of this half minute was used to confirm the app.
      return { ids: { code: totp(secret, 1) }, cookie: cookieOf(phone) };
    },
    async beginSingleSignOn() {
      const { app: other } = await appWithSignInServer(signInServer);
      return { ids: {}, app: other, cookie: "none=1" };
    },
    async finishSingleSignOn() {
      const { app: other, email } = await appWithSignInServer(signInServer);
      const person = fakePerson(other, "none=1");
      const { body } = await person.post("/session/single-sign-on");
      const search = await signInServer.visit(body.address, { sub: "ada", email, email_verified: true });
      return { ids: { search }, app: other, cookie: cookieOf(person) };
    },
    signOut: ofMember,
    async readAccessLink() {
      const { token } = await invited();
      return { ids: { token }, cookie: "none=1" };
    },
    async setUp() {
      const { app: other, token } = await freshApp();
      return { ids: { token }, app: other, cookie: "none=1" };
    },
    async acceptInvitation() {
      const { token } = await invited();
      return { ids: { token }, cookie: "none=1" };
    },
    async resetPassword() {
      const { token } = await makeAccessLink(ctx, await member());
      return { ids: { token }, cookie: "none=1" };
    },
    async revokeSession() {
      const { personId, cookie } = await member();
      await signedIn(deps.db, { personId, role: "admin", token: "another-session" });
      return { ids: { sessionId: "session-another-session" }, cookie };
    },
    revokeOtherSessions: ofMember,
    setReading: ofMember,
    changePassword: ofMember,
    startTwoFactor: ofMember,
    async confirmTwoFactor() {
      const { cookie } = await member();
      const { body } = await fakePerson(app, cookie).post("/account/two-factor", { password });
      return { ids: { code: totp(body.secret) }, cookie };
    },
    stopTwoFactor: ofMember,
    async makeRecoveryCodes() {
      const { person } = await withAuthenticator();
      return { ids: {}, cookie: cookieOf(person) };
    },
    invitePerson: ofTeam,
    changePerson: ofPerson,
    removePerson: ofPerson,
    erasePerson: ofPerson,
    makeAccessLink: ofPerson,
    removeSecondFactor: ofPerson,
    renameTeam: ofTeam,
    createServiceKey: ofTeam,
    async revokeServiceKey() {
      const wanted = { name: "old", scopes: ["read" as const], teamIds: null, days: 1 };
      return { ids: { keyId: (await createServiceKey(ctx, wanted)).serviceKey.keyId } };
    },
  };
  return preparations as Partial<Record<string, () => Promise<PreparedExample>>>;
}

/** A server that lets people in by another one, as whom its one invited person would. */
async function appWithSignInServer(server: SignInServer) {
  const { db } = await openSqlite();
  const plain = testDeps(db);
  const deps = { ...plain, singleSignOn: server.signOn(plain.publicUrl) };
  const ctx = testContext(deps);
  await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
  const email = "ada@vance.example";
  await invitePerson(ctx, { name: "Ada Vance", email, role: "viewer", teamIds: [] });
  return { app: createDocumentedApp(deps), email };
}

function cookieOf({ cookies }: ReturnType<typeof fakePerson>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

/** A server that nobody has set up yet. */
async function freshApp() {
  const { db } = await openSqlite();
  const deps = testDeps(db);
  await ensureDefaultOrganisation(testContext(deps), { name: "Example", currency: "EUR" });
  const { link } = await makeSetUpLink(testContext(deps));
  return { app: createDocumentedApp(deps), token: link?.token ?? "" };
}
