import PO from "pofile";
import type { Translation } from "../src/translation.ts";

/**
 * What a translation says, by the English of each text. What is not translated yet, or marked "fuzzy", stays English.
 * Throws where a text fills in other things than its English, or has another number of plurals than its language.
 */
export function readTranslation(language: string, text: string): Translation {
  const categories = categoriesOf(language);
  const messages: Translation["messages"] = {};
  for (const { msgid, msgid_plural: many, msgstr, flags } of PO.parse(text).items) {
    if (flags["fuzzy"] === true || msgstr.length === 0 || msgstr.includes("")) continue;
    for (const translated of msgstr) {
      if (placesIn(translated) !== placesIn(many ?? msgid))
        throw new Error(`${language}: “${translated}” does not fill in what “${msgid}” does`);
    }
    // Of an entry without a plural the library says null.
    if ((many ?? null) === null) messages[msgid] = msgstr[0] ?? "";
    else messages[msgid] = formsOf(language, categories, msgid, msgstr);
  }
  return { language, messages };
}

/**
 * The forms of a plural by the category that picks them: gettext writes them in the order of CLDR's categories, as far
 * as whole numbers have them; the last serves for the categories they do not have.
 */
function formsOf(language: string, categories: readonly string[], english: string, forms: readonly string[]) {
  if (forms.length !== categories.length)
    throw new Error(
      `${language}: “${english}” has ${forms.length} forms, the language ${categories.length} (${categories.join(", ")})`,
    );
  const last = forms.at(-1) ?? "";
  return {
    many: last,
    other: last,
    ...Object.fromEntries(categories.map((name, index) => [name, forms[index] ?? ""])),
  };
}

function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const seen = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
  return ["zero", "one", "two", "few", "many", "other"].filter((name) =>
    seen.has(name as Intl.LDMLPluralRule),
  );
}

function placesIn(text: string): string {
  return [...text.matchAll(/\{\d\}/g)]
    .map(([place]) => place)
    .toSorted()
    .join("");
}
