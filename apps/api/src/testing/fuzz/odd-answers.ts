import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import type { Claims, SignInServer } from "../sign-in-server.ts";
import type { AccessLedger } from "./access-ledger.ts";
import type { BrowserOfOne } from "./browser-of-one.ts";
import type { Chance } from "./chance.ts";
import { oddTexts, oddValues } from "./odd-texts.ts";

/** Somebody who comes back from the company's sign-in server, invited here and known there by a subject. */
export interface Comer {
  personId: string;
  email: string;
  subject: string;
  browser: BrowserOfOne;
}

/** What an answer of that server is drawn from: who comes back, somebody else, and what happened before. */
export interface Coming {
  ledger: AccessLedger;
  server: SignInServer;
  chance: Chance;
  comer: Comer;
  /** Somebody else of the company, whose account was there before. */
  other: { personId: string; email: string };
  /** Somebody else's browser. */
  elsewhere: BrowserOfOne;
  /** Has them come in once as it should be, which binds the identity to the person; by their own browser or another. */
  bind(by: BrowserOfOne): Promise<void>;
}

/** An answer as it is to be: what the server says of who signed in, and what is made of it on the way back. */
export interface OddAnswer {
  claims?: Claims;
  /** What stands in the answer with the tokens. */
  tokens?: (response: { body: Record<string, unknown> | ""; statusCode: number }) => void;
  /** What the browser brings back. */
  search?: (search: string) => string;
  /** Between the way there and the way back. */
  meanwhile?: () => Promise<void>;
  /** Whether it must be let in or refused; left out where either will do, as long as it is nobody else. */
  must?: "enter" | "be refused";
  /** Whether it comes twice, the second time with the cookie of the first. */
  twice?: boolean;
}

const refused = { must: "be refused" } as const;
const foreignKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Changes the ID token of an answer by its three parts. */
function withToken(change: (header: string, payload: string, signature: string) => string) {
  return ({ body }: { body: Record<string, unknown> | "" }) => {
    if (body === "") return;
    const [header = "", payload = "", signature = ""] = String(body["id_token"]).split(".");
    body["id_token"] = change(header, payload, signature);
  };
}

const tokenChanges: readonly ((header: string, payload: string, signature: string) => string)[] = [
  (header, payload) => `${header}.${payload}.`,
  (header, payload, signature) => `${header}.${payload}.${signature.split("").toReversed().join("")}`,
  (_, payload) => `${encoded({ alg: "none" })}.${payload}.`,
  (_, payload, signature) => `${encoded({ alg: "none" })}.${payload}.${signature}`,
  (header, payload) =>
    `${header}.${payload}.${sign("sha256", Buffer.from(`${header}.${payload}`), foreignKey).toString("base64url")}`,
  (_, payload) => {
    const signed = `${encoded({ alg: "HS256" })}.${payload}`;
    const secret = createHmac("sha256", "a secret of the two servers");
    return `${signed}.${secret.update(signed).digest("base64url")}`;
  },
  // The signature of what it was.
  (header, payload, signature) => {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims;
    return `${header}.${encoded({ ...claims, email_verified: true, amended: true })}.${signature}`;
  },
];

const hour = 3600;
const seconds = () => Math.floor(Date.now() / 1000);
const valuesAndTexts = [...oddValues, ...oddTexts];
/** What no server that keeps to OpenID Connect Core 1.0 (section 2) calls somebody. */
const isSubject = (value: unknown): value is string =>
  typeof value === "string" &&
  value !== "" &&
  value.length <= 255 &&
  value.isWellFormed() &&
  !/\p{Cc}/u.test(value);

