import { describe, expect, it } from "vitest";
import { histogramPicture } from "./histogram-bars.ts";

describe("histogramPicture", () => {
  it("draws by area: half a bin with half the runs is as high as a whole one", () => {
    const { bars } = histogramPicture([
      { from: 0, to: 10, runs: 40 },
      { from: 10, to: 15, runs: 20 },
      { from: 15, to: 20, runs: 10 },
    ]);
    expect(bars.map(({ left, width, height }) => [left, width, height])).toEqual([
      [0, 50, 100],
      [50, 25, 100],
      [75, 25, 50],
    ]);
  });

  it("tells losses from gains at zero, and gathers far tails at the edges", () => {
    const { bars, at } = histogramPicture([
      { from: null, to: -10, runs: 1 },
      { from: -10, to: 0, runs: 4 },
      { from: 0, to: 10, runs: 8 },
      { from: 10, to: null, runs: 2 },
    ]);
    expect(bars.map(({ isLoss, isOpen }) => [isLoss, isOpen])).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect([at(-1000), at(0), at(1000)]).toEqual([0, 50, 100]);
  });

  it("draws one value as one bar, and nothing as nothing", () => {
    expect(histogramPicture([{ from: 5, to: 6, runs: 10 }]).bars).toMatchObject([
      { left: 0, width: 100, height: 100 },
    ]);
    expect(histogramPicture([]).bars).toEqual([]);
  });
});
