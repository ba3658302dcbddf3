import type { Reckon } from "@liftledger/use-cases/reckoning/reckon";
import { ProblemError, TooManyTriesError } from "@liftledger/use-cases/problem";
import type { Couriers } from "@liftledger/use-cases/delivery/couriers";
import type { ImportRuns } from "../import-runs.ts";
import type { ImportTaskRunner } from "../import-task.ts";
import type { JobSchedule } from "../job-schedule.ts";
import type { Principal } from "./authenticate.ts";
import { usedCode, type Auth, type AuthAnswer } from "./create-auth.ts";
import type { SingleSignOn } from "./single-sign-on.ts";

/** What a handler knows beside its context: the server, who asks, and a way to send cookies. */
export interface Exchange {
  readonly version: string;
  readonly auth: Auth;
  readonly singleSignOn: SingleSignOn | null;
  readonly imports: ImportTaskRunner;
  readonly importRuns: ImportRuns;
  /** Has long things reckoned as long as the caller waits. */
  readonly reckon: Reckon;
  readonly jobs: JobSchedule;
  readonly couriers: Couriers;
  /** The present instant, ISO in UTC. */
  readonly now: () => string;
  readonly principal: Principal;
  /** By which people reach the server, for links that are handed over. */
  readonly publicUrl: string;
  readonly cookie: string | undefined;
  readonly userAgent: string | undefined;
  readonly address: string;
  readonly sendCookies: (cookies: readonly string[]) => void;
}

/** What a second factor is locked for after ten wrong codes; the limits by address say themselves how long. */
const longestLockSeconds = 900;

/** Codes by which better-auth says that a password or a code does not match. */
const mismatches = new Set([
  "INVALID_EMAIL_OR_PASSWORD",
  "INVALID_EMAIL",
  "INVALID_PASSWORD",
  "INVALID_CODE",
  "INVALID_BACKUP_CODE",
]);

/** Codes by which it says that there is no authenticator app to ask. */
const withoutApp = new Set(["TOTP_NOT_ENABLED", "TWO_FACTOR_NOT_ENABLED", "BACKUP_CODES_NOT_ENABLED"]);

/** The cookies of a request without its session: the second step of a sign-in is that of whoever began it. */
export function withoutSession(cookie: string | undefined): string | undefined {
  const kept = (cookie ?? "").split(/; */).filter((pair) => !/^[^=]*session_token=/.test(pair));
  return kept.length === 0 ? undefined : kept.join("; ");
}

/**
 * Sends a request to better-auth on behalf of the one that is being answered, passes its cookies on, and says a
 * refusal in our own words: `mismatch` where a password or a code does not match.
 */
export async function askAuth(
  exchange: Exchange,
  {
    path,
    body,
    mismatch,
    withCookie = true,
  }: {
    path: string;
    body: object;
    mismatch: string;
    withCookie?: boolean;
  },
): Promise<AuthAnswer["body"]> {
  const { auth, cookie, userAgent, address } = exchange;
  const answer = await auth.send({
    path,
    body,
    cookie: withCookie ? cookie : undefined,
    userAgent,
    address,
  });
  if (answer.status >= 400) throw refusalOf(answer, mismatch);
  exchange.sendCookies(answer.cookies);
  return answer.body;
}

function refusalOf({ status, body, retryAfter }: AuthAnswer, mismatch: string): Error {
  const code = typeof body["code"] === "string" ? body["code"] : "";
  if (status === 429 || /LOCKED|TOO_MANY/.test(code)) {
    const wait = retryAfter ?? longestLockSeconds;
    return new TooManyTriesError(`Too many tries. Wait ${wait} seconds, then try again.`, wait);
  }
  if (mismatches.has(code)) return new ProblemError("wrong-credentials", mismatch);
  if (code === "TOTP_ALREADY_ENABLED") {
    return new ProblemError(
      "conflict",
      "There is an authenticator app already. End it first to begin with another.",
    );
  }
  if (withoutApp.has(code)) return new ProblemError("conflict", "There is no authenticator app.");
  if (code === usedCode) {
    return new ProblemError(
      "wrong-credentials",
      "This code was used already. Sign in again with the next one, in half a minute.",
    );
  }
  // Two recovery codes were taken at once, or one twice: what was read of them is no longer so.
  if (status === 409) return new ProblemError("wrong-credentials", mismatch);
  if (status === 401 || status === 403) {
    return new ProblemError("sign-in-needed", "This took too long or was begun elsewhere. Sign in again.");
  }
  return new Error(`better-auth answered ${status} ${code}: ${String(body["message"])}`);
}
