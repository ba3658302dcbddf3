import { describe, expect, it } from "vitest";
import { numberOf, sentenceText, told } from "./told-sentence.ts";

const netRoi = { figureId: "portfolio/net-roi" };

describe("told", () => {
  it("keeps numbers apart from the words around them, and words together", () => {
    expect(told`It ${"has"} returned ${numberOf("74%", netRoi)} on cost`).toEqual([
      { text: "It has returned ", figureId: null },
      { text: "74%", figureId: "portfolio/net-roi" },
      { text: " on cost", figureId: null },
    ]);
  });

  it("takes sentences into a sentence, and says nothing twice or of nothing", () => {
    const inner = told`${numberOf("5%", netRoi)} of ${3}`;
    const parts = told`${"Chat"}: ${inner}${""}`;
    expect(parts.map(({ text }) => text)).toEqual(["Chat: ", "5%", " of 3"]);
    expect(sentenceText(parts)).toBe("Chat: 5% of 3");
  });

  it("says a number without a figure as words", () => {
    expect(told`of ${numberOf("12", null)} more`).toEqual([{ text: "of 12 more", figureId: null }]);
  });
});
