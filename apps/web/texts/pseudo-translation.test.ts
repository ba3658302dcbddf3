import { runInNewContext } from "node:vm";
import PO from "pofile";
import { describe, expect, it } from "vitest";
import { inAnyLetters, inEnglishScript, pseudoTranslation } from "./pseudo-translation.ts";

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

describe("inEnglishScript", () => {
  const inEnglish = runInNewContext(inEnglishScript) as (text: string) => string;

  it("says every piece of a text as it was in English", () => {
    const whole = "Wax [x] before the Quiz: {0} of 12 jobs have an extra axe";
    expect(inEnglish(said(whole))).toBe(whole);
    const [before = "", after = ""] = said("Read {0} first").split("{0}");
    expect([inEnglish(before), inEnglish(after)]).toEqual(["Read ", " first"]);
    expect(inEnglish(said("Name it {0}").split("{0}")[1] ?? "")).toBe("");
  });

  it("says what is put together from several texts, in small letters too", () => {
    const put = said("Yes: {0}").replace("{0}", said("Take {0} away").toLowerCase());
    expect(inEnglish(put)).toBe("Yes: take {0} away");
  });

  it("leaves alone what no translation says", () => {
    expect(inEnglish("€1,204 [sic] of Web shop…")).toBe("€1,204 [sic] of Web shop…");
  });
});
