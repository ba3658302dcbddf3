import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shareOfOthers } from "../faults/busy-machine.ts";
import { none, reportFigures, under } from "../faults/figures.ts";

describe("reportFigures", () => {
  const before = process.exitCode;
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
    vi.spyOn(console, "log").mockImplementation((line) => printed.push(String(line)));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = before;
  });

  /** Whether the programme counts as broken, and its last line. */
  function report(figure: Parameters<typeof reportFigures>[1][number], others: number) {
    process.exitCode = before;
    reportFigures("Title", [figure], others);
    return { isBroken: process.exitCode === 1, line: printed.at(-1) };
  }

  it("judges a time on a machine of its own, and only tells it where others had the processors", () => {
    const slow = under("start", 7010, 3000, "ms");
    expect(report(slow, 0.1)).toEqual({ isBroken: true, line: "  start  7010 ms  (< 3000 ms: BROKEN)" });
    expect(report(slow, 0.63)).toEqual({
      isBroken: false,
      line: "  start  7010 ms  (< 3000 ms: not judged: others took 63 % of the processors meanwhile)",
    });
    expect(report(under("start", 900, 3000, "ms"), 0.63).line).toContain("kept");
  });

  it("judges what does not depend on time on any machine", () => {
    expect(report(none("lost", 1), 0.9)).toEqual({ isBroken: true, line: "  lost  1  (none: BROKEN)" });
  });
});

describe("shareOfOthers", () => {
  it.skipIf(process.platform !== "linux")("is a share, where the kernel tells", () => {
    const share = shareOfOthers() ?? -1;
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  });
});