/** The ways in which an answer is otherwise than it should be, each with what must become of it. */
export const oddAnswers: Readonly<Record<string, (coming: Coming) => OddAnswer | Promise<OddAnswer>>> = {
  "as it should be": () => ({ must: "enter" }),
  "no e-mail": () => ({ claims: { email: undefined }, ...refused }),
  "an e-mail that is not verified": ({ chance }) => ({
    claims: { email_verified: chance.oneOf([false, undefined, "true", 1, "false", null, {}]) },
    ...refused,
  }),
  "an e-mail in capitals": ({ comer }) => ({
    claims: { email: comer.email.toUpperCase() },
    must: "enter",
  }),
  "an e-mail in letters that only look the same": ({ comer }) => ({
    // KELVIN SIGN, whose small letter is an ordinary k.
    claims: { email: comer.email.replace("k", "\u212a") },
    ...refused,
  }),
  "the e-mail of somebody else, not verified": ({ other }) => ({
    claims: { email: other.email, email_verified: false },
    ...refused,
  }),
  async "the e-mail of somebody else, of a person who is known"({ bind, other, elsewhere }) {
    await bind(elsewhere);
    return { claims: { email: other.email }, must: "enter" };
  },
  "an e-mail that is none": ({ chance }) => ({ claims: { email: chance.oneOf(valuesAndTexts) }, ...refused }),
  "a subject that is odd": ({ comer, chance }) => {
    const drawn = chance.oneOf(valuesAndTexts);
    // Nobody else was called that before.
    const sub = isSubject(drawn) ? `${comer.personId}${drawn}`.slice(0, 255) : drawn;
    return { claims: { sub }, must: isSubject(sub) ? "enter" : "be refused" };
  },
  async "a subject that only looks like one that is known"({ bind, comer, chance, elsewhere }) {
    await bind(elsewhere);
    const changed = [comer.subject.toUpperCase(), `${comer.subject} `, `${comer.subject}\u0000`, "%", "_"];
    return { claims: { sub: chance.oneOf(changed), email: "nobody@example.test" }, ...refused };
  },
  "claims of odd values": ({ chance }) => ({
    claims: Object.fromEntries(
      [
        "name",
        "given_name",
        "locale",
        "picture",
        "zoneinfo",
        "address",
        "updated_at",
        "groups",
        "__proto__x",
      ].map((claim) => [claim, chance.oneOf(valuesAndTexts)]),
    ),
    must: "enter",
  }),
  "another nonce": ({ chance }) => ({
    claims: { nonce: chance.oneOf([undefined, "", "another", null, 1, []]) },
    ...refused,
  }),
  "another state": ({ chance }) => ({
    search: (search) =>
      chance.oneOf([
        search.replace("state=", "state=x"),
        search.replace(/&?state=[^&]*/, ""),
        `${search}&state=again`,
        search.replace(/state=[^&]*/, "state="),
      ]),
    ...refused,
  }),
  "another audience": ({ chance }) => ({
    claims: { aud: chance.oneOf([undefined, "another", "", null, [], ["another"], {}, 1]) },
    ...refused,
  }),
  "several audiences": ({ chance }) => ({
    claims: { aud: ["liftledger", "another"], azp: chance.oneOf([undefined, "another", "liftledger", 1]) },
  }),
  "another issuer": ({ server, chance }) => ({
    claims: {
      iss: chance.oneOf([undefined, "https://example.test", `${server.settings.issuer}/`, "", null, 1]),
    },
    ...refused,
  }),
  "a token of another time": ({ chance }) => ({
    claims: chance.oneOf([
      { exp: seconds() - hour },
      { exp: undefined },
      { exp: "tomorrow" },
      { exp: -1 },
      { iat: undefined },
      { iat: "now" },
      { nbf: seconds() + hour },
    ]),
    ...refused,
  }),
  "a token that somebody else signed": ({ chance }) => ({
    tokens: withToken(chance.oneOf(tokenChanges)),
    ...refused,
  }),
  "no token": ({ chance }) => ({
    tokens: withToken(() => chance.oneOf(["", "x", "..", "a.b.c", "null", "\u0000", "x".repeat(100_000)])),
    ...refused,
  }),
  "an answer that is none": ({ chance }) => ({
    tokens(response) {
      chance.oneOf([
        () => (response.statusCode = chance.oneOf([204, 302, 400, 401, 404, 429, 500, 503])),
        () => (response.body = {}),
        () => (response.body = ""),
        () => (response.body = { ...(response.body as object), id_token: chance.oneOf(oddValues) }),
        () => (response.body = { ...(response.body as object), token_type: chance.oneOf(oddValues) }),
        () => (response.body = { ...(response.body as object), access_token: chance.oneOf(oddValues) }),
        () => (response.body = { error: "invalid_grant", error_description: "x".repeat(50_000) }),
      ])();
    },
    ...refused,
  }),
  "an answer given twice": () => ({ twice: true, must: "enter" }),
  "an answer to somebody else's browser": ({ comer, elsewhere }) => ({
    async meanwhile() {
      // It began a sign-in of its own, and is sent the answer that was meant for another.
      await elsewhere.send("POST", "/session/single-sign-on");
      comer.browser.cookies.clear();
      for (const [name, value] of elsewhere.cookies) comer.browser.cookies.set(name, value);
    },
    ...refused,
  }),
  "a cookie that is none": ({ comer, chance }) => ({
    async meanwhile() {
      for (const [name] of comer.browser.cookies) {
        const odd = [{}, { state: 1 }, { state: "a", nonce: "b" }, [], null, "x".repeat(3000)];
        comer.browser.cookies.set(name, chance.oneOf(["", "x", "%", ...odd.map(encoded)]));
      }
    },
    ...refused,
  }),
  "an address that is odd": ({ chance }) => ({
    search: (search) => {
      const odd = encodeURIComponent(chance.oneOf(oddTexts).slice(0, 3000).toWellFormed());
      return chance.oneOf([
        chance.oneOf(oddTexts).slice(0, 9000),
        `${search}&code=again`,
        search.replace(/code=[^&]*/, `code=${odd}`),
        search.replace(/code=[^&]*/, `error=${odd}&error_description=${odd}`),
        `?iss=${odd}`,
        search.replace(/code=[^&]*/, "code=abc"),
      ]);
    },
    ...refused,
  }),
  "somebody whose access was taken away": ({ ledger, comer }) => ({
    meanwhile: () => ledger.remove(comer.personId),
    ...refused,
  }),
  async "a sign-in again that is of an earlier time"({ bind, comer, chance }) {
    await bind(comer.browser);
    const odd = chance.oneOf([undefined, null, "now", -1, 0, 1e300, seconds() - hour, [], {}]);
    return { claims: { auth_time: odd }, ...(odd === 1e300 ? {} : refused) };
  },
};
