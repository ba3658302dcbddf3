import { insertServiceKey } from "@liftledger/database/service-keys";
import { inTransaction } from "@liftledger/database/transaction";
import { secretDigest } from "@liftledger/use-cases/access/secret";
import { describeOnEveryDatabase, type OpenFreshDatabase } from "@liftledger/database/testing/databases";
import { makeSetUpLink } from "@liftledger/use-cases/access/make-set-up-link";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { expect, it } from "vitest";
import { createDocumentedApp } from "../testing/documented-app.ts";
import { fakePerson } from "../testing/fake-person.ts";
import { openApp } from "../testing/open-app.ts";
import { signedIn } from "../testing/sign-in.ts";
import { testContext, testDeps } from "../testing/test-deps.ts";
import { totp } from "../testing/totp.ts";

const password = "copper lantern meadow";
const ada = { name: "Ada Vance", email: "Ada@vance.example" };

describeOnEveryDatabase("setting up and signing in", (open) => {
  it("is set up once, by the newest link the server printed, and is signed in to with the password", async () => {
    const { app, deps } = await freshApp(open);
    const first = (await makeSetUpLink(testContext(deps))).link;
    const second = (await makeSetUpLink(testContext(deps))).link;
    const person = fakePerson(app);
    expect(await person.get("/session")).toMatchObject({ body: { kind: "nobody", isSetUp: false } });
    expect(await person.get("/portfolio")).toMatchObject({ status: 401 });
    const setUp = (body: object) => person.post("/access-links/set-up", { ...ada, password, ...body });
    expect(await setUp({ token: first?.token })).toMatchObject({ status: 410 });
    const token = second?.token;
    const weak = await setUp({ token, password: "password1234" });
    expect(weak).toMatchObject({ status: 422, body: { details: [{ field: "password" }] } });
    expect(await setUp({ token })).toMatchObject({ status: 201 });
    expect(await person.get("/session")).toMatchObject({
      body: { kind: "signed-in", name: "Ada Vance", email: "ada@vance.example", role: "admin" },
    });
    expect(await person.get("/portfolio")).toMatchObject({ status: 200 });
    expect(await setUp({ token })).toMatchObject({ status: 410 });
    expect((await makeSetUpLink(testContext(deps))).link).toBeNull();
    const other = fakePerson(app);
    const wrong = await other.post("/session", { email: ada.email, password: "wrong" });
    const unknown = await other.post("/session", { email: "nobody@vance.example", password: "wrong" });
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body]);
    expect(await other.post("/session", { email: ada.email.toUpperCase(), password })).toMatchObject({
      body: { next: "signed-in" },
    });
    expect(await other.get("/sessions")).toMatchObject({ body: { rows: [{}, {}] } });
    expect(await other.post("/session", { ...ada, password })).toMatchObject({ status: 422 });
    expect(await other.delete("/session")).toMatchObject({ status: 200 });
    expect(await other.get("/sessions")).toMatchObject({ status: 401 });
    expect(await actions(person)).toEqual(expect.arrayContaining(["setUp", "signIn", "signOut"]));
  });

  it("asks for a code once an authenticator app was confirmed, and takes a recovery code once", async () => {
    const { app, deps } = await freshApp(open);
    const token = (await makeSetUpLink(testContext(deps))).link?.token;
    const person = fakePerson(app);
    await person.post("/access-links/set-up", { ...ada, password, token });
    expect(await person.post("/account/two-factor", { password: "wrong" })).toMatchObject({ status: 401 });
    const { body: start } = await person.post("/account/two-factor", { password });
    expect(start.recoveryCodes).toHaveLength(10);
    expect(await person.post("/account/two-factor/confirmation", { code: "000000" })).toMatchObject({
      status: 401,
    });
    const code = totp(start.secret);
    expect(await person.post("/account/two-factor/confirmation", { code })).toMatchObject({ status: 200 });
    expect((await person.get("/session")).body).toMatchObject({ twoFactor: true });

    const phone = fakePerson(app);
    const step = await phone.post("/session", { email: ada.email, password });
    expect(step.body).toEqual({ next: "second-factor" });
    expect((await phone.get("/session")).body).toMatchObject({ kind: "nobody" });
    const recover = (recoveryCode: string) =>
      phone.post("/session/second-factor", { kind: "recovery", code: recoveryCode });
    expect(await recover("aaaaa-bbbbb")).toMatchObject({ status: 401 });
    expect(await recover(start.recoveryCodes[0])).toMatchObject({ status: 200 });
    expect((await phone.get("/session")).body).toMatchObject({ kind: "signed-in" });
    await phone.post("/session", { email: ada.email, password });
    expect(await recover(start.recoveryCodes[0])).toMatchObject({ status: 401 });
    const { body: renewed } = await person.post("/account/two-factor/recovery-codes", { password });
    expect(renewed.recoveryCodes).not.toContain(start.recoveryCodes[1]);

    const change = { current: password, next: "granite violin orchard" };
    expect(await person.put("/account/password", change)).toMatchObject({ status: 200 });
    expect(await person.post("/account/two-factor/end", { password: change.next })).toMatchObject({
      status: 200,
    });
    expect((await person.get("/sessions")).body.rows).toHaveLength(1);
    expect(await actions(person)).toEqual(
      expect.arrayContaining([
        "startTwoFactor",
        "confirmTwoFactor",
        "signIn",
        "makeRecoveryCodes",
        "changePassword",
        "stopTwoFactor",
      ]),
    );
  });

  it("takes a code of an authenticator app for one session, and a recovery code once of many at once", async () => {
    const { app, deps } = await freshApp(open);
    const token = (await makeSetUpLink(testContext(deps))).link?.token;
    const person = fakePerson(app);
    await person.post("/access-links/set-up", { ...ada, password, token });
    // Who is signed in has begun no sign-in whose second step this would be.
    const recovery = { kind: "recovery", code: "aaaaa-bbbbb" };
    expect(await person.post("/session/second-factor", recovery)).toMatchObject({ status: 401 });
    const { body: start } = await person.post("/account/two-factor", { password });
    const [confirming, next] = [totp(start.secret), totp(start.secret, 1)];
    await person.post("/account/two-factor/confirmation", { code: confirming });
    const begun = async () => {
      const phone = fakePerson(app);
      await phone.post("/session", { email: ada.email, password });
      return phone;
    };
    const verified = async (phone: FakePerson, kind: string, code: string) => {
      const { status, body } = await phone.post("/session/second-factor", { kind, code });
      return status === 200 ? "in" : `${status} ${body.detail}`;
    };
    const used = "401 This code was used already. Sign in again with the next one, in half a minute.";
    expect(await verified(await begun(), "authenticator", confirming)).toBe(used);
    const two = [await begun(), await begun()];
    const ended = await Promise.all(two.map((phone) => verified(phone, "authenticator", next)));
    expect(ended.toSorted()).toEqual([used, "in"]);
    const late = await begun();
    expect(await verified(late, "authenticator", next)).toBe(used);
    expect((await late.get("/session")).body).toMatchObject({ kind: "nobody" });

    const phones = [await begun(), await begun(), await begun()];
    const code = start.recoveryCodes[0];
    const taken = await Promise.all(phones.map((phone) => verified(phone, "recovery", code)));
    const gone = "401 This is none of the recovery codes that are left.";
    expect(taken.toSorted()).toEqual([gone, gone, "in"]);
  });

  it("keeps how one reads with the person: another browser is told at its sign-in", async () => {
    const { app, deps } = await freshApp(open);
    const token = (await makeSetUpLink(testContext(deps))).link?.token;
    const person = fakePerson(app);
    await person.post("/access-links/set-up", { ...ada, password, token });
    expect((await person.get("/session")).body.reading).toEqual({ language: null, locale: null });
    expect(person.cookies.has("liftledger-locale")).toBe(false);
    const reading = { language: "de", locale: "de-CH" };
    expect(await person.put("/account/reading", reading)).toMatchObject({ status: 200, body: reading });
    expect((await person.get("/session")).body.reading).toEqual(reading);
    expect(await person.put("/account/reading", { ...reading, locale: "de_CH" })).toMatchObject({
      status: 422,
      body: { details: [{ field: "locale", seen: "de_CH" }] },
    });
    const phone = fakePerson(app);
    await phone.post("/session", { email: ada.email, password });
    expect([phone.cookies.get("liftledger-language"), phone.cookies.get("liftledger-locale")]).toEqual([
      "de",
      "de-CH",
    ]);
    await person.put("/account/reading", { language: null, locale: null });
    await phone.get("/session");
    expect(phone.cookies.has("liftledger-language")).toBe(false);
    expect(await actions(person)).toContain("setReading");
  });

  it("stops guessing by the client's address, whatever headers it sends", async () => {
    const { app } = await freshApp(open);
    const statuses: number[] = [];
    const waits: (string | null)[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const headers = {
        "Content-Type": "application/json",
        "X-Forwarded-For": `10.0.0.${tries}`,
        "liftledger-client-address": `10.0.1.${tries}`,
      };
      const body = JSON.stringify({ email: "no address", password: "x" });
      const response = await app.request("/api/v1/session", { method: "POST", headers, body });
      statuses.push(response.status);
      waits.push(response.headers.get("Retry-After"));
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    expect(waits.map((wait) => Number(wait) > 0)).toEqual(statuses.map((status) => status === 429));
  });
});

