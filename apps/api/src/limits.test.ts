import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDocumentedApp } from "./testing/documented-app.ts";
import { serve, type RunningServer } from "./serve.ts";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";
import { sendOversized } from "./testing/oversized-request.ts";

const mebibyte = 1024 * 1024;
/** How long, in milliseconds, one goes on sending to a server that should have hung up: a busy one takes a while. */
const patience = 10_000;
const { db, remove } = await openSqlite();
const { app, cookie, deps, failures } = await openApp(async () => db);
let server: RunningServer;

beforeAll(async () => {
  server = await serve(app, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server.close();
  await remove();
});

/** Sends it as the admin; answers the status and how much was sent when it came. */
async function stream(path: string, headers: readonly string[], mostBytes: number, begin = "") {
  const request = { path, headers: [`Cookie: ${cookie}`, ...headers], mostBytes, begin };
  const { status, sent } = await sendOversized(server.address, request);
  return { status, sent };
}

describe("limits", () => {
  it("refuses a JSON body over 1 MiB by what it says of itself, before any of it came", async () => {
    const head = ["Content-Type: application/json", `Content-Length: ${2 * mebibyte}`];
    expect(await stream("/api/v1/snapshots", head, 0)).toEqual({ status: 413, sent: 0 });
  });

  it("refuses a chunked JSON body as soon as it is over 1 MiB", async () => {
    const head = ["Content-Type: application/json", "Transfer-Encoding: chunked"];
    const { status, sent } = await stream("/api/v1/snapshots", head, 200 * mebibyte);
    expect(status).toBe(413);
    // What lies in the buffers of the system comes on top.
    expect(sent).toBeLessThan(20 * mebibyte);
  });

  it("refuses an upload over 50 MiB by what it says of itself", async () => {
    const head = ["Content-Type: multipart/form-data; boundary=b", `Content-Length: ${60 * mebibyte}`];
    expect(await stream("/api/v1/imports", head, 0)).toEqual({ status: 413, sent: 0 });
  });

  it("refuses a chunked upload as soon as it is over 50 MiB", async () => {
    const head = ["Content-Type: multipart/form-data; boundary=b", "Transfer-Encoding: chunked"];
    const begin = '--b\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\n\r\n';
    const { status, sent } = await stream("/api/v1/imports", head, 400 * mebibyte, begin);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(100 * mebibyte);
  });

  it("tells who goes on sending, and reads no more of it", async () => {
    const headers = [`Cookie: ${cookie}`, "Content-Type: application/json", "Transfer-Encoding: chunked"];
    const request = { path: "/api/v1/snapshots", headers, mostBytes: 1024 * mebibyte };
    const { status, isClosed, sentInAll } = await sendOversized(server.address, request, patience);
    expect([status, isClosed]).toEqual([413, true]);
    expect(sentInAll).toBeLessThan(20 * mebibyte);
  });

  it("reads no body of a request that has none", async () => {
    const request = { method: "GET", path: "/healthz", headers: ["Transfer-Encoding: chunked"] };
    const found = await sendOversized(server.address, { ...request, mostBytes: 1024 * mebibyte }, patience);
    expect([found.status, found.isClosed]).toEqual([200, true]);
    expect(found.sentInAll).toBeLessThan(20 * mebibyte);
  });

  it("ends a body that comes too slowly, JSON or upload, and closes the connection", async () => {
    const patient = await serve(createDocumentedApp({ ...deps, bodyMilliseconds: 200 }), {
      host: "127.0.0.1",
      port: 0,
    });
    const trickle = (path: string, type: string) =>
      new Promise<string>((resolve) => {
        const { port } = new URL(patient.address);
        const socket = connect(Number(port), "127.0.0.1");
        const head = [
          `Host: 127.0.0.1:${port}`,
          `Cookie: ${cookie}`,
          `Content-Type: ${type}`,
          "Content-Length: 1000",
        ];
        socket.write([`POST ${path} HTTP/1.1`, ...head, "", "--b"].join("\r\n"));
        const drip = setInterval(() => socket.write("x"), 50);
        let answer = "";
        socket.on("data", (chunk) => (answer += String(chunk)));
        // What is dripped after the answer meets a connection that is closed.
        socket.on("error", () => {});
        socket.on("close", () => {
          clearInterval(drip);
          resolve(answer);
        });
      });
    const answers = await Promise.all([
      trickle("/api/v1/snapshots", "application/json"),
      trickle("/api/v1/imports", "multipart/form-data; boundary=b"),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408/);
    await patient.close();
  });

  it("has nothing of this for its own fault", () => {
    expect(failures).toEqual([]);
  });
});
