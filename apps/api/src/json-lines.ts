import type { z } from "zod";

const encoder = new TextEncoder();
/** So much is gathered before it is handed on; a line at a time would be mostly overhead. */
const piece = 64 * 1024;

/**
 * A response of one JSON value a line, read from its source only as fast as the caller takes it.
 * A source that fails breaks the answer off, so that no reader takes it for whole.
 */
export function jsonLines(values: AsyncIterable<unknown>, schema?: z.ZodType): Response {
  const iterator = values[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = "";
      while (text.length < piece) {
        const { done, value } = await iterator.next();
        if (done === true) break;
        schema?.parse(value);
        text += `${JSON.stringify(value)}\n`;
      }
      if (text !== "") controller.enqueue(encoder.encode(text));
      else controller.close();
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: { "Content-Type": "application/jsonl", "Cache-Control": "no-store" },
  });
}
