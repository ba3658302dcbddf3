import { ProblemError } from "@liftledger/use-cases/problem";
import type { MiddlewareHandler } from "hono";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];
const reading = ["GET", "HEAD", "OPTIONS"];

/**
 * Lets in only what this machine's own user sent on purpose. Without sign-in any web page the user opens
 * could otherwise reach the server: through a name of its own that it points at 127.0.0.1 (DNS rebinding),
 * which the Host shows, or by a request across origins, which the browser marks.
 */
export const localOnly: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  if (!loopbackNames.includes(url.hostname)) {
    throw new ProblemError(
      "forbidden",
      `This server answers to localhost and 127.0.0.1, not to "${url.hostname}".`,
    );
  }
  if (
    !reading.includes(c.req.method) &&
    !isOwnOrigin(c.req.header("Sec-Fetch-Site"), c.req.header("Origin"), url)
  ) {
    throw new ProblemError("forbidden", "A page of another origin may not write here.");
  }
  await next();
};

/** Browsers send Sec-Fetch-Site and no page can forge it; what is no browser sends neither header. */
function isOwnOrigin(fetchSite: string | undefined, origin: string | undefined, url: URL): boolean {
  if (fetchSite !== undefined) return fetchSite === "same-origin" || fetchSite === "none";
  return origin === undefined || origin === url.origin;
}
