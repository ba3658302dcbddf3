import { createClient, type Client } from "@liftledger/contracts/client";
import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { endpoints } from "@liftledger/contracts/endpoints";
import type { OpenFreshDatabase } from "@liftledger/database/testing/databases";
import { expect } from "vitest";
import type { createDocumentedApp } from "./documented-app.ts";
import { openApp } from "./open-app.ts";
import { signedIn } from "./sign-in.ts";
import { testContext } from "./test-deps.ts";

/** A ledger of its own, with a client of its administrator and one of a colleague of finance. */
export async function clientOf(open: OpenFreshDatabase) {
  const { app, deps } = await openApp(open);
  await signedIn(deps.db, { personId: "local-administrator", role: "admin" });
  const colleague = async () =>
    clientFor(app, "default", {
      Cookie: await signedIn(deps.db, { personId: "colleague", role: "finance" }),
    });
  return { client: clientFor(app, "default"), colleague, app, ctx: testContext(deps) };
}

/** A client that plays every write that takes a key twice. */
export function clientFor(
  app: ReturnType<typeof createDocumentedApp>,
  organisationId: string,
  headers: Record<string, string> = {},
): Client {
  const fetch = async (url: string, init: RequestInit) => {
    const { method = "GET" } = init;
    if (!takesKey(method, url)) return app.request(url, init);
    return sentTwice(app, url, init);
  };
  return createClient({ baseUrl: "", organisationId, headers, fetch });
}

/** Whether a request goes to an endpoint that answers a repeat as it answered the first. */
function takesKey(method: string, url: string): boolean {
  const path = new URL(url, "http://here").pathname;
  return (Object.keys(endpointPaths) as EndpointName[]).some((name) => {
    const one = endpointPaths[name];
    const pattern = new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return one.method === method && "idempotent" in endpoints[name] && pattern.test(path);
  });
}

/** Every write that takes a key is played with one, and played again: it answers the same and leaves one entry. */
async function sentTwice(
  app: ReturnType<typeof createDocumentedApp>,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Idempotency-Key", crypto.randomUUID());
  const first = await app.request(url, { ...init, headers });
  if (!first.ok) return first;
  const entries = async () => {
    const listed = await app.request("/api/v1/audit-entries?limit=1", { headers: init.headers ?? {} });
    expect(listed.status).toBe(200);
    return listed.json();
  };
  const before: unknown = await entries();
  const again = await app.request(url, { ...init, headers });
  expect([again.status, await again.json()]).toEqual([first.status, await first.clone().json()]);
  expect(await entries()).toEqual(before);
  return first;
}
