import { ProblemError } from "@liftledger/use-cases/problem";

/** How long a body may take before it must be there, or come at the least rate. */
const bodyMilliseconds = 6000;
/** Slower than any connection a person would work on. */
const leastBytesASecond = 4096;

/** How a body may come: whole in time, or from then on no slower than the least rate. */
export type Pace = "whole" | "steady";

/**
 * A request whose body fails with "too-slow" where it does not come, and with "malformed-request" where it breaks off: a connection that is held open by a byte now and
 * then would otherwise keep its place for as long as a large upload may. Only the time counts in which the body is
 * waited for: not what the server takes before it reads it, or to work on what came.
 */
export function withPatience(request: Request, pace: Pace, milliseconds = bodyMilliseconds): Request {
  if (request.body === null) return request;
  const body = watched(request.body.getReader(), pace, milliseconds);
  return new Request(request, { body, duplex: "half" } as RequestInit);
}

function watched(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  pace: Pace,
  milliseconds: number,
): ReadableStream<Uint8Array> {
  let [waited, received] = [0, 0];
  const isTooSlow = (waitedInAll: number) => {
    const overdue = (waitedInAll - milliseconds) / 1000;
    return overdue >= 0 && (pace === "whole" || received < leastBytesASecond * (overdue + 1));
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const since = performance.now();
        const { promise, reject } = Promise.withResolvers<never>();
        const look = () => isTooSlow(waited + performance.now() - since) && reject(tooSlow());
        const timer = setInterval(look, Math.min(250, milliseconds / 4)).unref();
        try {
          const { done, value } = await Promise.race([readOn(reader), promise]);
          if (done) return controller.close();
          waited += performance.now() - since;
          received += value.length;
          // Pieces may come faster one after the other than is looked.
          if (isTooSlow(waited)) throw tooSlow();
          controller.enqueue(value);
        } finally {
          clearInterval(timer);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Where who sends it has gone away, this is told in the place of a broken connection: nothing has failed here. */
function readOn(reader: ReadableStreamDefaultReader<Uint8Array>) {
  return reader.read().catch(() => {
    throw brokenOff();
  });
}

function brokenOff(): ProblemError {
  return new ProblemError("malformed-request", "The body breaks off before its end. Send it again.");
}

function tooSlow(): ProblemError {
  return new ProblemError("too-slow", "The body of the request came too slowly. Send it again.");
}
