import type { Database } from "@liftledger/database/open-database";
import type { Couriers } from "@liftledger/use-cases/delivery/couriers";
import { ProblemError } from "@liftledger/use-cases/problem";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { Auth } from "./access/create-auth.ts";
import type { SingleSignOn } from "./access/single-sign-on.ts";
import { answerFailure } from "./answer-failure.ts";
import { healthOf } from "./health.ts";
import type { ImportRuns } from "./import-runs.ts";
import type { ImportTaskRunner } from "./import-task.ts";
import type { JobSchedule } from "./job-schedule.ts";
import type { ReckoningService } from "./reckoning-runner.ts";
import { ownOrigin } from "./own-origin.ts";
import { mountEndpoints } from "./mount.ts";
import { mountPage } from "./page.ts";

/** What a log says of a request that failed. */
export interface FailedRequest {
  id: string;
  method: string;
  path: string;
}

/** All that the application is made of. Nothing in it is looked up anywhere else. */
export interface Deps {
  readonly db: Database;
  readonly version: string;
  readonly auth: Auth;
  /** The sign-in server of the company; null where none is configured. */
  readonly singleSignOn: SingleSignOn | null;
  /** By which people reach the server, "https://ledger.example"; a browser on this machine may name it otherwise. */
  readonly publicUrl: string;
  /** Whether who did not sign in may look at the demo until there is an admin: on this machine only. */
  readonly showsDemoToGuests: boolean;
  /** How many proxies of one's own stand before the server, each adding to X-Forwarded-For. */
  readonly proxies: number;
  /** The present instant, ISO in UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Seed of the simulations. */
  readonly seed: number;
  /** What reads whole files beside the thread that answers requests. */
  readonly imports: ImportTaskRunner;
  readonly importRuns: ImportRuns;
  /** What reckons long things beside the thread that answers requests. */
  readonly reckonings: ReckoningService;
  /** What the server does by itself. */
  readonly jobs: JobSchedule;
  /** By what mails and calls of webhooks leave this process. */
  readonly couriers: Couriers;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** Told of what is our own fault. */
  readonly onFailure: (error: unknown, request: FailedRequest) => void;
  /** How long a body may take to come; some seconds when it is left out. */
  readonly bodyMilliseconds?: number;
  /** In tests: every answer is checked against its schema. */
  readonly validateResponses?: boolean;
}

const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  // The components set styles on elements; scripts come from files alone.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/**
 * The whole application: API, health check and page.
 *
 * @example
 * const app = createApp(deps);
 * const response = await app.request("/api/v1/kpis");
 */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  app.onError((error, c) => answerFailure(error, c, deps));
  app.notFound((c) =>
    answerFailure(new ProblemError("not-found", `There is nothing at ${c.req.path}.`), c, deps),
  );
  app.use(requestId());
  app.use(async (c, next) => {
    await next();
    // Answers that are made without the context, such as problems and streams, lack it otherwise.
    c.header("X-Request-Id", c.get("requestId"));
  });
  const strictTransportSecurity = deps.publicUrl.startsWith("https:") ? "max-age=31536000" : false;
  app.use(secureHeaders({ contentSecurityPolicy, strictTransportSecurity, xFrameOptions: "DENY" }));
  app.use(ownOrigin(deps.publicUrl));
  app.use(compress());
  app.get("/healthz", async (c) => {
    const health = await healthOf(deps.db, deps.version);
    return c.json(health, health.status === "ok" ? 200 : 503);
  });
  mountEndpoints(app, deps);
  app.all("/api/*", (c) => c.notFound());
  mountPage(app, deps.pageFolder);
  return app;
}
