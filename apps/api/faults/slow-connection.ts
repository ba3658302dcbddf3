import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A way of holding a connection open. */
export interface SlowKind {
  what: string;
  /** Sent at once. */
  head: string;
  /** Sent again and again after it. */
  drip?: string;
  /** Whether it reads what comes; one that does not asks for more than the system keeps for it. */
  reads: boolean;
}

const dripMilliseconds = 250;
/** In which the rest of all answers would be read. */
const readingMilliseconds = 3000;

/** The ways, as a client with a credential would try them; the last is the dear one, of which a few are enough. */
export function slowKinds(host: string, credential: string): SlowKind[] {
  const head = (method: string, path: string, ...lines: string[]) =>
    [`${method} ${path} HTTP/1.1`, `Host: ${host}`, credential, ...lines].join("\r\n");
  const whole = (path: string) => `${head("GET", path)}\r\n\r\n`;
  const json = head("POST", "/api/v1/snapshots", "Content-Type: application/json", "Content-Length: 9000");
  const form = "Content-Type: multipart/form-data; boundary=b";
  const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  const upload = head("POST", "/api/v1/imports", form, "Content-Length: 900000");
  return [
    { what: "nothing said", head: "", reads: true },
    { what: "head dribbled", head: head("GET", "/api/v1/kpis"), drip: "\r\nX: y", reads: true },
    { what: "JSON body dribbled", head: `${json}\r\n\r\n`, drip: " ", reads: true },
    { what: "upload dribbled", head: `${upload}\r\n\r\n${file}`, drip: "x", reads: true },
    { what: "idle after an answer", head: whole("/api/v1/kpis"), reads: true },
    { what: "answers not read", head: whole("/api/v1/openapi.json").repeat(16), reads: false },
  ];
}

/**
 * Holds a connection for so long at most, and answers after how many milliseconds the server closed it: from its
 * start, or from the last it was answered; infinite where it did not. One that does not read is closed by then where
 * what it reads afterwards is not all it asked for.
 */
export async function holdSlowly(
  address: string,
  { head, drip, reads }: SlowKind,
  atMost: number,
): Promise<number> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let [since, closedAt, answers] = [performance.now(), Number.POSITIVE_INFINITY, 0];
  const until = since + atMost;
  socket.on("error", () => {});
  for (const end of ["end", "close"]) {
    socket.on(end, () => (closedAt = Math.min(closedAt, performance.now())));
  }
  const read = () =>
    socket.on("data", (chunk) => {
      const more = String(chunk).split("HTTP/1.1 200").length - 1;
      answers += more;
      // Whoever has had an answer is idle from then on.
      if (more > 0 && reads) since = performance.now();
    });
  if (reads) read();
  if (head !== "") socket.write(head);
  while (performance.now() < until && closedAt === Number.POSITIVE_INFINITY) {
    await sleep(dripMilliseconds);
    if (drip !== undefined && socket.writable) socket.write(drip);
  }
  if (!reads) {
    read();
    while (performance.now() < until + readingMilliseconds && closedAt === Number.POSITIVE_INFINITY) {
      await sleep(dripMilliseconds);
    }
    const wasCut = closedAt < Number.POSITIVE_INFINITY && answers < head.split("GET ").length - 1;
    closedAt = wasCut ? until : Number.POSITIVE_INFINITY;
    since = until - atMost;
  }
  socket.destroy();
  return closedAt - since;
}
