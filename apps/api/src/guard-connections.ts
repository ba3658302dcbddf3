import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** An answer of which nothing is read for so long ends its connection; Node looks twice before it says so. */
const unreadMilliseconds = 2500;
/** So long whoever still sends may take to see that they were answered. */
const lastMilliseconds = 500;

const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** The last request of a connection. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Keeps connections from being held by who sends on or does not read.
 *
 * Where a request is answered before it has come whole, such as a body that is too large, the rest is not read and the
 * connection ends after the answer. It ends in two steps, since closing at once on one who still sends makes their
 * system throw away the answer they have not read yet. Where an answer is not read, the connection ends without it.
 */
export function guardConnections(server: Server): void {
  const latest = new WeakMap<Duplex, Exchange>();
  server.on("connection", (socket: Socket) => {
    const closeNow = socket.destroySoon.bind(socket);
    // By this the server closes after an answer of "Connection: close".
    socket.destroySoon = () => {
      if (latest.get(socket)?.request.complete === false) leave(socket);
      else closeNow();
    };
  });
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    latest.set(request.socket, { request, response });
    response.once("finish", () => {
      if (!request.complete) leave(request.socket);
    });
  });
  // What is no HTTP, or comes too slowly: Node's own answer to it would close at once.
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const { response } = latest.get(socket) ?? {};
    const isUnderWay = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || isUnderWay) return void socket.destroy();
    const words = statuses[error.code ?? ""] ?? "400 Bad Request";
    socket.write(`HTTP/1.1 ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    leave(socket);
  });
  server.setTimeout(unreadMilliseconds, (socket) => {
    // The limit on connections without a request, another number, is told here as well.
    const isIdle = socket.timeout !== unreadMilliseconds;
    // What is still worked on has nothing to send yet, and may take its time.
    if (isIdle || socket.writableLength > 0) socket.destroy();
  });
}

/** Says that nothing more comes, reads nothing more, and closes a moment later. */
function leave(socket: Duplex): void {
  socket.pause();
  // What is left of the body would be asked for again.
  socket.resume = () => socket;
  socket.end();
  setTimeout(() => socket.destroy(), lastMilliseconds).unref();
}
