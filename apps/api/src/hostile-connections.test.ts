import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type RunningServer } from "./serve.ts";
import { ledgerDigest } from "./testing/import-watch.ts";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const { db, remove } = await openSqlite();
const { app, cookie, failures } = await openApp(async () => db);
let server: RunningServer;
let before: string;

beforeAll(async () => {
  server = await serve(app, { host: "127.0.0.1", port: 0 });
  before = await ledgerDigest(db);
});
afterAll(async () => {
  await server.close();
  await remove();
});

/** Sends bytes as they are and no more, and reads all that comes back until the other side closes. */
function sendRaw(bytes: string | Buffer): Promise<{ statuses: number[]; text: string }> {
  const { port, hostname } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end after ${text}`));
    }, 30_000);
    socket.on("data", (chunk) => (text += String(chunk)));
    // Who sent a reset has closed it, too.
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
      resolve({ statuses, text });
    });
    socket.end(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  });
}

const json = '{"name":"Growth"}';
const lines = (...head: string[]) => `${head.join("\r\n")}\r\n\r\n`;
const post = (path: string, ...head: string[]) =>
  lines(`POST ${path} HTTP/1.1`, "Host: 127.0.0.1", `Cookie: ${cookie}`, "Connection: close", ...head);
const asJson = "Content-Type: application/json";
const asForm = "Content-Type: multipart/form-data; boundary=b";
const begunFile = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nDay,Shop\r\n';

describe("what is no request, or not all of one", () => {
  it.each([
    ["a header longer than heads may be", post("/api/v1/teams", asJson, `X-Long: ${"x".repeat(40_000)}`)],
    [
      "more headers than heads may have",
      post("/api/v1/teams", ...Array.from({ length: 5000 }, (_, at) => `X-${at}: x`)),
    ],
    ["a cookie longer than heads may be", post("/api/v1/teams", asJson, `Cookie: a=${"x".repeat(70_000)}`)],
    ["an address longer than heads may be", post(`/api/v1/teams?${"x".repeat(70_000)}`, asJson)],
    ["a NUL in a header", post("/api/v1/teams", "X-A: a\0b")],
    ["a NUL in the address", post("/api/v1/te\0ams")],
    ["bytes that are no UTF-8 in the address", post("/api/v1/series/\xff\xfe")],
    ["a header without a colon", post("/api/v1/teams", "no colon")],
    ["a line that is no request", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03"],
    ["a method that there is none of", post("/api/v1/teams").replace("POST", "GRAB")],
    ["no host", lines("GET /api/v1/teams HTTP/1.1", "Connection: close")],
    ["two hosts", lines("GET /healthz HTTP/1.1", "Host: a", "Host: b", "Connection: close")],
    ["a host that is no address", lines("GET /healthz HTTP/1.1", "Host: [::1", "Connection: close")],
    [
      "an address of another server",
      lines("GET http://a.example/ HTTP/1.1", "Host: 127.0.0.1", "Connection: close"),
    ],
    [
      "escapes that are none",
      lines("GET /api/v1/series/%zz%ff HTTP/1.1", "Host: 127.0.0.1", "Connection: close"),
    ],
    ["two lengths", post("/api/v1/teams", asJson, "Content-Length: 17", "Content-Length: 3") + json],
    ["a length that is no number", post("/api/v1/teams", asJson, "Content-Length: -1") + json],
    [
      "a length and chunks",
      `${post("/api/v1/teams", asJson, "Content-Length: 4", "Transfer-Encoding: chunked")}11\r\n${json}\r\n0\r\n\r\n`,
    ],
    [
      "a chunk whose length is none",
      `${post("/api/v1/teams", asJson, "Transfer-Encoding: chunked")}zz\r\n${json}`,
    ],
    [
      "a chunk that breaks off",
      `${post("/api/v1/teams", asJson, "Transfer-Encoding: chunked")}ff\r\n${json}`,
    ],
    ["a body that breaks off", post("/api/v1/teams", asJson, "Content-Length: 900") + json],
    ["a form that breaks off", post("/api/v1/imports", asForm, "Content-Length: 9000") + begunFile],
    [
      "a form that breaks off in a head",
      post("/api/v1/imports", asForm, "Content-Length: 9000") + begunFile.slice(0, 30),
    ],
    [
      "an encoding of the body that is not known",
      post("/api/v1/teams", asJson, "Transfer-Encoding: gzip") + json,
    ],
    [
      "an upgrade",
      post("/api/v1/teams", "Upgrade: websocket", "Sec-WebSocket-Key: x").replace("close", "Upgrade"),
    ],
    [
      "an expectation that is none",
      post("/api/v1/teams", asJson, "Expect: the best", "Content-Length: 17") + json,
    ],
  ])("is refused, or answered by nobody: %s", async (_, bytes) => {
    const { statuses, text } = await sendRaw(bytes);
    expect([statuses.filter((status) => status >= 500 || status < 300), text]).toEqual([[], text]);
    expect(await ledgerDigest(db)).toBe(before);
    expect(failures.splice(0)).toEqual([]);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });
});
