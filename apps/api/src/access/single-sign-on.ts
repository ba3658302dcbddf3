import { ProblemError } from "@liftledger/use-cases/problem";
import type { VouchedIdentity } from "@liftledger/use-cases/access/enter-by-identity";
import { parse, serialize } from "hono/utils/cookie";
import * as openid from "openid-client";

/** The company's own sign-in server, as the configuration names it. */
export interface SingleSignOnSettings {
  /** How the button on the sign-in page calls it: "Okta". */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client: then PKCE alone proves who asks. */
  readonly clientSecret: string | null;
  /** Whether an e-mail address counts though the server does not say that it was verified. */
  readonly trustsEmail: boolean;
}

/** Signing in at another server by OpenID Connect. */
export interface SingleSignOn {
  readonly name: string;
  /**
   * Where to send the browser, and the cookie that must come back with the answer. For who is signed in already the other
   * server is told to ask them again, and its answer counts only where it says that it did so since `againAt`.
   */
  begin(asked?: { againAt: string | undefined }): Promise<{ address: string; cookie: string }>;
  /** Who came back, by the query of the page they came back to; throws "wrong-credentials" with the reason. */
  finish(answer: { search: string; cookie: string | undefined }): Promise<FinishedSignOn>;
}

/** Who came back, and the cookie that ends what was begun. */
export interface FinishedSignOn {
  identity: VouchedIdentity;
  cookie: string;
}

/** What was begun: kept by the browser alone, and good for one answer. */
interface Begun {
  state: string;
  nonce: string;
  verifier: string;
  /** In seconds since 1970: the other server asked who it was no earlier. Left out where any session there will do. */
  askedFrom?: number | undefined;
}

/** OpenID Connect Core 1.0, section 2. */
const longestSubject = 255;
/** As long as one may be that is invited. */
const longestEmail = 254;
const longestReason = 300;
const returnPath = "/sign-in/back";
const begunSeconds = 600;
const patienceSeconds = 10;
/** So far the clocks of two servers may be apart. */
const clockSeconds = 60;

/**
 * The authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 9700), by openid-client. The
 * server is asked about itself at the first sign-in, so that this one starts though that one is down.
 */
export function createSingleSignOn(settings: SingleSignOnSettings, publicUrl: string): SingleSignOn {
  const { name } = settings;
  const redirectUri = `${publicUrl}${returnPath}`;
  const isSecure = publicUrl.startsWith("https:");
  const cookieName = isSecure ? "__Host-liftledger.single-sign-on" : "liftledger.single-sign-on";
  const cookieOf = (value: string, maxAge: number) =>
    serialize(cookieName, value, { path: "/", httpOnly: true, sameSite: "Strict", secure: isSecure, maxAge });
  let known: Promise<openid.Configuration> | undefined;
  const server = async () => {
    known ??= discover(settings);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw failed(name, error);
    }
  };
  return {
    name,
    async begin({ againAt } = { againAt: undefined }) {
      const config = await server();
      const [state, nonce] = [openid.randomState(), openid.randomNonce()];
      const verifier = openid.randomPKCECodeVerifier();
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid email profile",
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        // Asked for by two names: `max_age` also has the answer say when (OpenID Connect Core 1.0, 3.1.2.1).
        ...(againAt !== undefined && { prompt: "login", max_age: "0" }),
      });
      const askedFrom = againAt === undefined ? undefined : Math.floor(Date.parse(againAt) / 1000);
      const begun = JSON.stringify({ state, nonce, verifier, askedFrom } satisfies Begun);
      const value = Buffer.from(begun).toString("base64url");
      return { address: address.href, cookie: cookieOf(value, begunSeconds) };
    },
    async finish({ search, cookie }) {
      const begun = begunOf(parse(cookie ?? "", cookieName)[cookieName]);
      if (begun === null) {
        const message = `The sign-in with ${name} was begun elsewhere or took more than ten minutes. Begin again.`;
        throw new ProblemError("wrong-credentials", message);
      }
      const config = await server();
      const back = new URL(`${redirectUri}?${search.replace(/^\?/, "")}`);
      const checks = {
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        pkceCodeVerifier: begun.verifier,
        idTokenExpected: true,
      };
      const tokens = await openid.authorizationCodeGrant(config, back, checks).catch((error: unknown) => {
        throw failed(name, error);
      });
      refuseEarlier(name, begun, tokens.claims());
      const identity = identityOf(tokens.claims(), settings);
      return { identity, cookie: cookieOf("", 0) };
    },
  };
}

