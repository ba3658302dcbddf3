import { describe, expect, it } from "vitest";
import { readTranslation } from "./read-translation.ts";

const entry = (lines: string) =>
  `msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n${lines}\n`;
const weeks = 'msgid "{0} week"\nmsgid_plural "{0} weeks"\n';

describe("readTranslation", () => {
  it("says each text by its English, its places where the language wants them", () => {
    const text = entry('msgid "{0} of {1}"\nmsgstr "von {1}: {0}"');
    expect(readTranslation("de", text)).toEqual({
      language: "de",
      messages: { "{0} of {1}": "von {1}: {0}" },
    });
  });

  it("leaves in English what is not translated, or not surely", () => {
    const text = entry('msgid "Save"\nmsgstr ""\n\n#, fuzzy\nmsgid "Close"\nmsgstr "Zu"');
    expect(readTranslation("de", text).messages).toEqual({});
  });

  // Forms and their order as the CLDR has them: one and other; one, few and many of whole numbers.
  it.each([
    ["de", 'msgstr[0] "{0} Woche"\nmsgstr[1] "{0} Wochen"', { 1: "{0} Woche", 5: "{0} Wochen" }],
    [
      "pl",
      'msgstr[0] "{0} tydzień"\nmsgstr[1] "{0} tygodnie"\nmsgstr[2] "{0} tygodni"',
      { 1: "{0} tydzień", 2: "{0} tygodnie", 5: "{0} tygodni", 22: "{0} tygodnie", 1.5: "{0} tygodni" },
    ],
    [
      "fr",
      'msgstr[0] "{0} semaine"\nmsgstr[1] "{0} semaines"',
      { 0: "{0} semaine", 1_000_000: "{0} semaines" },
    ],
    ["ja", 'msgstr[0] "{0}週間"', { 1: "{0}週間", 7: "{0}週間" }],
  ])("gives the plurals of %s the form their count asks for", (language, forms, expected) => {
    const said = readTranslation(language, entry(weeks + forms)).messages["{0} week"];
    const rules = new Intl.PluralRules(language);
    for (const [count, form] of Object.entries(expected))
      expect(said).toHaveProperty([rules.select(Number(count))], form);
  });

  it("refuses what fills in other things than the English, and a form too few", () => {
    expect(() => readTranslation("de", entry('msgid "Close {0}"\nmsgstr "Schließen"'))).toThrow(/fill in/);
    expect(() => readTranslation("pl", entry(`${weeks}msgstr[0] "{0} a"\nmsgstr[1] "{0} b"`))).toThrow(
      /2 forms, the language 3/,
    );
  });
});
