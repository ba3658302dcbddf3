import type { Chance } from "./chance.ts";

type Headers = Readonly<Record<string, string>>;

const contentTypes = [
  "",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=b",
  "application/json; charset=utf-16",
  "application/json; charset=no-such-charset",
  "application/json;;;",
  "application/JSON",
  "application/json, application/json",
  "application/problem+json",
  "a".repeat(2000),
];

const cookies = [
  "",
  "=",
  ";;;",
  "liftledger.session_token=",
  "liftledger.session_token=%",
  "liftledger.session_token=%00.%00",
  "liftledger.session_token=%ff%fe.x",
  "liftledger.session_token=a.b; liftledger.session_token=c.d",
  "liftledger.two_factor=%00",
  "__proto__=1",
  `liftledger.session_token=${"a".repeat(5000)}`,
  Array.from({ length: 300 }, (_, number) => `c${number}=x`).join("; "),
];

/** One more header, or another in its place: who sends it then is somebody else, or nobody. */
const others: readonly Headers[] = [
  ...contentTypes.map((type) => ({ "Content-Type": type })),
  ...cookies.map((cookie) => ({ Cookie: cookie })),
  { Authorization: "" },
  { Authorization: "Bearer" },
  { Authorization: "Bearer llk_" },
  { Authorization: `Bearer ${"a".repeat(5000)}` },
  { Authorization: "Bearer a.b.c" },
  { Authorization: "Bearer \u00ff" },
  { Authorization: "Basic YTpi" },
  { "Idempotency-Key": "" },
  { "Idempotency-Key": "\u00ff" },
  { "Idempotency-Key": "x".repeat(256) },
  { "Idempotency-Key": "'" },
  { "Liftledger-Organisation": "" },
  { "Liftledger-Organisation": "demo" },
  { "Liftledger-Organisation": "\u00ff" },
  { "Liftledger-Organisation": "x".repeat(5000) },
  { "X-Request-Id": "\u00ff" },
  { "X-Request-Id": "x".repeat(5000) },
  { "X-Forwarded-For": "not an address, ::1, 999.1.1.1" },
  { "User-Agent": "\u00ff".repeat(2000) },
  { "User-Agent": "" },
  { Accept: "text/csv" },
  { Accept: "\u00ff/*" },
  { "Accept-Language": "x".repeat(5000) },
  { Origin: "null" },
  { Origin: "https://elsewhere.example" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Content-Encoding": "gzip" },
  { Range: "bytes=0-1" },
];

/** The headers of a request as they are, mostly, or with one of these. */
export function changedHeaders(headers: Headers, chance: Chance): Headers {
  return chance.onceIn(3) ? { ...headers, ...chance.oneOf(others) } : headers;
}