async function discover(settings: SingleSignOnSettings): Promise<openid.Configuration> {
  const issuer = new URL(settings.issuer);
  const { clientId, clientSecret } = settings;
  const authentication = clientSecret === null ? openid.None() : openid.ClientSecretPost(clientSecret);
  return openid.discovery(issuer, clientId, undefined, authentication, {
    timeout: patienceSeconds,
    execute: [
      // Not only that the answer came from that server, but that what it says is signed by it.
      openid.enableNonRepudiationChecks,
      // The configuration takes http only for a name of this machine.
      ...(issuer.protocol === "http:" ? [openid.allowInsecureRequests] : []),
    ],
  });
}

function begunOf(value: string | undefined): Begun | null {
  try {
    const { state, nonce, verifier, askedFrom } = JSON.parse(
      Buffer.from(value ?? "", "base64url").toString(),
    );
    const isWhole = [state, nonce, verifier].every((part) => typeof part === "string" && part !== "");
    return isWhole ? { state, nonce, verifier, askedFrom } : null;
  } catch {
    return null;
  }
}

/** Who signs in again was asked again: a session of yesterday at the other server says nothing about who sits here now. */
function refuseEarlier(name: string, { askedFrom }: Begun, claims: openid.IDToken | undefined): void {
  if (askedFrom === undefined) return;
  const askedAt = claims?.auth_time;
  if (typeof askedAt === "number" && askedAt >= askedFrom - clockSeconds) return;
  const reason =
    typeof askedAt === "number"
      ? "let you in by an earlier sign-in"
      : "does not say when it asked who you are";
  const message = `${name} ${reason}, so this does not count as signing in again. Sign out of ${name} and begin again, or sign in here with your password.`;
  throw new ProblemError("wrong-credentials", message);
}

function identityOf(
  claims: openid.IDToken | undefined,
  { name, trustsEmail }: SingleSignOnSettings,
): VouchedIdentity {
  if (claims === undefined) throw failed(name, new Error("it sent no ID token"));
  const { iss, sub, email, email_verified: verified } = claims;
  // Of an empty one everybody would be the same; the others neither database could keep as they are.
  if (sub === "" || sub.length > longestSubject || !sub.isWellFormed() || /\p{Cc}/u.test(sub))
    throw failed(name, new Error("it calls you by an id that is none"));
  const isVouchedFor = isAddress(email) && (verified === true || (trustsEmail && verified !== false));
  return { issuer: iss, subject: sub, email: isVouchedFor ? email : null };
}

/**
 * Whether it can be the address of an invitation: those are plain ASCII. Of other letters some become a plain one in
 * lower case (the Kelvin sign a k), and would be taken for somebody else's address.
 */
function isAddress(email: unknown): email is string {
  return typeof email === "string" && email.length <= longestEmail && /^[\x21-\x7e]+$/.test(email);
}

/** What the other server refused, or why it could not be asked. */
function failed(name: string, error: unknown): ProblemError {
  const said = error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : undefined;
  const description = said instanceof openid.AuthorizationResponseError ? said.error_description : undefined;
  const reason = (description ?? said?.message ?? "it did not answer").slice(0, longestReason);
  return new ProblemError("wrong-credentials", `The sign-in with ${name} did not succeed: ${reason}.`);
}
