import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";

const notBuilt =
  "The page has not been built yet. Start with `npm start`, which builds it, or run `npx turbo run build`. " +
  "The API answers under /api/v1.\n";

/**
 * Serves the built page: files named by their content may be kept for ever, everything else is asked for
 * again; any other path gets the page itself, which has its own routes. Says so where it was not built.
 */
export function mountPage(app: Hono, folder: string): void {
  const index = join(folder, "index.html");
  if (!existsSync(index)) {
    app.get("*", (c) => c.text(notBuilt, 503));
    return;
  }
  app.get("*", async (c, next) => {
    await next();
    if (!c.res.ok) return;
    const isNamedByContent = c.req.path.startsWith("/assets/");
    c.header("Cache-Control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
  });
  app.get("*", serveStatic({ root: folder }));
  // A missing file is missing; only a path a person could have typed is the page's.
  app.get("*", async (c, next) => {
    if (/\.\w+$/.test(c.req.path) || c.req.path.startsWith("/assets/")) return c.notFound();
    await next();
  });
  app.get("*", serveStatic({ path: index }));
}
