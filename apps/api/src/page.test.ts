import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mountPage } from "./page.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-page-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>the page</title>");
  await writeFile(join(folder, "assets/main-a1b2.js"), "export {};");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function get(path: string, from = folder, languages?: string, cookie = "") {
  const app = new Hono();
  mountPage(app, from);
  const response = await app.request(path, {
    headers: { ...(languages === undefined ? {} : { "Accept-Language": languages }), Cookie: cookie },
  });
  return {
    status: response.status,
    cache: response.headers.get("Cache-Control"),
    vary: response.headers.get("Vary"),
    text: await response.text(),
  };
}

describe("mountPage", () => {
  it("lets what is named by its content be kept for ever, and asks for the page anew", async () => {
    expect(await get("/assets/main-a1b2.js")).toMatchObject({
      status: 200,
      cache: "public, max-age=31536000, immutable",
    });
    expect(await get("/")).toMatchObject({ status: 200, cache: "no-cache" });
  });

  it("gives the page to every path a person may have typed, and misses what is a file", async () => {
    const routed = await get("/default/initiatives/42");
    expect(routed).toMatchObject({ status: 200, cache: "no-cache", text: "<title>the page</title>" });
    expect((await get("/assets/gone.js")).status).toBe(404);
    expect((await get("/robots.txt")).status).toBe(404);
    expect((await get("/assets/../../etc/passwd")).text).not.toContain("root:");
    expect((await get("/%2e%2e/%2e%2e/etc/passwd")).text).not.toContain("root:");
  });

  it("names the script of a translation in the page of whoever reads that language", async () => {
    const translated = await mkdtemp(join(tmpdir(), "liftledger-page-"));
    const index = '<html lang="en"><script type="module" src="/main.js"></script></html>';
    await writeFile(join(translated, "index.html"), index);
    await writeFile(
      join(translated, "translations.json"),
      JSON.stringify({ de: "/assets/words-de.js", "pt-BR": "/assets/words-pt.js" }),
    );
    const german = await get("/default/portfolio", translated, "de-AT,en;q=0.5");
    expect(german).toMatchObject({ status: 200, cache: "no-cache", vary: "Accept-Language, Cookie" });
    expect(german.text).toMatch(
      /^<html lang="de"><script defer src="\/assets\/words-de.js"><\/script>\s+<script/,
    );
    expect((await get("/", translated, "pt-BR")).text).toContain('lang="pt-BR"');
    // English before German, a language there is nothing for, and none at all.
    for (const languages of ["en-GB,de;q=0.9", "fr", undefined]) {
      expect(await get("/", translated, languages)).toMatchObject({
        text: index,
        vary: "Accept-Language, Cookie",
      });
    }
    // What somebody chose comes before what their browser asks for; of what there is no translation, the latter.
    const chosen = (language: string) => get("/", translated, "de", `a=1; liftledger-language=${language}`);
    expect((await chosen("pt-BR")).text).toContain('lang="pt-BR"');
    expect((await chosen("en")).text).toBe(index);
    expect((await chosen("fr")).text).toContain('lang="de"');
    await rm(translated, { recursive: true });
  });

  it("says what to do where the page was not built", async () => {
    const missing = await get("/", join(folder, "nothing"));
    expect(missing.status).toBe(503);
    expect(missing.text).toContain("npm start");
  });
});
