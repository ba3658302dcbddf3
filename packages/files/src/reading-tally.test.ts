import { describe, expect, it } from "vitest";
import { readDate } from "./date-cell.ts";
import { ReadingTally } from "./reading-tally.ts";

const formats = ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd"] as const;

function decide(texts: string[]) {
  const candidates = formats.map((style) => ({
    style,
    read: (text: string) => {
      const reading = readDate(text, style);
      return reading.kind === "day" ? reading.date : undefined;
    },
  }));
  const tally = new ReadingTally(candidates);
  for (const text of texts) tally.add(text);
  return tally.decide();
}

describe("ReadingTally", () => {
  it("asks when every text fits two readings, with both", () => {
    expect(decide(["03/04/2026", "05/05/2026"])).toEqual({
      kind: "ambiguous",
      example: "03/04/2026",
      readings: [
        { style: "dd/MM/yyyy", reading: "2026-04-03" },
        { style: "MM/dd/yyyy", reading: "2026-03-04" },
      ],
    });
  });

  it("is decided by one text among many, wherever it stands", () => {
    expect(decide(["03/04/2026", "04/04/2026", "25/04/2026"])).toEqual({
      kind: "decided",
      style: "dd/MM/yyyy",
    });
    expect(decide(["04/25/2026", "04/04/2026", "03/04/2026"])).toEqual({
      kind: "decided",
      style: "MM/dd/yyyy",
    });
  });

  it("needs no answer where both readings are the same day", () => {
    expect(decide(["05/05/2026", "06/06/2026"])).toEqual({ kind: "decided", style: "dd/MM/yyyy" });
  });

  it("asks when both orders occur in one column", () => {
    expect(decide(["25/04/2026", "26/04/2026", "04/25/2026", "03/04/2026"])).toEqual({
      kind: "mixed",
      example: "04/25/2026",
      style: "dd/MM/yyyy",
      others: ["MM/dd/yyyy"],
    });
  });

  it("leaves a stray text to be refused by its own line", () => {
    expect(decide(["25/04/2026", "2026-04-26", "n/a"])).toEqual({ kind: "decided", style: "dd/MM/yyyy" });
  });

  it("says when nothing can be read", () => {
    expect(decide(["n/a"])).toEqual({ kind: "none", example: "n/a" });
    expect(decide([])).toEqual({ kind: "none", example: undefined });
  });
});
