import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { languageDetector } from "hono/language";
import { languageCookie } from "./access/reading-cookies.ts";

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
  mountTranslations(app, folder);
  app.get("*", serveStatic({ root: folder }));
  // A missing file is missing; only a path a person could have typed is the page's.
  app.get("*", async (c, next) => {
    if (!isPath(c.req.path)) return c.notFound();
    await next();
  });
  app.get("*", serveStatic({ path: index }));
}

function isPath(path: string): boolean {
  return !/\.\w+$/.test(path) && !path.startsWith("/assets/");
}

/**
 * Serves the page in the language that its reader chose or else their browser asks for, where the build found a translation of it: the page then
 * names the script of that language, which runs before any of its own. English, and the rest, are left to others.
 */
function mountTranslations(app: Hono, folder: string): void {
  const list = join(folder, "translations.json");
  if (!existsSync(list)) return;
  const scripts = JSON.parse(readFileSync(list, "utf8")) as Record<string, string>;
  const index = readFileSync(join(folder, "index.html"), "utf8");
  const pages = new Map(
    Object.entries(scripts).map(([language, script]) => [language, inLanguage(index, language, script)]),
  );
  if (pages.size === 0) return;
  app.get(
    "*",
    languageDetector({
      order: ["cookie", "header"],
      lookupCookie: languageCookie,
      caches: false,
      supportedLanguages: ["en", ...pages.keys()],
      fallbackLanguage: "en",
    }),
    async (c, next) => {
      if (!isPath(c.req.path)) return next();
      c.header("Vary", "Accept-Language, Cookie", { append: true });
      const page = pages.get(c.get("language"));
      return page === undefined ? next() : c.html(page);
    },
  );
}

function inLanguage(index: string, language: string, script: string): string {
  return index
    .replace('<html lang="en"', `<html lang="${language}"`)
    .replace('<script type="module"', `<script defer src="${script}"></script>\n    <script type="module"`);
}
