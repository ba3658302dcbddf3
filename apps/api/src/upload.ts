import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { makeUploadFolder } from "@liftledger/use-cases/jobs/upload-folders";
import { ProblemError } from "@liftledger/use-cases/problem";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import { UploadedFile } from "./uploaded-file.ts";

/** The parts of a multipart body by name: text, or a file that lies on the disk until `remove`. */
export interface Upload {
  readonly parts: Record<string, string | File>;
  remove(): Promise<void>;
}

/** After the last byte of a body; what is read by then is only to be written to the disk. */
const longestEndMilliseconds = 3000;

const partLimits = { files: 2, fields: 10, fieldSize: 1024 * 1024, fieldNameSize: 100, headerPairs: 50 };

/**
 * Receives a multipart body by streaming, its files into a temporary folder, so that an upload never lies
 * in memory as a whole. Throws "too-large" as soon as more than `maxBytes` have come, "malformed-request"
 * where the body breaks off or is none; nothing stays on the disk then.
 */
export async function receiveUpload(request: Request, maxBytes: number): Promise<Upload> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || request.body === null) {
    throw new ProblemError(
      "malformed-request",
      `The body is expected as multipart/form-data, not "${type}".`,
    );
  }
  if (!namesBoundary(type)) {
    throw new ProblemError(
      "malformed-request",
      "The upload's Content-Type names no boundary of 1 to 70 characters between its parts.",
    );
  }
  const { folder, remove } = await makeUploadFolder(tmpdir());
  try {
    const body = Readable.fromWeb(request.body as ReadableStream);
    return { parts: await receiveParts(body, type, folder, maxBytes), remove };
  } catch (error) {
    await remove();
    if (error instanceof ProblemError) throw error;
    const reason = error instanceof Error ? error.message : "unreadable";
    throw new ProblemError("malformed-request", `The upload cannot be read: ${reason}.`);
  }
}

/** RFC 2046, 5.1.1. With an empty one the parser would wait for parts without an end. */
function namesBoundary(contentType: string): boolean {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain ?? "";
  return boundary.length >= 1 && boundary.length <= 70;
}

async function receiveParts(
  body: Readable,
  contentType: string,
  folder: string,
  maxBytes: number,
): Promise<Upload["parts"]> {
  const parts = new Map<string, string | File>();
  const files: Promise<void>[] = [];
  const streams: Readable[] = [];
  const headers: BusboyHeaders = { "content-type": contentType };
  const form = new Busboy({ headers, limits: partLimits });
  const names = new Set<string>();
  const noteName = (name: string | undefined) => {
    if (name === undefined) form.destroy(malformed("A part of the upload has no name."));
    else if (names.has(name)) form.destroy(repeatedPart(name));
    names.add(name ?? "");
  };
  form.on("field", (name, value, _nameCut, isCut) => {
    noteName(name);
    if (isCut) form.destroy(tooLarge(`The field "${name}"`, partLimits.fieldSize));
    parts.set(name, value);
  });
  form.on("file", (name, stream, fileName) => {
    noteName(name);
    const place = join(folder, String(files.length));
    streams.push(stream);
    const kept = pipeline(stream, createWriteStream(place)).then(async () => {
      parts.set(name, await UploadedFile.at(place, fileName ?? name));
    });
    // Awaited below; until then a broken stream must not count as nobody's.
    kept.catch(() => {});
    files.push(kept);
  });
  for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
    form.on(limit, () => form.destroy(malformed("The upload has too many parts.")));
  }
  let timer: NodeJS.Timeout | undefined;
  // Where parts begin or end in odd places the parser may wait for more of a body that has ended.
  const atEnd = () => {
    const broken = malformed("The upload's parts do not end where its body does.");
    timer = setTimeout(() => {
      for (const one of [form, ...streams]) one.destroy(broken);
    }, longestEndMilliseconds);
  };
  try {
    await pipeline(body, atMost(maxBytes, atEnd), form);
    await Promise.all(files);
  } catch (error) {
    // Files that nobody goes on with would stay open. Without a reason one that was read to its end, but not written
    // yet, would count as done, and its file be waited for without an end.
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const stream of streams) stream.destroy(reason);
    await Promise.allSettled(files);
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return Object.fromEntries(parts);
}

function atMost(maxBytes: number, atEnd: () => void): Transform {
  let received = 0;
  return new Transform({
    flush(done) {
      atEnd();
      done();
    },
    transform(chunk: Uint8Array, _encoding, done) {
      received += chunk.length;
      if (received > maxBytes) done(tooLarge("The upload", maxBytes));
      else done(null, chunk);
    },
  });
}

function malformed(message: string): ProblemError {
  return new ProblemError("malformed-request", message);
}

function repeatedPart(name: string): ProblemError {
  const message = "is there twice in one form: which of the two is meant?";
  return new ProblemError("malformed-request", `${name}: ${message}`, [{ field: name, message }]);
}

/** The refusal of what is larger than its limit. */
export function tooLarge(what: string, maxBytes: number): ProblemError {
  return new ProblemError("too-large", `${what} is larger than ${maxBytes / 1024 / 1024} MiB.`);
}
