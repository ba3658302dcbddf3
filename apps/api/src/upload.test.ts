import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { receiveUpload } from "./upload.ts";

const mebibyte = 1024 * 1024;

async function multipart(fill: (form: FormData) => void): Promise<Request> {
  const form = new FormData();
  fill(form);
  const encoded = new Response(form);
  const headers = { "Content-Type": encoded.headers.get("Content-Type") ?? "" };
  return new Request("http://localhost/", { method: "POST", body: await encoded.arrayBuffer(), headers });
}

/** A body that would go on for ever, to see that it is not read on. */
function endless(boundary: string) {
  let chunks = 0;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\n\r\n`;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks === 0 ? new TextEncoder().encode(head) : new Uint8Array(64 * 1024).fill(97);
      chunks += 1;
      controller.enqueue(chunk);
    },
  });
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  const request = new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" });
  return { request, chunks: () => chunks };
}

// Servers of other tests receive their uploads in the machine's own.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liftledger-receive-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("receiveUpload", () => {
  it("keeps text as text and files on the disk until they are removed", async () => {
    const upload = await receiveUpload(
      await multipart((form) => {
        form.append("recipe", '{"a":1}');
        form.append("file", new File(["a;b\n1;2\n"], "Größe.csv"));
        form.append("lookup", new File(["x"], "l.csv"));
      }),
      mebibyte,
    );
    const { file, lookup, recipe } = upload.parts;
    expect(recipe).toBe('{"a":1}');
    expect(file).toBeInstanceOf(File);
    expect(file instanceof File && [file.name, await file.text()]).toEqual(["Größe.csv", "a;b\n1;2\n"]);
    // An import may look at a file twice.
    expect(file instanceof File && (await file.text())).toBe("a;b\n1;2\n");
    expect(lookup instanceof File && (await lookup.text())).toBe("x");
    expect(readdirSync(folder)).toHaveLength(1);
    await upload.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("stops reading what is larger than the limit, and leaves nothing behind", async () => {
    const { request, chunks } = endless("b");
    await expect(receiveUpload(request, mebibyte)).rejects.toMatchObject({ kind: "too-large" });
    // 16 chunks make the limit; a few more may be under way.
    expect(chunks()).toBeLessThan(64);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses a body that is no upload, or breaks off", async () => {
    const json = new Request("http://localhost/", { method: "POST", body: "{}" });
    await expect(receiveUpload(json, mebibyte)).rejects.toMatchObject({ kind: "malformed-request" });
    const broken = new Request("http://localhost/", {
      method: "POST",
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nabc',
      headers: { "Content-Type": "multipart/form-data; boundary=b" },
    });
    await expect(receiveUpload(broken, mebibyte)).rejects.toMatchObject({ kind: "malformed-request" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses more parts than an upload has", async () => {
    const many = await multipart((form) => {
      for (let part = 0; part < 20; part += 1) form.append(`field${part}`, "x");
    });
    await expect(receiveUpload(many, mebibyte)).rejects.toMatchObject({ kind: "malformed-request" });
    const files = await multipart((form) => {
      for (let part = 0; part < 4; part += 1) form.append(`file${part}`, new File(["x"], "x.csv"));
    });
    await expect(receiveUpload(files, mebibyte)).rejects.toMatchObject({ kind: "malformed-request" });
  });

  // A large one is read to its end before any of it is written.
  it.each([1, mebibyte / 2])(
    "refuses a part that is there twice, nobody knows which is meant: the second of %i characters",
    async (length) => {
      const twice = await multipart((form) => {
        form.append("recipe", "{}");
        form.append("file", new File(["x"], "a.csv"));
        form.append("file", new File(["y".repeat(length)], "b.csv"));
      });
      await expect(receiveUpload(twice, mebibyte)).rejects.toMatchObject({
        kind: "malformed-request",
        details: [{ field: "file", message: "is there twice in one form: which of the two is meant?" }],
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.each([
    ["the boundary is empty", 'multipart/form-data; boundary=""', "--\r\n\r\nx\r\n----\r\n"],
    ["it has no boundary", "multipart/form-data; charset=utf-8", "--b\r\n\r\nx\r\n--b--\r\n"],
    [
      "the boundary is too long",
      `multipart/form-data; boundary=${"b".repeat(71)}`,
      `--${"b".repeat(71)}--\r\n`,
    ],
    [
      "a part begins after the last one",
      "multipart/form-data; boundary=b",
      'rows\r\n--b--\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nabc',
    ],
    [
      "a part has no name",
      "multipart/form-data; boundary=b",
      "--b\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--b--\r\n",
    ],
  ])("ends, and leaves nothing, where %s", async (_, type, body) => {
    const request = new Request("http://localhost/", {
      method: "POST",
      body,
      headers: { "Content-Type": type },
    });
    await expect(receiveUpload(request, mebibyte)).rejects.toMatchObject({ kind: "malformed-request" });
    expect(readdirSync(folder)).toEqual([]);
  });
});
