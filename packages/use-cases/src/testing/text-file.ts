import type { FileSource } from "../imports/file-source.ts";

/** A file of a test, from its lines. */
export function textFile(name: string, lines: readonly string[]): FileSource {
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}
