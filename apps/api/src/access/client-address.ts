import { isIP } from "node:net";
import type { Context as HttpContext } from "hono";

/**
 * The address of who sent a request, by which tries are limited. It comes from the connection; X-Forwarded-For, which
 * anybody may write, counts only from behind so many proxies of one's own: the nth from the right is what the
 * outermost of them saw.
 */
export function clientAddress(c: HttpContext, proxies: number): string {
  const seen = connectionAddress(c);
  if (proxies === 0) return seen;
  const forwarded = (c.req.header("X-Forwarded-For") ?? "").split(",").map((part) => part.trim());
  const address = forwarded.at(-proxies) ?? "";
  return isIP(address) === 0 ? seen : address;
}

/** Of the socket; a request that was made within the process has none. */
function connectionAddress(c: HttpContext): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? "127.0.0.1";
}
