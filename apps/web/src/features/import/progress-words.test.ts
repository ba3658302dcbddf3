import { describe, expect, it } from "vitest";
import { progressWords } from "./progress-words.ts";

const writing = {
  kind: "progress",
  stage: "writing",
  rows: 300_000,
  fraction: 0.5,
  secondsLeft: 12,
} as const;

describe("progressWords", () => {
  it("says what is being done, how many rows are done and how long the rest takes", () => {
    expect(progressWords(writing)).toMatch(/^Writing, 300.000 rows so far, about 12 s left$/);
    expect(progressWords({ ...writing, secondsLeft: 200 })).toContain("about 3 min left");
  });

  it("promises nothing that is not known yet", () => {
    expect(progressWords(undefined)).toBe("Sending the file");
    expect(progressWords({ ...writing, stage: "reading", rows: 0, secondsLeft: null })).toBe("Reading");
    expect(progressWords({ ...writing, stage: "waiting", rows: 0, secondsLeft: null })).toBe(
      "Waiting for another import to end",
    );
  });
});
