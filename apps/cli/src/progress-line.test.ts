import { describe, expect, it } from "vitest";
import { progressLine, progressOnTerminal } from "./progress-line.ts";

describe("progressLine", () => {
  it("shows the share, the rows, their rate in this stage and the time left at the speed so far", () => {
    const halfWay = { stage: "writing", rows: 300_000, fraction: 0.5 } as const;
    expect(progressLine(halfWay, { total: 6, stage: 3 })).toBe(
      "writing    [████████████            ]  50 %  300,000 rows, 100,000 a second, about 6 s left",
    );
  });

  it("promises nothing before there is a speed", () => {
    const begun = { stage: "reading", rows: 120, fraction: 0.004 } as const;
    expect(progressLine(begun, { total: 0.1, stage: 0.1 })).toBe(
      "reading    [                        ]   0 %  120 rows",
    );
  });
});

describe("progressOnTerminal", () => {
  const written = (isTTY: boolean) => {
    const texts: string[] = [];
    let now = 0;
    const terminal = { isTTY, write: (text: string) => texts.push(text) };
    const bar = progressOnTerminal(terminal, () => (now += 0.06));
    for (const rows of [1, 2, 3]) bar.onProgress({ stage: "reading", rows, fraction: 0 });
    bar.clear();
    return texts;
  };

  it("writes over one line, not more often than one can see, and takes it away", () => {
    const texts = written(true);
    expect(texts).toHaveLength(3);
    expect(texts[1]).toContain("3 rows");
    expect(texts.at(-1)).toBe("\r\u001B[2K");
  });

  it("writes nothing where nobody looks on", () => {
    expect(written(false)).toEqual([]);
  });
});
