import type { InvitedPerson } from "@liftledger/contracts/access";
import { setPasswordHash } from "@liftledger/database/accounts";
import type { Database } from "@liftledger/database/open-database";
import { inTransaction } from "@liftledger/database/transaction";
import { makeLink } from "@liftledger/use-cases/access/access-link";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { createTeam } from "@liftledger/use-cases/teams/create-team";
import type { Hono } from "hono";
import type { Deps } from "../../app.ts";
import { createDocumentedApp } from "../documented-app.ts";
import { cookiesIn } from "../set-up.ts";
import { signedIn } from "../sign-in.ts";
import { testContext, testDeps } from "../test-deps.ts";
import { totp } from "../totp.ts";

export const soundPassword = "copper lantern meadow";
export const otherPassword = "granite violin orchard";

/** A person of a ledger under test, signed in. */
export interface Subject {
  personId: string;
  email: string;
  cookie: string;
}

/** A ledger with an admin in it, in which each request about accounts finds people and links of its own. */
export class AccessLedger {
  readonly db: Database;
  readonly app: Hono;
  /** What the server told its log. */
  readonly failures: unknown[] = [];
  readonly #deps: Deps;
  #passwordHash = "";
  #adminCookie = "";
  #count = 0;

  constructor(db: Database, singleSignOn: Deps["singleSignOn"] = null) {
    this.db = db;
    // Behind a proxy, so that each request may come from an address of its own: tries are limited by them.
    const onFailure = (error: unknown) => this.failures.push(error);
    this.#deps = { ...testDeps(db), proxies: 1, singleSignOn, onFailure };
    this.app = createDocumentedApp(this.#deps);
  }

  get adminCookie(): string {
    return this.#adminCookie;
  }

  async begin(): Promise<void> {
    const ctx = testContext(this.#deps);
    await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
    this.#passwordHash = await this.#deps.auth.hashPassword(soundPassword);
    const signedInAt = new Date().toISOString();
    this.#adminCookie = await signedIn(this.db, { personId: "ada", role: "admin", signedInAt });
  }

  /** Somebody new of finance, with the sound password. */
  async person(): Promise<Subject> {
    const personId = `p${++this.#count}`;
    const now = new Date().toISOString();
    const cookie = await signedIn(this.db, { personId, role: "finance", signedInAt: now });
    await inTransaction(this.db, (tx) => setPasswordHash(tx, personId, this.#passwordHash, now));
    return { personId, email: `${personId}@example.test`, cookie };
  }

  /** Somebody new with an authenticator app that they began with, or confirmed. */
  async personWithApp(isConfirmed: boolean): Promise<Subject & { code: string; recoveryCode: string }> {
    const person = await this.person();
    const begun = await this.#asked(person.cookie, "/account/two-factor", { password: soundPassword });
    const { secret, recoveryCodes } = (await begun.json()) as { secret: string; recoveryCodes: string[] };
    const recoveryCode = recoveryCodes[0] ?? "";
    if (isConfirmed) {
      const body = { code: totp(secret) };
      const confirmed = await this.#asked(person.cookie, "/account/two-factor/confirmation", body);
      return { ...person, cookie: cookiesIn(confirmed), code: totp(secret, 1), recoveryCode };
    }
    return { ...person, code: totp(secret), recoveryCode };
  }

  /** The cookies between the two steps of signing in. */
  async firstStepOf({ email }: Subject): Promise<string> {
    return cookiesIn(await this.#asked("", "/session", { email, password: soundPassword }));
  }

  async invited(): Promise<{ personId: string; email: string; token: string }> {
    const named = { email: `kim-${++this.#count}@example.test`, name: `Invited ${this.#count}` };
    const body = { ...named, role: "viewer", teamIds: [] };
    const response = await this.#asked(this.#adminCookie, "/people", body);
    const { person, invitation } = (await response.json()) as InvitedPerson;
    return { personId: person.personId, email: named.email, token: invitation.link.split("#")[1] ?? "" };
  }

  /** Takes somebody's access away. */
  async remove(personId: string): Promise<void> {
    const headers = { Cookie: this.#adminCookie };
    const response = await this.app.request(`/api/v1/people/${personId}`, { method: "DELETE", headers });
    if (!response.ok) throw new Error(`removing ${personId}: ${response.status} ${await response.text()}`);
  }

  async linkOf(kind: "set-up" | "password-reset", personId: string | null): Promise<string> {
    const ctx = testContext(this.#deps);
    const { token } = await inTransaction(this.db, (tx) => makeLink(ctx, tx, { kind, personId }));
    return token;
  }

  async teamId(): Promise<string> {
    return (await createTeam(testContext(this.#deps), { name: `Team ${++this.#count}` })).teamId;
  }

  async keyId(): Promise<string> {
    const wanted = { name: `Key ${++this.#count}`, scopes: ["read" as const], teamIds: null, days: 1 };
    return (await createServiceKey(testContext(this.#deps), wanted)).serviceKey.keyId;
  }

  /** An address that nobody tried from yet. */
  address(): string {
    const number = ++this.#count;
    return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  }

  async #asked(cookie: string, path: string, body: object): Promise<Response> {
    const headers = { "Content-Type": "application/json", Cookie: cookie, "X-Forwarded-For": this.address() };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await this.app.request(`/api/v1${path}`, request);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}
