import { endpointPaths, type EndpointPath } from "@liftledger/contracts/endpoint-paths";
import type { Hono } from "hono";
import type { Headers } from "./matrix-ledger.ts";
import type { Ask, MatrixFound } from "./matrix.ts";

/** The routes of an application that the endpoint table does not have, and those it has that are not mounted. */
export function undeclaredRoutes(app: Hono): { undeclared: string[]; missing: string[] } {
  const declared = new Set(
    Object.values(endpointPaths).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    ),
  );
  const middleware = ["ALL /*", "ALL /api/*", "GET /healthz", "GET *", "GET /*"];
  const routes = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
  return {
    undeclared: [...routes].filter((route) => !declared.has(route) && !middleware.includes(route)),
    missing: [...declared].filter((route) => !routes.has(route)),
  };
}

/** Asks every path of the table by the methods it does not have there: nothing answers. */
export async function undeclaredVerbs(ask: Ask, headers: Headers): Promise<MatrixFound> {
  const byPath = Map.groupBy(Object.values(endpointPaths) as EndpointPath[], ({ path }) => path);
  const found: MatrixFound = { asked: 0, wrong: [] };
  for (const [path, endpointsThere] of byPath) {
    const there = new Set(endpointsThere.map(({ method }) => String(method)));
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter(
      (one) => !there.has(one),
    )) {
      // A path with a name in it may be that of one with a parameter there.
      const mayBeAnother = [...byPath].some(
        ([other, all]) => other !== path && matches(other, path) && all.some((one) => one.method === method),
      );
      if (mayBeAnother) continue;
      const { status } = await ask(path.replaceAll(/\{\w+\}/g, "x"), { method, headers });
      found.asked += 1;
      if (status !== 404) found.wrong.push(`${method} ${path}: ${status}`);
    }
  }
  return found;
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
}
