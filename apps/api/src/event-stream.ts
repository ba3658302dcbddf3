import type { Problem } from "@liftledger/contracts/errors";
import type { z } from "zod";

const encoder = new TextEncoder();

/**
 * A response of server-sent events, one for each value as it comes. A source that fails ends with an event named
 * "problem". Who goes away ends the source.
 */
export function eventStream(
  values: AsyncIterable<unknown>,
  problemOf: (error: unknown) => Problem,
  schema?: z.ZodType,
): Response {
  const iterator = values[Symbol.asyncIterator]();
  // Who has gone away while a value was awaited is told nothing more, and a stream that is closed takes nothing.
  let isGone = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (isGone) return;
        if (done === true) {
          controller.close();
          return;
        }
        schema?.parse(value);
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
      } catch (error) {
        const problem = JSON.stringify(problemOf(error));
        if (isGone) return;
        controller.enqueue(encoder.encode(`event: problem\ndata: ${problem}\n\n`));
        controller.close();
      }
    },
    async cancel() {
      isGone = true;
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
  });
}
