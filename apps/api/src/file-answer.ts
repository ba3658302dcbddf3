import type { FileAnswer } from "@liftledger/contracts/file-answer";
import type { Context as HttpContext } from "hono";

/** A file to be saved under its name, which stands in ASCII too for whoever reads nothing else (RFC 6266). */
export function fileAnswer(c: HttpContext, type: string, { fileName, bytes }: FileAnswer): Response {
  const plain = fileName.normalize("NFKD").replaceAll(/[^\w.-]/g, "");
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "Cache-Control": "no-store",
  });
}