describeOnEveryDatabase("people", (open) => {
  it("are let in by invitation, and lose what they lose from the next request on", async () => {
    const { app, deps } = await openApp(open);
    const admin = fakePerson(app);
    const { body: team } = await admin.post("/teams", { name: "Growth" });
    const rename = (version: number, name: string) => admin.patch(`/teams/${team.teamId}`, { version, name });
    expect(await rename(1, "Brand")).toMatchObject({ status: 200, body: { name: "Brand", version: 2 } });
    expect(await rename(1, "Sales")).toMatchObject({ status: 409 });
    expect(await rename(2, "Growth")).toMatchObject({ status: 200 });
    const wanted = { name: "Ben", email: "ben@example.test", role: "finance", teamIds: [team.teamId] };
    const { body: invited } = await admin.post("/people", wanted);
    expect(invited.person).toMatchObject({ state: "invited", role: "finance", teams: [{ name: "Growth" }] });
    expect(await admin.post("/people", { ...wanted, email: "BEN@example.test" })).toMatchObject({
      status: 409,
    });
    const { personId } = invited.person;
    const first = tokenOf(invited.invitation.link);
    const { body: again } = await admin.post(`/people/${personId}/access-link`);
    const token = tokenOf(again.link);

    const ben = fakePerson(app, "none=1");
    expect(await ben.post("/access-links/read", { token: first })).toMatchObject({ status: 410 });
    expect(await ben.post("/access-links/read", { token })).toMatchObject({
      body: { kind: "invitation", name: "Ben", email: "ben@example.test" },
    });
    const accept = { token, name: "Ben Okoro", password: "granite violin orchard" };
    expect(await ben.post("/access-links/password-reset", { token, password })).toMatchObject({
      status: 410,
    });
    expect(await ben.post("/access-links/invitation", accept)).toMatchObject({ status: 200 });
    expect(await ben.post("/access-links/invitation", accept)).toMatchObject({ status: 410 });
    expect(await ben.get("/audit-entries")).toMatchObject({ status: 200 });
    expect(await ben.get("/people")).toMatchObject({ status: 403 });

    const { version } = (await personOf(admin, personId)) ?? {};
    const demoted = await admin.patch(`/people/${personId}`, { version, role: "viewer" });
    expect(demoted).toMatchObject({ status: 200, body: { name: "Ben Okoro", role: "viewer" } });
    expect(await ben.get("/audit-entries")).toMatchObject({ status: 403 });
    expect(await ben.get("/portfolio")).toMatchObject({ status: 200 });
    expect(await admin.patch(`/people/${personId}`, { version, role: "finance" })).toMatchObject({
      status: 409,
    });

    const { body: handed } = await admin.post(`/people/${personId}/access-link`);
    expect(handed.kind).toBe("password-reset");
    const reset = { token: tokenOf(handed.link), password };
    expect(await ben.post("/access-links/password-reset", reset)).toMatchObject({ status: 200 });
    expect(await ben.get("/portfolio")).toMatchObject({ status: 401 });
    await ben.post("/session", { email: "ben@example.test", password });
    expect(await ben.get("/portfolio")).toMatchObject({ status: 200 });
    // A link that was handed out before somebody changed it by themselves chooses no other.
    const { body: unused } = await admin.post(`/people/${personId}/access-link`);
    await ben.put("/account/password", { current: password, next: "granite violin orchard" });
    const late = { token: tokenOf(unused.link), password };
    expect(await ben.post("/access-links/password-reset", late)).toMatchObject({ status: 410 });
    expect(await admin.delete(`/people/${personId}`)).toMatchObject({
      body: { state: "removed", email: null },
    });
    expect(await ben.get("/portfolio")).toMatchObject({ status: 401 });
    expect(await ben.post("/session", { email: "ben@example.test", password })).toMatchObject({
      status: 401,
    });
    expect(await actions(admin)).toEqual(expect.arrayContaining(["acceptInvitation", "resetPassword"]));
    const cookie = await signedIn(deps.db, { personId: "local-administrator", role: "admin" });
    expect(await fakePerson(app, cookie).get("/portfolio")).toMatchObject({ status: 200 });
  });

  it("are erased without a trace of name or address, and the chain stays whole", async () => {
    const { app, deps } = await openApp(open);
    const admin = fakePerson(app);
    const wanted = { name: "Zebulon Quist", email: "zebulon@quist.example", role: "viewer" };
    const { personId } = (await admin.post("/people", wanted)).body.person;
    expect(await admin.post(`/people/${personId}/erasure`)).toMatchObject({
      body: { name: "Erased person", email: null, state: "removed" },
    });
    expect(await admin.get("/audit-verification")).toMatchObject({ body: { kind: "whole" } });
    const { body: entries } = await admin.get("/audit-entries?limit=500");
    const { body: people } = await admin.get("/people");
    expect(JSON.stringify([entries, people])).not.toMatch(/zebulon|quist/i);
    const users = await deps.db.read.selectFrom("auth_users").select("email").execute();
    expect(users.map(({ email }) => email)).toEqual(["local-administrator@example.test"]);
  });

  it("cannot lock the organisation: its only admin stays one", async () => {
    const { app } = await openApp(open);
    const admin = fakePerson(app);
    const path = "/people/local-administrator";
    const only = { status: 409, body: { detail: expect.stringContaining("only admin") } };
    expect(await admin.patch(path, { version: 1, role: "finance" })).toMatchObject(only);
    expect(await admin.delete(path)).toMatchObject(only);
    expect(await admin.post(`${path}/erasure`)).toMatchObject(only);
  });

  it("sign in again before they hand out rights or approve, when they signed in long ago", async () => {
    const { app, deps } = await openApp(open);
    const signedInAt = "2026-06-23T23:59:00.000Z";
    const old = fakePerson(app, await signedIn(deps.db, { personId: "grace", role: "admin", signedInAt }));
    const again = { status: 403, body: { type: expect.stringMatching(/sign-in-again$/) } };
    expect(await old.post("/service-keys", { name: "x", scopes: ["read"], days: 1 })).toMatchObject(again);
    expect(await old.post("/people", { name: "x", email: "x@example.test", role: "admin" })).toMatchObject(
      again,
    );
    expect(await old.post("/baselines/x/freeze")).toMatchObject(again);
    expect(await old.get("/people")).toMatchObject({ status: 200 });
  });
});

