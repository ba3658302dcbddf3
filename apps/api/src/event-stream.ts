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
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done === true) {
          controller.close();
          return;
        }
        schema?.parse(value);
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
      } catch (error) {
        controller.enqueue(encoder.encode(`event: problem\ndata: ${JSON.stringify(problemOf(error))}\n\n`));
        controller.close();
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
  });
}
