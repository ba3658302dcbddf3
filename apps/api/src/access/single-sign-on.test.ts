import { describeOnEveryDatabase, type OpenFreshDatabase } from "@liftledger/database/testing/databases";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDocumentedApp } from "../testing/documented-app.ts";
import { fakePerson } from "../testing/fake-person.ts";
import { openApp, testNow } from "../testing/open-app.ts";
import { startSignInServer, type Claims, type SignInServer } from "../testing/sign-in-server.ts";

const publicUrl = "http://localhost";
const ben = { sub: "ben-at-okta", email: "Ben@okoro.example", email_verified: true };

let okta: SignInServer;
beforeAll(async () => {
  okta = await startSignInServer();
});
afterAll(() => okta.stop());

async function openWithOkta(open: OpenFreshDatabase, changes?: Parameters<typeof okta.signOn>[1]) {
  const { deps, cookie } = await openApp(open);
  const app = createDocumentedApp({ ...deps, singleSignOn: okta.signOn(publicUrl, changes) });
  const admin = fakePerson(app, cookie);
  const { body: invited } = await admin.post("/people", {
    name: "Ben Okoro",
    email: "ben@okoro.example",
    role: "finance",
    teamIds: [],
  });
  return { app, admin, invited };
}

/** Begins here, signs in there, and comes back. */
async function signOn(person: ReturnType<typeof fakePerson>, as: Claims) {
  const { body } = await person.post("/session/single-sign-on");
  const search = await okta.visit(body.address, as);
  return person.post("/session/single-sign-on/answer", { search });
}

