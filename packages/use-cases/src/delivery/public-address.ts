import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/** A webhook's address is refused; the message says why. */
export class RefusedAddressError extends Error {
  override name = "RefusedAddressError";
}

/** One address of a host, checked: what is connected to is this and nothing else. */
export interface CheckedAddress {
  url: URL;
  address: string;
  family: 4 | 6;
}

/** Every address of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true });

interface Rules {
  allowsLoopback: boolean;
}

const longestAddress = 500;

/**
 * The address of a webhook as it is written: https, a host, the usual port, neither name nor password nor fragment. A
 * host that is an address (in whatever spelling: `URL` reads decimal, octal and hex ones) is public. Throws
 * `RefusedAddressError`. With `allowsLoopback` this very machine may be called too, without https and at any port.
 */
export function webhookUrl(text: string, { allowsLoopback }: Rules): URL {
  const url = URL.parse(text);
  if (url === null || text.length > longestAddress || /[\s\\]/.test(text))
    throw new RefusedAddressError("It is no address such as https://hooks.example/alerts.");
  if (url.username !== "" || url.password !== "")
    throw new RefusedAddressError("A name or password in the address is not allowed.");
  if (url.hash !== "") throw new RefusedAddressError("What stands after # is never sent; leave it away.");
  const literal = literalOf(url);
  if (allowsLoopback && isLoopback(url.hostname, literal)) return url;
  if (url.protocol !== "https:") throw new RefusedAddressError("It must begin with https://.");
  if (url.port !== "") throw new RefusedAddressError("Only the usual port of https, 443, may be called.");
  if (literal !== null) refuseUnlessPublic(literal);
  else if (!isPublicName(url.hostname))
    throw new RefusedAddressError(`"${url.hostname}" is no public host name.`);
  return url;
}

/**
 * The one address that a call may connect to: the host is looked up once, each of its addresses must be public, and the
 * first is what is connected to, so that nothing can change in between. Throws `RefusedAddressError`.
 */
export async function checkedAddress(
  text: string,
  rules: Rules,
  resolve: Resolve = resolveAll,
): Promise<CheckedAddress> {
  const url = webhookUrl(text, rules);
  const literal = literalOf(url);
  const found =
    literal === null
      ? await resolve(url.hostname.replace(/\.$/, ""))
      : [{ address: literal.toString(), family: literal.kind() === "ipv4" ? 4 : 6 }];
  const mayBeHere = rules.allowsLoopback && isLoopback(url.hostname, literal);
  for (const { address } of found) {
    const parsed = ipaddr.parse(address.split("%")[0] ?? "");
    if (mayBeHere && parsed.range() === "loopback") continue;
    refuseUnlessPublic(parsed);
  }
  const [first] = found;
  if (first === undefined) throw new RefusedAddressError(`"${url.hostname}" has no address.`);
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

type Ip = ReturnType<typeof ipaddr.parse>;

function literalOf({ hostname }: URL): Ip | null {
  const bare = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : null;
}

function isLoopback(hostname: string, literal: Ip | null): boolean {
  return literal === null ? hostname === "localhost" : literal.range() === "loopback";
}

/**
 * Only what the registries call global unicast. An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4, Teredo) is
 * refused whatever it carries: what stands behind it is reached by its IPv4 address.
 */
function refuseUnlessPublic(ip: Ip): void {
  const range = ip.range();
  const isGlobal = ip.kind() === "ipv4" || ip.match(ipaddr.parseCIDR("2000::/3") as never);
  if (range === "unicast" && isGlobal && !isMetadata(ip)) return;
  throw new RefusedAddressError(`${ip.toString()} is no public address (${range}).`);
}

/** Addresses of clouds that serve secrets of a machine, and are none of the private ranges. */
function isMetadata(ip: Ip): boolean {
  return ["168.63.129.16", "192.0.0.192", "100.100.100.200"].includes(ip.toString());
}

/** A name with a dot whose last part is no number, and that no local network keeps to itself. */
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  const last = name.split(".").at(-1) ?? "";
  const isLocal = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion"];
  return name.includes(".") && /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(last) && !isLocal.includes(last);
}
