import { ProblemError } from "@liftledger/use-cases/problem";

/** How long a body may take before it must be there, or come at the least rate. */
const bodyMilliseconds = 6000;
/** Slower than any connection a person would work on. */
const leastBytesASecond = 4096;

/** How a body may come: whole in time, or from then on no slower than the least rate. */
export type Pace = "whole" | "steady";

/**
 * A request whose body fails with "too-slow" where it does not come, and with "malformed-request" where it breaks off: a connection that is held open by a byte now and
 * then would otherwise keep its place for as long as a large upload may.
 */
export function withPatience(request: Request, pace: Pace, milliseconds = bodyMilliseconds): Request {
  if (request.body === null) return request;
  const body = request.body.pipeThrough(watched(pace, milliseconds));
  return new Request(request, { body, duplex: "half" } as RequestInit);
}

function watched(pace: Pace, milliseconds: number): TransformStream<Uint8Array, Uint8Array> {
  const startedAt = performance.now();
  let received = 0;
  let timer: NodeJS.Timeout | undefined;
  let fail: (error: ProblemError) => void;
  return new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      fail = (error) => controller.error(error);
      const look = () => {
        const overdue = (performance.now() - startedAt - milliseconds) / 1000;
        if (overdue >= 0 && (pace === "whole" || received < leastBytesASecond * (overdue + 1))) {
          clearInterval(timer);
          controller.error(tooSlow());
        }
      };
      timer = setInterval(look, Math.min(250, milliseconds / 4));
      timer.unref();
    },
    transform(chunk, controller) {
      received += chunk.length;
      controller.enqueue(chunk);
    },
    flush() {
      clearInterval(timer);
    },
    cancel() {
      clearInterval(timer);
      // Where who sends it has gone away, this is told in the place of a broken connection: nothing has failed here.
      fail(brokenOff());
    },
  });
}

function brokenOff(): ProblemError {
  return new ProblemError("malformed-request", "The body breaks off before its end. Send it again.");
}

function tooSlow(): ProblemError {
  return new ProblemError("too-slow", "The body of the request came too slowly. Send it again.");
}
