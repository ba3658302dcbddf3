/**
 * The lines of an export from the pieces a file gives them in, without their ends. Only a line feed ends one: a text in
 * the ledger may hold U+2028, which JSON leaves as it is and Node's `readline` takes for the end of a line. A carriage
 * return that somebody's editor put before the line feed is left out.
 *
 * @example
 * for await (const line of exportLines(createReadStream(file, "utf8"))) JSON.parse(line);
 */
export async function* exportLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = piece.split("\n");
    lines[0] = rest + (lines[0] ?? "");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  if (rest !== "") yield rest;
}
