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

async function receiveParts(
  body: Readable,
  contentType: string,
  folder: string,
  maxBytes: number,
): Promise<Upload["parts"]> {
  const parts: Upload["parts"] = {};
  const files: Promise<void>[] = [];
  const headers: BusboyHeaders = { "content-type": contentType };
  const form = new Busboy({ headers, limits: partLimits });
  form.on("field", (name, value, _nameCut, isCut) => {
    if (isCut) form.destroy(tooLarge(`The field "${name}"`, partLimits.fieldSize));
    parts[name] = value;
  });
  form.on("file", (name, stream, fileName) => {
    const place = join(folder, String(files.length));
    const kept = pipeline(stream, createWriteStream(place)).then(async () => {
      parts[name] = await UploadedFile.at(place, fileName ?? name);
    });
    // Awaited below; until then a broken stream must not count as nobody's.
    kept.catch(() => {});
    files.push(kept);
  });
  for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
    form.on(limit, () =>
      form.destroy(new ProblemError("malformed-request", "The upload has too many parts.")),
    );
  }
  await pipeline(body, atMost(maxBytes), form);
  await Promise.all(files);
  return parts;
}

function atMost(maxBytes: number): Transform {
  let received = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      received += chunk.length;
      if (received > maxBytes) done(tooLarge("The upload", maxBytes));
      else done(null, chunk);
    },
  });
}

/** The refusal of what is larger than its limit. */
export function tooLarge(what: string, maxBytes: number): ProblemError {
  return new ProblemError("too-large", `${what} is larger than ${maxBytes / 1024 / 1024} MiB.`);
}
