import { connect } from "node:net";

/** A request that sends more than it should, or another amount than it says. */
export interface OversizedRequest {
  method?: string;
  path: string;
  /** Lines of the head; what it says of the body's length among them. */
  headers: readonly string[];
  /** The first bytes of the body. */
  begin?: string;
  /** How much filler may follow them, as long as the server takes it. */
  mostBytes: number;
}

/** What became of it. */
export interface OversizedAnswer {
  /** Undefined where the connection was closed without an answer. */
  status: number | undefined;
  /** Bytes of filler that were handed on when the answer came; what lies in the system's buffers among them. */
  sent: number;
  /** And when the connection was closed. */
  sentInAll: number;
  isClosed: boolean;
  milliseconds: number;
}

const filler = Buffer.alloc(64 * 1024, "a");

/**
 * Sends a head, and then filler for as long as the server takes it. Hangs up at the answer, or with `keepsOn` goes on
 * sending for so many milliseconds, as one would who does not read it.
 */
export function sendOversized(
  address: string,
  { method = "POST", path, headers, begin = "", mostBytes }: OversizedRequest,
  keepsOn = 0,
): Promise<OversizedAnswer> {
  const { hostname, port, host } = new URL(address);
  const socket = connect(Number(port), hostname);
  const isChunked = headers.some((line) => /^transfer-encoding:.*chunked/i.test(line));
  const framed = (bytes: Buffer) =>
    isChunked ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, crlf]) : bytes;
  const began = performance.now();
  let [answer, sent, given, status] = ["", 0, 0, undefined as number | undefined];
  let [sentAtAnswer, isClosed] = [0, false];
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      const milliseconds = performance.now() - began;
      resolve({
        status,
        sent: status === undefined ? sent : sentAtAnswer,
        sentInAll: sent,
        isClosed,
        milliseconds,
      });
    };
    const timer = setTimeout(end, 15_000);
    socket.on("data", (chunk) => {
      answer += String(chunk);
      // An interim answer such as "100 Continue" is none.
      const found = /^(?:HTTP\/1\.1 1\d\d[^]*?\r\n\r\n)*HTTP\/1\.1 ([2-5]\d\d)/.exec(answer)?.[1];
      if (found === undefined || status !== undefined) return;
      [status, sentAtAnswer] = [Number(found), sent];
      if (keepsOn === 0) end();
      else setTimeout(end, keepsOn);
    });
    // Whoever is cut off while sending is told so; what had come before counts.
    socket.on("error", () => {});
    socket.on("close", () => {
      isClosed = true;
      end();
    });
    const write = () => {
      while (given < mostBytes && !socket.destroyed) {
        given += filler.length;
        const isTaken = socket.write(framed(filler), (error) => {
          if (!error) sent += filler.length;
        });
        if (!isTaken) return void socket.once("drain", write);
      }
    };
    socket.write([`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...headers, "", ""].join("\r\n"));
    if (begin !== "") socket.write(framed(Buffer.from(begin)));
    write();
  });
}

const crlf = Buffer.from("\r\n");