describeOnEveryDatabase("single sign-on", (open) => {
  it("lets in whom an admin invited, and knows them again though their address changed there", async () => {
    const { app, admin, invited } = await openWithOkta(open);
    const person = fakePerson(app);
    expect((await person.get("/session")).body).toMatchObject({ kind: "nobody", singleSignOn: "Okta" });
    expect(await signOn(person, ben)).toMatchObject({ status: 200 });
    const signedIn = { kind: "signed-in", name: "Ben Okoro", email: "ben@okoro.example", role: "finance" };
    expect((await person.get("/session")).body).toMatchObject(signedIn);
    const token = invited.invitation.link.split("#")[1];
    expect(await fakePerson(app).post("/access-links/read", { token })).toMatchObject({ status: 410 });

    const later = fakePerson(app);
    await signOn(later, { ...ben, email: "b.okoro@elsewhere.example" });
    expect((await later.get("/session")).body).toMatchObject(signedIn);
    const { body } = await admin.get("/audit-entries?limit=20");
    const actions = body.rows.map((entry: { action: string }) => entry.action);
    expect(actions.filter((action: string) => action === "bindIdentity")).toHaveLength(1);
    expect(actions).toEqual(expect.arrayContaining(["acceptInvitation", "signIn"]));

    const { personId } = invited.person;
    await admin.delete(`/people/${personId}`);
    expect((await later.get("/session")).body).toMatchObject({ kind: "nobody" });
    expect(await signOn(fakePerson(app), ben)).toMatchObject({ status: 401 });
  });

  it("lets nobody else of that server in as somebody, though their address became theirs, until they are removed and invited", async () => {
    const { app, admin, invited } = await openWithOkta(open);
    expect(await signOn(fakePerson(app), ben)).toMatchObject({ status: 200 });
    const heir = fakePerson(app);
    const refused = await signOn(heir, { ...ben, sub: "another-ben" });
    expect(refused).toMatchObject({ status: 401 });
    expect(refused.body.detail).toMatch(
      /^The account for Ben@okoro.example here belongs to somebody with another id/i,
    );
    expect((await heir.get("/session")).body).toMatchObject({ kind: "nobody" });
    await admin.delete(`/people/${invited.person.personId}`);
    const again = { name: "Ben Heir", email: "ben@okoro.example", role: "viewer", teamIds: [] };
    expect(await admin.post("/people", again)).toMatchObject({ status: 201 });
    expect(await signOn(heir, { ...ben, sub: "another-ben" })).toMatchObject({ status: 200 });
    expect((await heir.get("/session")).body).toMatchObject({ name: "Ben Heir", role: "viewer" });
    expect(await signOn(fakePerson(app), ben)).toMatchObject({ status: 401 });
  });

  it("lets nobody in who was not invited, nor by an address that the other server does not answer for", async () => {
    const { app } = await openWithOkta(open);
    const refusal = async (as: Claims) => (await signOn(fakePerson(app), as)).body.detail;
    const stranger = { sub: "eve", email: "eve@example.test", email_verified: true };
    expect(await refusal(stranger)).toMatch(/^There is no account for eve@example.test here/);
    expect(await refusal({ ...ben, sub: "" })).toMatch(/it calls you by an id that is none/);
    expect(await refusal({ ...ben, sub: "eve", email_verified: false })).toMatch(/does not answer for your/);
    expect(await refusal({ ...ben, sub: "eve", email_verified: undefined })).toMatch(
      /does not answer for your/,
    );
  });

  it("takes an address that is not said to be verified where that server's addresses are trusted", async () => {
    const { app } = await openWithOkta(open, { trustsEmail: true });
    const { email, sub } = ben;
    expect(await signOn(fakePerson(app), { email, sub, email_verified: false })).toMatchObject({
      status: 401,
    });
    expect(await signOn(fakePerson(app), { email, sub })).toMatchObject({ status: 200 });
  });

  it("refuses an answer to another browser, one given twice, and one that was changed on the way", async () => {
    const { app } = await openWithOkta(open);
    const person = fakePerson(app);
    const answer = (from: typeof person, search: string) =>
      from.post("/session/single-sign-on/answer", { search });
    const { body } = await person.post("/session/single-sign-on");
    const search = await okta.visit(body.address, ben);
    expect(await answer(fakePerson(app), search)).toMatchObject({
      status: 401,
      body: { detail: expect.stringMatching(/was begun elsewhere or took more than ten minutes/) },
    });
    expect(await answer(person, search.replace("state=", "state=x"))).toMatchObject({ status: 401 });
    expect(await answer(person, "?error=access_denied&error_description=You+said+no&state=x")).toMatchObject({
      status: 401,
    });
    expect(await answer(person, search)).toMatchObject({ status: 200 });
    expect(await answer(person, search)).toMatchObject({ status: 401 });
  });

  it("has who is signed in asked again there, and takes no earlier sign-in of that server for a new one", async () => {
    const { app } = await openWithOkta(open);
    const person = fakePerson(app);
    const first = await person.post("/session/single-sign-on");
    expect(new URL(first.body.address).searchParams.get("prompt")).toBeNull();
    await person.post("/session/single-sign-on/answer", {
      search: await okta.visit(first.body.address, ben),
    });
    const before = (await person.get("/session")).body;
    expect(before).toMatchObject({ kind: "signed-in", singleSignOn: "Okta" });

    const again = async (claims: Claims) => {
      const { body } = await person.post("/session/single-sign-on");
      const asked = new URL(body.address).searchParams;
      expect([asked.get("prompt"), asked.get("max_age")]).toEqual(["login", "0"]);
      const search = await okta.visit(body.address, { ...ben, ...claims });
      return person.post("/session/single-sign-on/answer", { search });
    };
    const now = Date.parse(testNow) / 1000;
    expect(await again({ auth_time: undefined })).toMatchObject({
      status: 401,
      body: { detail: expect.stringMatching(/^Okta does not say when it asked who you are/) },
    });
    expect(await again({ auth_time: now - 3600 })).toMatchObject({
      status: 401,
      body: { detail: expect.stringMatching(/^Okta let you in by an earlier sign-in/) },
    });
    expect((await person.get("/session")).body.signedInAt).toBe(before.signedInAt);
    expect(await again({ auth_time: now + 5 })).toMatchObject({ status: 200 });
    expect((await person.get("/session")).body).toMatchObject({ kind: "signed-in", name: "Ben Okoro" });
  });

  it("says that the other server does not answer", async () => {
    const { app } = await openWithOkta(open, { issuer: "http://127.0.0.1:9" });
    expect(await fakePerson(app).post("/session/single-sign-on")).toMatchObject({
      status: 401,
      body: { detail: expect.stringMatching(/^The sign-in with Okta did not succeed: /) },
    });
  });
});
