import PO from "pofile";

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒĝĥíĵķĺḿńóṕɋŕšţúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶĹḾŃÓṔɊŔŠŢÚṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, place) => [letter, [...accented][place] ?? letter]));

/** What stands around a text and makes it longer: in no English text, so that it can be told from one. */
const [begin, longer, end] = ["⟦", "ẍ", "⟧"];

/**
 * A translation for tests, of a catalogue: every letter of every text with an accent, and about a third longer, in
 * brackets. What a page then shows without accents no translation reaches.
 */
export function pseudoTranslation(catalogue: string): string {
  const translation = PO.parse(catalogue);
  for (const item of translation.items) {
    const forms = [item.msgid, ...(item.msgid_plural === undefined ? [] : [item.msgid_plural])];
    item.msgstr = forms.filter((form) => form !== null).map(pseudo);
  }
  return translation.toString();
}

/**
 * Finds English words in plain letters, as data stands there, or as this translation says them. An exact string is the
 * whole text; any other is found within one, however it is written, as Playwright does.
 */
export function inAnyLetters(words: string | RegExp, exact = false): RegExp {
  if (typeof words !== "string") return new RegExp(anyLetters(words.source), words.flags);
  const escaped = words.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return exact ? new RegExp(anyLetters(`^${escaped}$`)) : new RegExp(anyLetters(escaped), "i");
}

/** What stands around a text and behind it, and between the texts it is put together from. */
const added = `[${begin}${longer}${end} ]*`;

/** A pattern with that before all it says literally. */
function anyLetters(pattern: string): string {
  return pattern.replaceAll(/\\.|\[[^\]]*\]|[a-zA-Z]|[^\\[\]^.*+?(){}|]/g, (part) => {
    if (part === "$") return `${added}$`;
    const accentedLetter = letters.get(part);
    return `(?:${added}${accentedLetter === undefined ? part : `[${part}${accentedLetter}]`})`;
  });
}

function pseudo(english: string): string {
  const said = english.replaceAll(/\{\d\}|[a-zA-Z]/g, (part) => letters.get(part) ?? part);
  // In words, not in one long one: a language that is longer still breaks its lines.
  const room = longer.repeat(Math.ceil(english.length * 0.3)).replaceAll(/.{6}(?=.)/g, "$& ");
  return `${begin}${said} ${room}${end}`;
}

/**
 * A function, as a script for a page, that says a text of this translation, or a piece of one, in English again. What
 * it is not told in these letters it leaves as it is.
 */
export const inEnglishScript = `((text) => text
  .replaceAll(/${begin}|(?: ${longer}+)+${end}/g, "")
  .replaceAll(/[${accented}]/g, (letter) => "${plain}"["${accented}".indexOf(letter)]))`;
