import { afterAll, describe, expect, it } from "vitest";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const { db, remove } = await openSqlite();
const { app } = await openApp(async () => db);
afterAll(remove);

async function statusOf(url: string, headers: Record<string, string> = {}, method = "GET") {
  return (await app.request(url, { method, headers })).status;
}

describe("ownOrigin", () => {
  it("answers under this machine's own names alone, so that no foreign name can be pointed at it", async () => {
    for (const host of ["localhost", "127.0.0.1:8787", "[::1]:8787"]) {
      expect(await statusOf(`http://${host}/api/v1/kpis`)).toBe(200);
    }
    for (const host of ["evil.example", "127.0.0.1.evil.example:8787", "192.168.1.7"]) {
      expect(await statusOf(`http://${host}/api/v1/kpis`)).toBe(403);
    }
  });

  it("lets no page of another origin write", async () => {
    const write = (headers: Record<string, string>) =>
      statusOf("http://127.0.0.1:8787/api/v1/demo", headers, "DELETE");
    expect(await write({})).toBe(200);
    expect(await write({ Origin: "http://127.0.0.1:8787" })).toBe(200);
    expect(await write({ "Sec-Fetch-Site": "same-origin", Origin: "http://localhost:5173" })).toBe(200);
    expect(await write({ Origin: "https://evil.example" })).toBe(403);
    expect(await write({ Origin: "http://127.0.0.1:3000" })).toBe(403);
    expect(await write({ Origin: "null" })).toBe(403);
    expect(await write({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await write({ "Sec-Fetch-Site": "same-site", Origin: "http://localhost:3000" })).toBe(403);
  });

  it("tells browsers to run nothing from elsewhere", async () => {
    const { headers } = await app.request("http://localhost/api/v1/kpis");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'self'");
    expect(headers.get("Content-Security-Policy")).not.toContain("script-src");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });
});
