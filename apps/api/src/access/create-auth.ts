import { kyselyAdapter } from "@better-auth/kysely-adapter";
import type { Database } from "@liftledger/database/open-database";
import { isFirstUseOfCode } from "@liftledger/use-cases/access/used-codes";
import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { hashPassword } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins/two-factor";
import { z } from "zod";

/** Where the requests made within the server pretend to go; nothing outside reaches it. */
const basePath = "/within/auth";
/** The header in which our own server tells the client's address; whatever came in under it is thrown away. */
const addressHeader = "liftledger-client-address";

/** Where a session is made for a person another server vouches for. */
export const vouchedSignInPath = "/sign-in/vouched";

/** By which it says that a code of an authenticator app was used before. */
export const usedCode = "CODE_USED";

const day = 24 * 60 * 60;

/** A session as better-auth knows it. */
export interface KnownSession {
  sessionId: string;
  personId: string;
  name: string;
  email: string;
  twoFactor: boolean;
  createdAt: string;
  /** A session that is used is prolonged now and then: the cookies to send. */
  cookies: string[];
}

/** What better-auth answered a request made within the server. */
export interface AuthAnswer {
  status: number;
  body: Record<string, unknown>;
  cookies: string[];
  /** Seconds to wait, where there were too many tries. */
  retryAfter: number | null;
}

/** A request to better-auth, as a person's browser caused it. */
export interface AuthRequest {
  path: string;
  body: object;
  cookie: string | undefined;
  userAgent: string | undefined;
  /** Of the client, for the limits on tries. */
  address: string;
}

/** Signing in, as far as the rest of the server needs to know. */
export interface Auth {
  /** Whose session the cookies name, if any. */
  sessionOf(cookie: string | undefined): Promise<KnownSession | null>;
  send(request: AuthRequest): Promise<AuthAnswer>;
  hashPassword(password: string): Promise<string>;
}

/** What signing in depends on. */
export interface AuthSettings {
  readonly db: Database;
  /** Signs cookies and encrypts the keys of authenticator apps. */
  readonly secret: string;
  /** By which people reach the server; over https the cookies are for https only. */
  readonly publicUrl: string;
}

/**
 * better-auth on the ledger's own database. Its routes are not served: the endpoints of the table call it, through
 * its own handler where its limits on tries and its checks of the origin must hold. Nobody can sign up: accounts are
 * made by the set-up link and by invitations.
 */
