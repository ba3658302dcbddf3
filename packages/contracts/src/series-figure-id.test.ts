import { describe, expect, it } from "vitest";
import { readSeriesFigureId, seriesFigureId } from "./series-figure-id.ts";

describe("seriesFigureId", () => {
  it("is read again as what it was made of", () => {
    const figure = { seriesId: "0190", from: "2026-W10", to: "2026-W17" };
    expect(readSeriesFigureId(seriesFigureId(figure))).toEqual(figure);
  });

  it.each([
    "series/0190/2026-W10",
    "series/0190/2026-W10/2026-W54",
    "series/0190/a/b",
    "benefit/0190/2026-01/2026-02",
    "series/0190/2026-01/2026-02/3",
  ])("is not %s", (figureId) => {
    expect(readSeriesFigureId(figureId)).toBeUndefined();
  });
});
