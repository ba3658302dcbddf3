import { describe, expect, it } from "vitest";
import { exportLines } from "./export-lines.ts";

async function linesIn(...pieces: string[]): Promise<string[]> {
  async function* given() {
    yield* pieces;
  }
  const lines: string[] = [];
  for await (const line of exportLines(given())) lines.push(line);
  return lines;
}

describe("exportLines", () => {
  it("ends a line at a line feed, wherever the pieces of the file end", async () => {
    expect(await linesIn("[1]\n[2", "]", "\n[3]\n")).toEqual(["[1]", "[2]", "[3]"]);
    expect(await linesIn("[1]\r", "\n[2]\r\n", "[3]")).toEqual(["[1]", "[2]", "[3]"]);
    expect(await linesIn()).toEqual([]);
  });

  it("does not end one at a line separator inside a text, which JSON does not escape", async () => {
    const line = JSON.stringify(["a\u2028b\u2029c\u0085d"]);
    expect(await linesIn(`${line}\n${line}\n`)).toEqual([line, line]);
  });
});
