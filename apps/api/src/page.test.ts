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

async function get(path: string, from = folder) {
  const app = new Hono();
  mountPage(app, from);
  const response = await app.request(path);
  return {
    status: response.status,
    cache: response.headers.get("Cache-Control"),
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

  it("says what to do where the page was not built", async () => {
    const missing = await get("/", join(folder, "nothing"));
    expect(missing.status).toBe(503);
    expect(missing.text).toContain("npm start");
  });
});