export function createAuth({ db, secret, publicUrl }: AuthSettings): Auth {
  const auth = betterAuth(optionsOf({ db, secret, publicUrl }));
  return {
    hashPassword,
    async sessionOf(cookie) {
      if (cookie === undefined) return null;
      const headers = new Headers({ cookie });
      const asked = auth.api.getSession({ headers, returnHeaders: true });
      const { headers: sent, response } = await asked.catch((error: unknown) => {
        // What the database said stands behind its own words.
        throw error instanceof APIError && error.cause instanceof Error ? error.cause : error;
      });
      if (response === null) return null;
      const { session } = response;
      const user: typeof response.user & { twoFactorEnabled?: boolean | null } = response.user;
      return {
        sessionId: session.id,
        personId: user.id,
        name: user.name,
        email: user.email,
        twoFactor: user.twoFactorEnabled === true,
        createdAt: session.createdAt.toISOString(),
        cookies: sent.getSetCookie(),
      };
    },
    async send({ path, body, cookie, userAgent, address }) {
      const headers = new Headers({ "Content-Type": "application/json", Origin: publicUrl });
      headers.set(addressHeader, address);
      if (cookie !== undefined) headers.set("Cookie", cookie);
      if (userAgent !== undefined) headers.set("User-Agent", userAgent);
      const request = new Request(`${publicUrl}${basePath}${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      const response = await auth.handler(request);
      const text = await response.text();
      const retryAfter = response.headers.get("X-Retry-After");
      return {
        status: response.status,
        body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
        cookies: response.headers.getSetCookie(),
        retryAfter: retryAfter === null ? null : Number(retryAfter),
      };
    },
  };
}

function optionsOf({ db, secret, publicUrl }: AuthSettings) {
  const plugins = [
    vouchedSignIn,
    twoFactor({
      issuer: "Liftledger",
      schema: {
        user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
        twoFactor: {
          modelName: "auth_two_factors",
          fields: {
            secret: "secret",
            backupCodes: "backup_codes",
            userId: "user_id",
            verified: "verified",
            failedVerificationCount: "failed_verification_count",
            lockedUntil: "locked_until",
          },
        },
      },
    }),
  ];
  return {
    appName: "Liftledger",
    baseURL: publicUrl,
    basePath,
    secret,
    trustedOrigins: [publicUrl],
    database: readingBeside(db),
    plugins,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 128 },
    session: { ...sessionTable, expiresIn: 7 * day, updateAge: day },
    databaseHooks: { session: { create: { before: refusingUsedCodes(db) } } },
    ...otherTables,
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "auth_rate_limits",
      fields: { key: "key", count: "count", lastRequest: "last_request" },
      customRules: {
        "/sign-in/email": { window: 60, max: 10 },
        "/two-factor/*": { window: 60, max: 10 },
        "/change-password": { window: 60, max: 10 },
      },
    },
    advanced: {
      database: { validateSchema: false },
      cookiePrefix: "liftledger",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "strict" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    telemetry: { enabled: false },
    // What it finds wrong with a request is answered, and what fails stands in the server's own log.
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

/**
 * Lets a code of an authenticator app begin one session: better-auth takes it again as long as it counts, so that
 * whoever saw it typed could sign in with it as well.
 */
function refusingUsedCodes(db: Database) {
  return async ({ userId }: { userId: string }, ctx: { path: string; body: unknown } | null) => {
    if (ctx?.path !== "/two-factor/verify-totp") return;
    const { code } = ctx.body as { code: string };
    if (await isFirstUseOfCode(db, { personId: userId, code, now: new Date().toISOString() })) return;
    throw new APIError("UNAUTHORIZED", { code: usedCode, message: "used before" });
  };
}

/** Makes a session without a password. Like all of these routes it is served to nobody; only our own code asks it. */
const vouchedSignIn = {
  id: "vouched-sign-in",
  endpoints: {
    signInVouched: createAuthEndpoint(
      vouchedSignInPath,
      { method: "POST", body: z.object({ personId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.personId);
        if (user === null) throw new APIError("UNAUTHORIZED");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ user: { id: user.id } });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/**
 * Its adapter for Kysely, writing by the one handle and reading by the other: on SQLite a sign-in is looked up while
 * an import writes. It is told "sqlite" on PostgreSQL too, and so keeps instants as ISO text and booleans as 0 and 1 on
 * both; what it asks is plain SQL. Its own look at the schema goes by that word and is left out.
 */
function readingBeside(db: Database): NonNullable<BetterAuthOptions["database"]> {
  const type = "sqlite";
  const writing = kyselyAdapter(db.write, { type, transaction: false });
  const reading = kyselyAdapter(db.read, { type, transaction: false });
  return (options: BetterAuthOptions) => {
    const { findOne, findMany, count } = reading(options);
    return { ...writing(options), findOne, findMany, count };
  };
}

const instants = { createdAt: "created_at", updatedAt: "updated_at" };

const sessionTable = {
  modelName: "auth_sessions",
  fields: {
    userId: "user_id",
    expiresAt: "expires_at",
    ipAddress: "ip_address",
    userAgent: "user_agent",
    ...instants,
  },
};

const otherTables = {
  user: { modelName: "auth_users", fields: { emailVerified: "email_verified", ...instants } },
  account: {
    modelName: "auth_accounts",
    fields: {
      accountId: "account_id",
      providerId: "provider_id",
      userId: "user_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      ...instants,
    },
  },
  verification: {
    modelName: "auth_verifications",
    fields: { expiresAt: "expires_at", ...instants },
  },
};
