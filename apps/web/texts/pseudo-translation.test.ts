import PO from "pofile";
import { describe, expect, it } from "vitest";
import { inAnyLetters, pseudoTranslation } from "./pseudo-translation.ts";

function said(english: string): string {
  const [item] = PO.parse(pseudoTranslation(`msgid "${english}"\nmsgstr ""\n`)).items;
  return item?.msgstr[0] ?? "";
}

describe("inAnyLetters", () => {
  it("finds a text in plain letters and as the made-up language says it, and no other", () => {
    for (const text of ["Close {0}", said("Close {0}")]) {
      expect(text).toMatch(inAnyLetters("Close {0}", true));
      expect(text).toMatch(inAnyLetters("close"));
      expect(text).toMatch(inAnyLetters(/^Close \{\d\}$/));
      expect(text).not.toMatch(inAnyLetters("Close", true));
      expect(text).not.toMatch(inAnyLetters(/Closed/));
    }
  });

  it("finds what is put together from several texts", () => {
    expect(said("Yes: {0}").replace("{0}", said("take it away"))).toMatch(
      inAnyLetters("Yes: take it away", true),
    );
  });
});