describeOnEveryDatabase("service keys", (open) => {
  it("act within their scopes until they end, and are shown once", async () => {
    const { app, deps } = await openApp(open);
    const admin = fakePerson(app);
    const wanted = { name: "nightly", scopes: ["read", "log"], days: 30 };
    const { body: made } = await admin.post("/service-keys", wanted);
    const ask = (path: string, key: string = made.key, init: RequestInit = {}) =>
      app.request(`/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${key}` } });
    expect((await ask("/portfolio")).status).toBe(200);
    expect(await (await ask("/session")).json()).toEqual({ kind: "service-key", name: "nightly" });
    expect((await ask("/audit-entries")).status).toBe(403);
    expect((await ask("/service-keys")).status).toBe(403);
    expect((await ask("/portfolio", `${made.key.slice(0, -1)}~`)).status).toBe(401);
    expect((await ask("/portfolio", "llkey_")).status).toBe(401);
    const listed = (await admin.get("/service-keys")).body;
    expect(listed.rows).toMatchObject([{ name: "nightly", lastUsedOn: "2026-06-24", revokedAt: null }]);
    expect(JSON.stringify(listed)).not.toContain(made.key.split(".")[1]);
    const later = createDocumentedApp({ ...deps, now: () => "2026-07-25T00:00:00.000Z" });
    const headers = { Authorization: `Bearer ${made.key}` };
    expect((await later.request("/api/v1/portfolio", { headers })).status).toBe(401);
    await admin.delete(`/service-keys/${made.serviceKey.keyId}`);
    expect((await ask("/portfolio")).status).toBe(401);
  });

  it("are not made for some teams and for what is every team's", async () => {
    const { app, deps } = await openApp(open);
    const admin = fakePerson(app);
    const { teamId } = (await admin.post("/teams", { name: "Alpha" })).body;
    const wanted = { name: "rates", scopes: ["read", "approve"], teamIds: [teamId], days: 30 };
    expect(await admin.post("/service-keys", wanted)).toMatchObject({
      status: 422,
      body: { details: [{ field: "scopes", seen: "approve" }] },
    });
    const { body: made } = await admin.post("/service-keys", { ...wanted, teamIds: null });
    const retire = async (key: string) => {
      const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
      const init = { method: "POST", headers, body: "{}" };
      return (await app.request("/api/v1/kpis/none/retire", init)).status;
    };
    // Let in, as far as what it sent.
    expect(await retire(made.key)).toBe(422);
    // One that was made before this was refused.
    const { keyId: _keyId, ...kept } = made.serviceKey;
    const bound = { ...kept, keyId: "bound", digest: secretDigest("secret"), teamIds: [teamId] };
    await inTransaction(deps.db, (tx) => insertServiceKey(tx, "default", bound));
    expect(await retire("llkey_bound.secret")).toBe(403);
  });
});

async function freshApp(open: OpenFreshDatabase) {
  const deps = testDeps(await open());
  await ensureDefaultOrganisation(testContext(deps), { name: "Example", currency: "EUR" });
  return { app: createDocumentedApp(deps), deps };
}

type FakePerson = ReturnType<typeof fakePerson>;

async function actions(person: FakePerson): Promise<string[]> {
  const { body } = await person.get("/audit-entries?limit=500");
  return body.rows.map((entry: { action: string }) => entry.action);
}

async function personOf(admin: FakePerson, personId: string) {
  const { rows } = (await admin.get("/people")).body as { rows: { personId: string; version: number }[] };
  return rows.find((person) => person.personId === personId);
}

function tokenOf(link: string): string {
  return link.split("#")[1] ?? "";
}
