import { describe, expect, it } from "vitest";
import { findTexts } from "./find-texts.ts";
import { sourceTree } from "./syntax-tree.ts";

const textsIn = (source: string) => findTexts(sourceTree("page.tsx", source));

describe("findTexts", () => {
  it("finds what is said by t and tx, with numbered places and the code that fills them", () => {
    const source = "t`Close ${formatPeriod(month)}`; tx`Read ${<a>{t`the rules`}</a>} first.`;";
    expect(textsIn(source)).toEqual({
      texts: [
        { english: "Close {0}", fillings: ["formatPeriod(month)"] },
        { english: "Read {0} first.", fillings: ["<a>{t`the rules`}</a>"] },
        { english: "the rules", fillings: [] },
      ],
      faults: [],
    });
  });

  it("finds what is said once to be read and once to be shown", () => {
    expect(textsIn("said`Worth ${worth} today`").texts).toEqual([
      { english: "Worth {0} today", fillings: ["worth"] },
    ]);
  });

  it("finds a plural by its form of one", () => {
    const source = "plural(n, form`${n} week is left`, form`${n} weeks are left`);";
    expect(textsIn(source).texts).toEqual([
      { english: "{0} week is left", many: "{0} weeks are left", fillings: ["n"] },
    ]);
  });

  it.each([
    ["t` of ${owner}`", /half a sentence/],
    ["t`, closed`", /half a sentence/],
    ["t`{0} of it`", /where something is filled in/],
    ["t`${a}, ${b}`", /no word/],
    ["form`one`", /is for plural/],
    ["plural(n, one, form`many`)", /as they are/],
    ["plural(n, form`one week`, form`${n} weeks`)", /same things/],
  ])("says what no translation could say of %s", (source, why) => {
    expect(textsIn(source).faults).toEqual([{ line: 1, why: expect.stringMatching(why) as string }]);
  });
});
