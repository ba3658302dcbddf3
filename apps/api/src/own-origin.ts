import { ProblemError } from "@liftledger/use-cases/problem";
import type { MiddlewareHandler } from "hono";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];
const reading = ["GET", "HEAD", "OPTIONS"];

/**
 * Lets in only what was sent to this server by its name, and writes only from its own pages or from what is no
 * browser. Another page could otherwise reach it through a name of its own that it points here (DNS rebinding), which
 * the Host shows, or by a request across origins, which the browser marks; cookies that stay on the site do the rest.
 */
export function ownOrigin(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl);
  const names = [...loopbackNames, own.hostname];
  return async (c, next) => {
    const url = new URL(c.req.url);
    if (!names.includes(url.hostname)) {
      throw new ProblemError(
        "forbidden",
        `This server answers to ${own.hostname} and to localhost, not to "${url.hostname}".`,
      );
    }
    const isOwn = isOwnOrigin(c.req.header("Sec-Fetch-Site"), c.req.header("Origin"), [
      url.origin,
      own.origin,
    ]);
    if (!reading.includes(c.req.method) && !isOwn) {
      throw new ProblemError("forbidden", "A page of another origin may not write here.");
    }
    await next();
  };
}

/** Browsers send Sec-Fetch-Site and no page can forge it; what is no browser sends neither header. */
function isOwnOrigin(
  fetchSite: string | undefined,
  origin: string | undefined,
  own: readonly string[],
): boolean {
  if (fetchSite !== undefined) return fetchSite === "same-origin" || fetchSite === "none";
  return origin === undefined || own.includes(origin);
}
