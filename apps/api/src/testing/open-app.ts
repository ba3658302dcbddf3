import { organisationHeader } from "@liftledger/contracts/endpoint-paths";
import type { Problem } from "@liftledger/contracts/errors";
import type { Database } from "@liftledger/database/open-database";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import type { Deps } from "../app.ts";
import { createDocumentedApp } from "./documented-app.ts";
import { signedIn } from "./sign-in.ts";
import { testContext, testDeps } from "./test-deps.ts";

/** The day on which the tests happen. */
/** The instant at which every request comes. */
export const testNow = "2026-06-24T12:00:00.000Z";

/**
 * The application on a fresh database on the test day, every answer checked against its schema. What is sent without
 * a cookie is sent by its admin.
 */
export async function openApp(open: () => Promise<Database>) {
  const failures: unknown[] = [];
  const deps: Deps = {
    ...testDeps(await open()),
    version: "9.9.9",
    now: () => testNow,
    onFailure: (error) => failures.push(error),
  };
  await ensureDefaultOrganisation(testContext(deps), { name: "Example", currency: "EUR" });
  const cookie = await signedIn(deps.db, { personId: "local-administrator", role: "admin" });
  const app = withCookie(createDocumentedApp(deps), cookie);
  return { app, cookie, deps, failures, send: (request: Call) => send(app, request) };
}

/** An application whose requests carry a cookie, unless they bring one of their own or none: "". */
function withCookie(app: ReturnType<typeof createDocumentedApp>, cookie: string) {
  const request = app.request.bind(app);
  app.request = (input, init = {}, ...rest) => {
    const headers = new Headers(init.headers);
    if (!headers.has("Cookie") && !headers.has("Authorization")) headers.set("Cookie", cookie);
    return request(input, { ...init, headers }, ...rest);
  };
  return app;
}

export interface Call {
  method?: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  organisation?: string;
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Sends a request and reads the JSON of the answer, whatever it is. */
async function send(
  app: ReturnType<typeof createDocumentedApp>,
  { method, path, body, headers, organisation }: Call,
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
): Promise<Answer<any>> {
  const response = await app.request(path, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(organisation === undefined ? {} : { [organisationHeader]: organisation }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.includes("json") === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** The end of a problem's type, "not-found". */
export function kindOf({ body }: Answer<Problem>): string | undefined {
  return body.type.split("/").at(-1);
}
